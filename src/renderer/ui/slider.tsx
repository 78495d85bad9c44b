/** A number set by dragging, or by arrow keys. */
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the filled part begins: the least value, unless what is set goes either way from it. */
  readonly from?: number;
  readonly format?: Intl.NumberFormatOptions;
  readonly onChange: (value: number) => void;
  /** Once, when it is let go: the moment to keep the value. */
  readonly onChangeEnd?: (value: number) => void;
}

export function Slider({ label, value, min, max, step, from = min, format, onChange, onChangeEnd }: SliderProps) {
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
            <i style={filled(state.getValuePercent(from), state.getThumbPercent(0))} />
            <SliderThumb className="thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}

/** Between two places on the track, each from 0 to 1, in either order. */
function filled(one: number, other: number): { readonly left: string; readonly width: string } {
  return { left: `${Math.min(one, other) * 100}%`, width: `${Math.abs(one - other) * 100}%` };
}
