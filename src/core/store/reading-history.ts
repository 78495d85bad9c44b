/** What is kept of what the reader did with articles, and forgetting it. */
import type { OutputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import type { ReadableDb, WritableDb } from './handles.ts';
import { pixelsThisWeek } from './removed-pixels.ts';
import { deleteErased, eraseTaste, readingKinds } from './stories/taste.ts';

/** Reads the log once: about 50 ms for 100,000 signals. */
export function readingHistory(db: ReadableDb, now: EpochMs): OutputOf<'reading.history'> {
  const { articles, since } = db.get<{ articles: number; since: number | null }>(
    `SELECT count(DISTINCT article_id) AS articles, min(at) AS since FROM event WHERE kind IN (${readingKinds})`,
  ) ?? { articles: 0, since: null };
  return { articles, since, pixelsThisWeek: pixelsThisWeek(db, now) };
}

/** Places and the log go, and with them what was learned from it: a model would tell what it was taught by. */
export function forgetReading(db: WritableDb, now: EpochMs): OutputOf<'reading.forget'> {
  const { articles } = readingHistory(db, now);
  db.run('DELETE FROM reading_place');
  eraseTaste(db, undefined, now);
  deleteErased(db, now + 1);
  return { articles };
}
