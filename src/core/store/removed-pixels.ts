/** How many tracking pixels were left out of new articles, by day, for the last seven days. */
import type { EpochMs } from '../lib/clock.ts';
import { storedJson } from '../lib/stored-json.ts';
import type { ReadableDb, WritableDb } from './handles.ts';
import { getFact, setFact } from './settings.ts';

const fact = 'removed_pixels';
const dayMs = 86_400_000;
const days = 7;

/** By the number of the day since 1970. */
type Counts = Readonly<Record<string, number>>;

export function countPixels(db: WritableDb, pixels: number, now: EpochMs): void {
  if (pixels === 0) return;
  const counts = recent(db, now);
  const today = String(Math.floor(now / dayMs));
  setFact(db, fact, JSON.stringify({ ...counts, [today]: (counts[today] ?? 0) + pixels }));
}

export function pixelsThisWeek(db: ReadableDb, now: EpochMs): number {
  return Object.values(recent(db, now)).reduce((sum, pixels) => sum + pixels, 0);
}

function recent(db: ReadableDb, now: EpochMs): Counts {
  const oldest = Math.floor(now / dayMs) - days;
  const kept = Object.entries(storedJson<Counts>(getFact(db, fact) ?? '{}', {}));
  return Object.fromEntries(kept.filter(([day, pixels]) => Number(day) > oldest && Number.isFinite(pixels)));
}
