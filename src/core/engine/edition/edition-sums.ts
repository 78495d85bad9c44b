/** What Today says in numbers of what is new. */
import type { EpochMs } from '../../lib/clock.ts';
import type { PageRow } from '../../store/articles/page-rows.ts';
import type { RankedStory } from '../stories/rank-library.ts';

interface EditionSums {
  readonly fresh: number;
  readonly sinceVisit: number;
  /** Stories of the reader that a new publisher joined since the last visit. */
  readonly moved: number;
  readonly toldAgain: number;
}

export function sumsOf(
  open: readonly PageRow[],
  about: {
    readonly top: readonly RankedStory[];
    readonly followed: ReadonlySet<number>;
    readonly visit: { arrival: number; at: EpochMs } | undefined;
  },
): EditionSums {
  const { top, followed, visit } = about;
  const stories = open.flatMap(({ storyId }) => storyId ?? []);
  const after = visit?.arrival ?? -1;
  return {
    fresh: open.length,
    sinceVisit: visit === undefined ? open.length : open.filter(({ arrival }) => arrival > visit.arrival).length,
    moved: top.filter(({ id, rows }) => followed.has(id) && hasNewPublisher(rows, after)).length,
    toldAgain: stories.length - new Set(stories).size,
  };
}

function hasNewPublisher(rows: RankedStory['rows'], after: number): boolean {
  const known = new Set(rows.filter(({ arrival }) => arrival <= after).map(({ publisher }) => publisher));
  return rows.some(({ publisher }) => !known.has(publisher));
}
