/** The range over the histogram: as the query has it, or as it is being dragged or moved by keys until it is written. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { debounce } from '../../lib/debounce.ts';
import { type Bar, type Brush, brushOf, datesOf } from './histogram-range.ts';
import type { Stretch } from './query-filters.ts';

interface Range {
  readonly bars: readonly Bar[];
  readonly stretch: Stretch;
  /** 'YYYY-MM-DD..YYYY-MM-DD', or null for no limit. */
  readonly onRange: (dates: string | null) => void;
}

/** A handle moved by keys is written into the query when it rests. */
const restMs = 350;

export function useBrush({ bars, stretch, onRange }: Range) {
  const given = brushOf(bars, stretch);
  const [moved, setMoved] = useState<Brush | null>(null);
  const brush = moved ?? given;
  const plot = useRef<HTMLDivElement>(null);
  const write = useLatest((next: Brush) => onRange(datesOf(bars, next)));
  // Once the query has the range, the query says where the handles stand.
  const key = `${given.first}:${given.last}:${bars.length}`;
  useEffect(() => {
    if (key) setMoved(null);
  }, [key]);
  const drag = useDrag({ bars, brush, plot, onMove: setMoved, onEnd: () => moved && write(moved) });
  const step = (next: Brush) => {
    setMoved(next);
    write(next, restMs);
  };
  return { brush, plot, handlers: drag, step };
}

interface Drag {
  readonly bars: readonly Bar[];
  readonly brush: Brush;
  readonly plot: RefObject<HTMLElement | null>;
  /** null: let go without a word, where the system took the pointer away. */
  readonly onMove: (brush: Brush | null) => void;
  readonly onEnd: () => void;
}

function useDrag({ bars, brush, plot, onMove, onEnd }: Drag) {
  /** Position of the bar that stays where it is while the pointer moves. */
  const from = useRef<number | null>(null);
  const barAt = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    const share = box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('.hist-handle') : null;
      // A handle is dragged against the other; elsewhere a new range begins.
      from.current = handle ? (handle.dataset.handle === 'first' ? brush.last : brush.first) : barAt(event);
      if (!handle) onMove({ first: from.current, last: from.current });
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === null) return;
      const at = barAt(event);
      onMove({ first: Math.min(from.current, at), last: Math.max(from.current, at) });
    },
    onPointerUp: () => {
      if (from.current !== null) onEnd();
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
      onMove(null);
    },
  };
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
