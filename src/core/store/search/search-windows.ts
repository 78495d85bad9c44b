/**
 * Cuts the archive into stretches of ids, so that no single statement can be long: SQLite cannot be interrupted here. The
 * first stretch holds about 5,000 articles, or more where each hit is one at once; the next ones grow or shrink with the time
 * that the last one took.
 */
import type { ReadableDb } from '../handles.ts';

export interface IdWindow {
  /** Both included. */
  readonly low: number;
  readonly high: number;
  /** Nothing lies beyond. */
  readonly isLast: boolean;
}

const firstArticles = 5_000;
// Of a single word 100,000 hits that are all hidden are passed over in some 40 ms; rows may have to come from the disk.
const firstTimes = { streams: 20, usual: 1, careful: 0.2 } as const;
// A stretch should take about so long: well under a frame and a half, long enough that beginning it costs nothing.
const targetMs = 12;
const shortestMs = 0.05;
// Rows that nobody has read for long come from the disk, and take 50 times as long as those before.
const careful = { targetMs: 6, mostGrowth: 3 };
const usual = { targetMs, mostGrowth: 2_000 };
const knownForMs = 1_000;

/** How hits are found: each one in the index is one (`streams`), by the index and then by their rows, or by rows alone (`careful`). */
export type Pace = keyof typeof firstTimes;

interface Range {
  readonly low: number;
  readonly high: number;
  readonly newestFirst: boolean;
  readonly pace: Pace;
}

interface Density {
  readonly arrival: number;
  /** The lowest and the highest number there was, and when they were looked up, by the performance clock. */
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly newest: number;
  readonly oldest: number;
}
// How wide a stretch of 5,000 articles is at either end; looked up anew when articles came.
const densities = new WeakMap<ReadableDb, Density>();

/** Asks after each stretch how many milliseconds it took. */
export function* idWindows(db: ReadableDb, range: Range): Generator<IdWindow, void, number> {
  const times = firstTimes[range.pace];
  const first = range.newestFirst ? firstWindow(db, range, times) : undefined;
  if (first === undefined) return yield* exactWindows(db, range, { times });
  const ms = yield first;
  if (!first.isLast) yield* exactWindows(db, { ...range, high: first.low - 1 }, { times, ms });
}

/**
 * Most pages need no more: what was looked up a moment ago says how far down it goes, and it is open towards what came
 * since. A stretch that holds all there is, is the last: where it would end, there is no moment.
 */
function firstWindow(db: ReadableDb, range: Range, times: number): IdWindow | undefined {
  const known = densities.get(db);
  if (known === undefined || performance.now() - known.at > knownForMs) return undefined;
  const to = Math.min(range.high, known.high) - Math.ceil(known.newest * times);
  const isLast = to <= Math.max(range.low, known.low);
  return { low: isLast ? range.low : to, high: range.high, isLast };
}

function* exactWindows(
  db: ReadableDb,
  range: Range,
  begun: { readonly times: number; readonly ms?: number },
): Generator<IdWindow, void, number> {
  const { targetMs: wanted, mostGrowth } = range.pace === 'careful' ? careful : usual;
  const growth = (ms: number): number => Math.min(mostGrowth, Math.max(0.25, wanted / Math.max(ms, shortestMs)));
  const ends = db.get<{ low: number | null; high: number | null; arrival: number | null }>(
    `SELECT (SELECT min(article_id) FROM article_status) AS low, (SELECT max(article_id) FROM article_status) AS high,
       (SELECT max(arrival) FROM article_status) AS arrival`,
  );
  const density = densityOf(db, { arrival: ends?.arrival ?? 0, low: ends?.low ?? 0, high: ends?.high ?? 0 });
  const low = Math.max(range.low, ends?.low ?? 0);
  const high = Math.min(range.high, ends?.high ?? 0);
  if (begun.ms !== undefined && low > high) return;
  let width = Math.ceil((range.newestFirst ? density.newest : density.oldest) * begun.times);
  if (begun.ms !== undefined) width = Math.ceil(width * growth(begun.ms));
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
    width = Math.ceil(width * growth(ms));
  }
}

function densityOf(db: ReadableDb, ends: Pick<Density, 'arrival' | 'low' | 'high'>): Density {
  const at = performance.now();
  const known = densities.get(db);
  if (known !== undefined && ends.arrival - known.arrival < firstArticles / 5) {
    const still = { ...known, low: ends.low, high: ends.high, at };
    densities.set(db, still);
    return still;
  }
  const density = { ...ends, at, newest: widthAt(db, 'DESC'), oldest: widthAt(db, 'ASC') };
  densities.set(db, density);
  return density;
}

/** Infinite where all there is fits into one stretch. */
function widthAt(db: ReadableDb, direction: 'ASC' | 'DESC'): number {
  const ids = db.all<{ id: number }>(
    `SELECT * FROM (SELECT article_id AS id FROM article_status ORDER BY article_id ${direction} LIMIT 1)
     UNION ALL SELECT * FROM (SELECT article_id AS id FROM article_status ORDER BY article_id ${direction} LIMIT 1 OFFSET ${firstArticles})`,
  );
  const [first, last] = ids;
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.abs(first.id - last.id));
}
