/** Picks of the day: yours, each feed's best, and what you kept and never finished. Chosen once a day, so that they stay where they are. */
import { dayMs } from '../../curation/curation-article.ts';
import { feedHighlights, lookBack, type PickCandidate, type PickReason, starredPicks } from '../../curation/picks.ts';
import type { EpochMs } from '../../lib/clock.ts';
import {
  finishedAmong,
  keptAt,
  keptRows,
  type PageRow,
  starredRows,
  unreadRows,
} from '../../store/articles/page-rows.ts';
import type { ReadableDb } from '../../store/handles.ts';

export interface DayPicks {
  readonly starred: readonly number[];
  readonly highlights: readonly number[];
  readonly lookBack: readonly number[];
}

const read = 400;
const shown = 12;

export function picksOfDay(db: ReadableDb, now: EpochMs): DayPicks {
  const own = new Map([...starredRows(db, read), ...keptRows(db, read)].map((row) => [row.id, row]));
  const ids = [...own.keys()];
  const finished = finishedAmong(db, ids);
  const kept = keptAt(db, ids);
  const candidates = [...own.values()].map((row) => candidate(row, { finished, kept }));
  const unread = unreadRows(db, now - 14 * dayMs, read).map((row) => candidate(row, { finished, kept }));
  return {
    starred: idsOf(starredPicks(candidates, shown)),
    highlights: idsOf(feedHighlights(unread, now, shown)),
    lookBack: idsOf(lookBack(candidates, now, shown)),
  };
}

function candidate(
  row: PageRow,
  about: { readonly finished: ReadonlySet<number>; readonly kept: ReadonlyMap<number, EpochMs> },
): PickCandidate {
  return { ...row, finished: about.finished.has(row.id), savedAt: about.kept.get(row.id) };
}

function idsOf(picks: readonly { readonly id: number | string }[]): number[] {
  return picks.map(({ id }) => Number(id));
}

/** Two of yours, then one of each kind in turn: none crowds the others out. */
export function picksInTurn({ starred, highlights, lookBack: back }: DayPicks): { id: number; reason: PickReason }[] {
  const turns: { id: number; reason: PickReason }[] = [];
  for (let n = 0; n < shown; n += 1) {
    for (const [ids, reason] of [
      [starred, 'starred'],
      [back, 'kept-and-not-finished'],
      [highlights, 'feed-highlight'],
    ] as const) {
      const id = ids[n];
      if (id !== undefined) turns.push({ id, reason });
    }
  }
  return turns;
}

/** True when both moments are on one day of this computer's calendar. */
export function isSameDay(a: EpochMs, b: EpochMs): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The newest moment at which a morning edition was due. */
export function lastMorning(now: EpochMs, hour: number): EpochMs {
  const morning = new Date(now);
  morning.setHours(hour, 0, 0, 0);
  if (morning.getTime() > now) morning.setDate(morning.getDate() - 1);
  return morning.getTime();
}

export function nextMorning(now: EpochMs, hour: number): EpochMs {
  const morning = new Date(lastMorning(now, hour));
  morning.setDate(morning.getDate() + 1);
  morning.setHours(hour, 0, 0, 0);
  return morning.getTime();
}
