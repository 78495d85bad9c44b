/** How the hits lie in time, with a range that is dragged or moved by its two handles. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { debounce } from '../../lib/debounce.ts';
import { counted } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { axisLabels, type Bar, type Brush, brushOf, datesOf, moveHandle } from './histogram-range.ts';
import type { Stretch } from './query-filters.ts';

interface HistogramProps {
  readonly bars: readonly Bar[];
  readonly stretch: Stretch;
  /** Counting ended early: bars stand for at least so many. */
  readonly isExact: boolean;
  /** 'YYYY-MM-DD..YYYY-MM-DD', or null for no limit. */
  readonly onRange: (dates: string | null) => void;
}

/** A handle moved by keys is written into the query when it rests. */
const restMs = 350;

export function Histogram({ bars, stretch, isExact, onRange }: HistogramProps) {
  const given = brushOf(bars, stretch);
  const [moved, setMoved] = useState<Brush | null>(null);
  const brush = moved ?? given;
  const plot = useRef<HTMLDivElement>(null);
  const from = useRef<number | null>(null);
  const write = useLatest((next: Brush) => onRange(datesOf(bars, next)));
  // Once the query has the range, the query says where the handles stand.
  const key = `${given.first}:${given.last}:${bars.length}`;
  useEffect(() => {
    if (key) setMoved(null);
  }, [key]);
  const barAt = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    const share = box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('.hist-handle') : null;
    // A handle is dragged against the other; elsewhere a new range begins.
    from.current = handle ? (handle.dataset.handle === 'first' ? brush.last : brush.first) : barAt(event);
    if (!handle) setMoved({ first: from.current, last: from.current });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current === null) return;
    const at = barAt(event);
    setMoved({ first: Math.min(from.current, at), last: Math.max(from.current, at) });
  };
  const onPointerUp = () => {
    if (from.current !== null && moved) write(moved);
    from.current = null;
  };
  const step = (next: Brush) => {
    setMoved(next);
    write(next, restMs);
  };
  return (
    <div className="hist-plot">
      <div
        ref={plot}
        className="hist-bars"
        role="group"
        aria-label={`Hits over time, ${counted(bars.length, 'bar', 'bars')}`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
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

/** The newest `run`, now or when it rests. */
function useLatest(run: (brush: Brush) => void): (brush: Brush, afterMs?: number) => void {
  const latest = useRef(run);
  latest.current = run;
  const waiting = useRef<Brush | null>(null);
  const [rest] = useState(() =>
    debounce(() => {
      if (waiting.current) latest.current(waiting.current);
    }, restMs),
  );
  return (brush, afterMs = 0) => {
    waiting.current = brush;
    rest.call();
    if (afterMs === 0) rest.flush();
  };
}
