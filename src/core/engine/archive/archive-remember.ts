/** What an archive knows of articles that its library had let go: merged, too, so that they do not come as new again. */
import { ok, type Result } from '../../../contract/errors.ts';
import { type ForgottenArticle, rememberForgotten } from '../../store/archive/forgotten.ts';
import { momentOfId } from '../../store/articles/article-id.ts';
import { feedIdAt } from '../../store/feeds/feeds.ts';
import type { WritableDb } from '../../store/handles.ts';
import { tableFile } from './archive-names.ts';
import { takenInPart } from './check-archive.ts';
import { linesOf } from './lines-of.ts';

// Reading a line takes some microseconds, storing an article ten times that.
const linesAStep = 2_000;
const articlesAStep = 200;

type Row = Readonly<Record<string, unknown>>;
interface Tables {
  readonly folder: string;
  readonly tables: readonly string[];
}
type Forgotten = ForgottenArticle & { readonly keys: string[] };

/** Returns how many. Goes by the tables of a checked archive, of whatever version: columns are found by their names. */
export function* rememberArchive(db: WritableDb, input: Tables): Generator<undefined, Result<number>> {
  try {
    return ok(yield* remember(db, input));
  } catch (error) {
    return takenInPart(error);
  }
}

function* remember(db: WritableDb, { folder, tables }: Tables): Generator<undefined, number> {
  const rows = function* (table: string): Generator<Row | undefined> {
    if (tables.includes(table)) yield* rowsOf(folder, tableFile(table));
  };
  const feedIds = new Map<unknown, number>();
  for (const row of rows('feed')) {
    const feedId = typeof row?.url === 'string' && row.removed_at === null ? feedIdAt(db, row.url) : undefined;
    if (feedId !== undefined) feedIds.set(row?.id, feedId);
  }
  const forgotten = new Map<unknown, Forgotten>();
  for (const row of rows('article_status')) {
    if (row === undefined) yield;
    const one = row === undefined ? undefined : forgottenIn(row, feedIds);
    if (one !== undefined) forgotten.set(row?.article_id, one);
  }
  for (const row of rows('article_key')) {
    if (row === undefined) yield;
    else if (typeof row.key === 'string') forgotten.get(row.article_id)?.keys.push(row.key);
  }
  const stored = new Set<number>();
  for (const [at, one] of [...forgotten.values()].entries()) {
    if (at > 0 && at % articlesAStep === 0) yield;
    const id = rememberForgotten(db, one, stored);
    if (id !== undefined) stored.add(id);
  }
  return stored.size;
}

/** An unsubscribed feed's articles are not there either, but may come back with it: only those of feeds that stand are forgotten. */
function forgottenIn(
  { article_id, feed_id, identity, present }: Row,
  feedIds: ReadonlyMap<unknown, number>,
): Forgotten | undefined {
  const feedId = feedIds.get(feed_id);
  if (feedId === undefined || present !== 0 || typeof identity !== 'string' || !isMoment(article_id)) return undefined;
  return { feedId, identity, keys: [], at: momentOfId(article_id) };
}

function isMoment(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0;
}

/** Empty for what is none: an archive of another version, or of another program, is taken as far as it can be read. */
function asList(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Each row by its columns' names, and now and then undefined: time for a step. */
function* rowsOf(folder: string, path: string): Generator<Row | undefined> {
  let columns: string[] | undefined;
  let lines = 0;
  for (const line of linesOf(folder, path)) {
    const values = asList(line);
    if (columns === undefined) columns = values.map(String);
    else yield Object.fromEntries(columns.map((name, at) => [name, values[at]]));
    lines += 1;
    if (lines % linesAStep === 0) yield undefined;
  }
}
