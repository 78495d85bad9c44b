/** A number set by dragging, or by arrow keys. */
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format?: Intl.NumberFormatOptions;
  readonly onChange: (value: number) => void;
  /** Once, when it is let go: the moment to keep the value. */
  readonly onChangeEnd?: (value: number) => void;
}

export function Slider({ label, value, min, max, step, format, onChange, onChangeEnd }: SliderProps) {
  return (
    <AriaSlider
      aria-label={label}
      className="track"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      {...(format ? { formatOptions: format } : {})}
      onChange={(next) => onChange(next)}
      {...(onChangeEnd ? { onChangeEnd: (next: number) => onChangeEnd(next) } : {})}
    >
      <SliderTrack className="track">
        {({ state }) => (
          <>
            <i style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
