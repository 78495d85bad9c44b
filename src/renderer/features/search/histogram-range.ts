/** The brush over the histogram: which bars it covers, and the dates that stand for them in the query. */
import type { Stretch } from './query-filters.ts';

export interface Bar {
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly count: number;
}

/** Positions of the first and the last bar that are covered. */
export interface Brush {
  readonly first: number;
  readonly last: number;
}

/** The bars that a stretch of time covers, also in part; all when it covers none of them. */
export function brushOf(bars: readonly Bar[], { from, to }: Stretch): Brush {
  const first = bars.findIndex((bar) => bar.to > from);
  const last = bars.findLastIndex((bar) => bar.from < to);
  return first < 0 || last < first ? { first: 0, last: bars.length - 1 } : { first, last };
}

/** Moves one handle, which stops at the other. */
export function moveHandle(brush: Brush, handle: keyof Brush, to: number, bars: number): Brush {
  if (handle === 'first') return { ...brush, first: Math.max(0, Math.min(to, brush.last)) };
  return { ...brush, last: Math.min(bars - 1, Math.max(to, brush.first)) };
}

/** 'YYYY-MM-DD..YYYY-MM-DD' in the computer's own zone; null when all bars are covered: no limit. */
export function datesOf(bars: readonly Bar[], { first, last }: Brush): string | null {
  const from = bars[first]?.from;
  const to = bars[last]?.to;
  if (from === undefined || to === undefined || (first === 0 && last === bars.length - 1)) return null;
  return `${isoDay(from)}..${isoDay(to - 1)}`;
}

function isoDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
/** Above this span months are what a reader thinks in: 120 days. */
const monthsFromMs = 120 * 86_400_000;

/** 'Dec 2025' over years, '12 Nov' over weeks. */
function axisWords(at: number, spanMs: number): string {
  return (spanMs > monthsFromMs ? monthFormat : dayFormat).format(at).replace('Sept', 'Sep');
}

/** Up to four labels under the bars, evenly spread: at the beginning, between, and at the end. */
export function axisLabels(bars: readonly Bar[]): readonly { readonly at: number; readonly text: string }[] {
  const first = bars[0];
  const end = bars.at(-1);
  if (!first || !end) return [];
  const spanMs = end.to - first.from;
  const count = Math.min(4, bars.length);
  const labels = Array.from({ length: count }, (_, index) => {
    const position = count === 1 ? 0 : Math.round((index * (bars.length - 1)) / (count - 1));
    return { at: position, text: axisWords(bars[position]?.from ?? first.from, spanMs) };
  });
  return labels.filter(({ text }, index) => text !== labels[index - 1]?.text);
}
