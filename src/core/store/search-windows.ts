/**
 * Cuts the archive into stretches of ids, so that no single statement can be long: SQLite cannot be interrupted here. The
 * first stretch holds about 5,000 articles; the next ones grow or shrink with the time that the last one took.
 */
import type { ReadableDb } from './handles.ts';

export interface IdWindow {
  /** Both included. */
  readonly low: number;
  readonly high: number;
  /** Nothing lies beyond. */
  readonly isLast: boolean;
}

const firstArticles = 5_000;
// A stretch should take about so long: well under a frame and a half, long enough that beginning it costs nothing.
const targetMs = 12;
const shortestMs = 0.05;

interface Density {
  readonly arrival: number;
  readonly newest: number;
  readonly oldest: number;
}
// How wide a stretch of 5,000 articles is at either end; looked up anew when articles came.
const densities = new WeakMap<ReadableDb, Density>();

/** Asks after each stretch how many milliseconds it took. */
export function* idWindows(
  db: ReadableDb,
  range: { readonly low: number; readonly high: number; readonly newestFirst: boolean },
): Generator<IdWindow, void, number> {
  const ends = db.get<{ low: number | null; high: number | null; arrival: number | null }>(
    `SELECT (SELECT min(article_id) FROM article_status) AS low, (SELECT max(article_id) FROM article_status) AS high,
       (SELECT max(arrival) FROM article_status) AS arrival`,
  );
  const density = densityOf(db, ends?.arrival ?? 0);
  const low = Math.max(range.low, ends?.low ?? 0);
  const high = Math.min(range.high, ends?.high ?? 0);
  let width = range.newestFirst ? density.newest : density.oldest;
  let from = range.newestFirst ? high : low;
  for (;;) {
    const to = range.newestFirst ? from - width : from + width;
    const isLast = range.newestFirst ? to <= low : to >= high;
    const window = range.newestFirst
      ? { low: isLast ? low : to, high: from, isLast }
      : { low: from, high: isLast ? high : to, isLast };
    const ms = yield window;
    if (isLast) return;
    from = range.newestFirst ? to - 1 : to + 1;
    width = Math.ceil(width * Math.min(2_000, Math.max(0.25, targetMs / Math.max(ms, shortestMs))));
  }
}

function densityOf(db: ReadableDb, arrival: number): Density {
  const known = densities.get(db);
  if (known !== undefined && arrival - known.arrival < firstArticles / 5) return known;
  const density = { arrival, newest: widthAt(db, 'DESC'), oldest: widthAt(db, 'ASC') };
  densities.set(db, density);
  return density;
}

function widthAt(db: ReadableDb, direction: 'ASC' | 'DESC'): number {
  const ids = db.all<{ id: number }>(
    `SELECT * FROM (SELECT article_id AS id FROM article_status ORDER BY article_id ${direction} LIMIT 1)
     UNION ALL SELECT * FROM (SELECT article_id AS id FROM article_status ORDER BY article_id ${direction} LIMIT 1 OFFSET ${firstArticles})`,
  );
  const [first, last] = ids;
  if (first === undefined || last === undefined) return Number.MAX_SAFE_INTEGER;
  return Math.max(1, Math.abs(first.id - last.id));
}
