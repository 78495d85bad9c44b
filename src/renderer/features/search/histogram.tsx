/** How the hits lie in time, with a range that is dragged or moved by its two handles. */
import type { KeyboardEvent } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { counted } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { axisLabels, type Bar, type Brush, moveHandle } from './histogram-range.ts';
import type { Stretch } from './query-filters.ts';
import { useBrush } from './use-brush.ts';

interface HistogramProps {
  readonly bars: readonly Bar[];
  readonly stretch: Stretch;
  /** Counting ended early: bars stand for at least so many. */
  readonly isExact: boolean;
  /** 'YYYY-MM-DD..YYYY-MM-DD', or null for no limit. */
  readonly onRange: (dates: string | null) => void;
}

export function Histogram({ bars, stretch, isExact, onRange }: HistogramProps) {
  const { brush, plot, handlers, step } = useBrush({ bars, stretch, onRange });
  return (
    <div className="hist-plot">
      <div
        ref={plot}
        className="hist-bars"
        role="group"
        aria-label={`Hits over time, ${counted(bars.length, 'bar', 'bars')}`}
        {...handlers}
        onDoubleClick={() => onRange(null)}
      >
        <Bars bars={bars} brush={brush} isExact={isExact} />
        <div
          className="hist-window"
          style={{ left: share(brush.first, bars), right: share(bars.length - 1 - brush.last, bars) }}
        />
        <Handle handle="first" bars={bars} brush={brush} onStep={step} />
        <Handle handle="last" bars={bars} brush={brush} onStep={step} />
      </div>
      <div className="hist-axis num t3" aria-hidden="true">
        {axisLabels(bars).map(({ at, text }) => (
          <span key={at}>{text}</span>
        ))}
      </div>
    </div>
  );
}

function share(position: number, bars: readonly Bar[]): string {
  return `${(position / bars.length) * 100}%`;
}

/** A bar with anything in it is never too low to be seen: 3 %. */
const lowest = 3;

function Bars({
  bars,
  brush,
  isExact,
}: {
  readonly bars: readonly Bar[];
  readonly brush: Brush;
  readonly isExact: boolean;
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return bars.map(({ from, to, count }, position) => (
    <i
      key={from}
      className={classNames(position >= brush.first && position <= brush.last && 'is-in')}
      style={{ height: count === 0 ? 0 : `${Math.max(lowest, (count / most) * 100)}%` }}
      title={`${fullDate(from)} – ${fullDate(to - 1)}: ${isExact ? '' : 'at least '}${counted(count, 'article', 'articles')}`}
    />
  ));
}

interface HandleProps {
  readonly handle: keyof Brush;
  readonly bars: readonly Bar[];
  readonly brush: Brush;
  readonly onStep: (brush: Brush) => void;
}

function Handle({ handle, bars, brush, onStep }: HandleProps) {
  const at = brush[handle];
  const bar = bars[at];
  const isFirst = handle === 'first';
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 5,
      PageUp: at + 5,
      Home: 0,
      End: bars.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(moveHandle(brush, handle, to, bars.length));
  };
  return (
    <div
      className="hist-handle"
      data-handle={handle}
      role="slider"
      tabIndex={0}
      aria-label={isFirst ? 'From' : 'Until'}
      aria-valuemin={0}
      aria-valuemax={bars.length - 1}
      aria-valuenow={at}
      aria-valuetext={bar ? fullDate(isFirst ? bar.from : bar.to - 1) : ''}
      style={{ left: share(isFirst ? at : at + 1, bars) }}
      onKeyDown={onKeyDown}
    />
  );
}
