/** Which feeds of the table are ticked. */
import type { FeedId } from '../../../contract/ids.ts';

export type Selection = ReadonlySet<FeedId>;

/** What a change says of one feed, or of all from the last one ticked to it when Shift was held. */
export interface TickChange {
  readonly id: FeedId;
  readonly isSelected: boolean;
  readonly from: FeedId | null;
}

/** `shown` is the table's order: a range means what is seen between its two ends. */
export function afterTick(
  selection: Selection,
  shown: readonly FeedId[],
  { id, isSelected, from }: TickChange,
): Selection {
  const next = new Set(selection);
  for (const feed of rangeOf(shown, from, id)) {
    if (isSelected) next.add(feed);
    else next.delete(feed);
  }
  return next;
}

function rangeOf(shown: readonly FeedId[], from: FeedId | null, to: FeedId): readonly FeedId[] {
  const start = from === null ? -1 : shown.indexOf(from);
  const end = shown.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** The state of the tick that stands for all rows shown. */
export function tickOfAll(selection: Selection, shown: readonly FeedId[]): 'none' | 'some' | 'all' {
  const ticked = shown.reduce((sum, id) => sum + Number(selection.has(id)), 0);
  return ticked === 0 ? 'none' : ticked === shown.length ? 'all' : 'some';
}
