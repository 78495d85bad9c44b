/** Walks over the hits of a search in id order, stretch by stretch, until it has enough, is told to stop or has no time left. */
import type { Budget } from '../../lib/budget.ts';
import type { ReadableDb, SqlParameters, SqlValue } from '../handles.ts';
import { highestId, lowestId, type SearchSql } from './search-sql.ts';
import { type IdWindow, idWindows } from './search-windows.ts';

const pageRows = 100;
// Looking at the clock takes as long as finding a row of a frequent word.
const rowsALook = 8;
// What any machine has time for, however busy it is: a small library is always walked to its end.
const leastRows = 64;

export interface WalkedRange {
  readonly newestFirst: boolean;
  /** Go on after this id, not included. */
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface Walked<Row> {
  readonly rows: Row[];
  /** All hits of the range were seen, or as many as were asked for. */
  readonly isComplete: boolean;
  /** The last id that was looked at, when the budget ended the walk. */
  readonly reached: number | undefined;
}

/** `columns` may name article_index functions only where the search has a match, and a row of it only with `needsArticle`. */
export function walkHits<Row extends { readonly id: number }>(
  db: ReadableDb,
  sql: SearchSql,
  range: WalkedRange,
  how: { readonly columns: string; readonly budget: Budget; readonly needsArticle?: boolean },
): Walked<Row> {
  return walk(db, sql, range, {
    ...how,
    all: (statement, parameters) => db.all<Row>(statement, parameters),
    iterate: (statement, parameters) => db.iterate<Row>(statement, parameters),
    idOf: (row) => row.id,
  });
}

/** The numbers alone, which is faster. */
export function walkIds(db: ReadableDb, sql: SearchSql, range: WalkedRange, budget: Budget): Walked<number> {
  const rows = newestOfWord(db, sql, range);
  if (rows !== undefined) return { rows, isComplete: true, reached: undefined };
  return walk(db, sql, range, {
    columns: idOf(sql),
    budget,
    all: (statement, parameters) => db.column<number>(statement, parameters),
    iterate: (statement, parameters) => db.iterateColumn<number>(statement, parameters),
    idOf: (id) => id,
  });
}

/**
 * The first page of a single word: its limit bounds it, since each hit of the index is one, unless something that no search
 * shows lies among them. Bounds of ids would cost as much again as the page. undefined: to be walked.
 */
function newestOfWord(db: ReadableDb, sql: SearchSql, range: WalkedRange): number[] | undefined {
  const isFromNow = sql.high === highestId && range.after === undefined && range.newestFirst;
  if (!isFromNow || !sql.isMatchAlone || sql.pace !== 'streams' || range.limit > pageRows) return undefined;
  const rows = db.column<number>(
    'SELECT rowid FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT :limit',
    { match: sql.match ?? '', limit: range.limit },
  );
  const unseen = db.column(
    `SELECT 1 FROM article_status INDEXED BY status_unseen
     WHERE article_id >= :oldest AND article_id <= :newest AND (hidden = 1 OR present = 0) LIMIT 1`,
    { oldest: rows.at(-1) ?? 0, newest: rows[0] ?? 0 },
  );
  if (unseen.length > 0) return undefined;
  return sql.low === lowestId ? rows : rows.filter((id) => id >= sql.low);
}

interface HowToWalk<Row> {
  readonly columns: string;
  readonly budget: Budget;
  readonly needsArticle?: boolean;
  readonly all: (statement: string, parameters: SqlParameters) => Row[];
  readonly iterate: (statement: string, parameters: SqlParameters) => Iterable<Row>;
  readonly idOf: (row: Row) => number;
}

function walk<Row>(db: ReadableDb, sql: SearchSql, range: WalkedRange, how: HowToWalk<Row>): Walked<Row> {
  let rows: Row[] = [];
  const statement = `SELECT ${how.columns} ${hitsFrom(sql, how.needsArticle ?? false)}
    ORDER BY ${idOf(sql)} ${range.newestFirst ? 'DESC' : 'ASC'} LIMIT :limit`;
  const windows = idWindows(db, boundsOf(sql, range));
  let ms = 0;
  for (;;) {
    const next = windows.next(ms);
    if (next.done === true) return { rows, isComplete: true, reached: undefined };
    const start = performance.now();
    const parameters = windowParameters(sql, next.value, range.limit - rows.length);
    // a page is most often in the first stretch; taken at once it costs a quarter less than row by row
    if (ms === 0 && range.limit <= pageRows) rows = how.all(statement, parameters);
    else {
      for (const row of how.iterate(statement, parameters)) {
        rows.push(row);
        if (rows.length % rowsALook === 0 && mustStop(how.budget, rows.length))
          return { rows, isComplete: false, reached: how.idOf(row) };
      }
    }
    if (rows.length >= range.limit) return { rows, isComplete: true, reached: undefined };
    if (how.budget.isSpent && !next.value.isLast)
      return { rows, isComplete: false, reached: range.newestFirst ? next.value.low : next.value.high };
    ms = performance.now() - start;
  }
}

function mustStop(budget: Budget, rows: number): boolean {
  return budget.isCancelled || (rows >= leastRows && budget.isSpent);
}

export interface CountStart {
  /** So many newest hits are known already, and this is the last of them. */
  readonly n: number;
  readonly after: number | undefined;
}

/** Counts hits newest first, up to `most`. */
export function countHits(
  db: ReadableDb,
  sql: SearchSql,
  most: number,
  budget: Budget,
  start: CountStart = { n: 0, after: undefined },
): { readonly n: number; readonly isExact: boolean } {
  const statement = `SELECT count(*) AS n FROM (SELECT 1 ${hitsFrom(sql, false)} LIMIT :limit)`;
  const windows = idWindows(db, boundsOf(sql, { newestFirst: true, after: start.after, limit: most }));
  let { n } = start;
  let ms = 0;
  // what finding the page has left of the time
  if (budget.isSpent) return { n, isExact: false };
  for (;;) {
    const next = windows.next(ms);
    if (next.done === true) return { n, isExact: true };
    const begun = performance.now();
    n += db.get<{ n: number }>(statement, windowParameters(sql, next.value, most - n))?.n ?? 0;
    if (n >= most) return { n, isExact: false };
    if (budget.isSpent && !next.value.isLast) return { n, isExact: false };
    ms = performance.now() - begun;
  }
}

function boundsOf(sql: SearchSql, range: WalkedRange): Parameters<typeof idWindows>[1] {
  const { after, newestFirst } = range;
  return {
    low: after === undefined || newestFirst ? sql.low : Math.max(sql.low, after + 1),
    high: after === undefined || !newestFirst ? sql.high : Math.min(sql.high, after - 1),
    newestFirst,
    pace: sql.pace,
  };
}

const inWindow = 'article_index MATCH :match AND article_index.rowid >= :low AND article_index.rowid <= :high';
const idOf = (sql: SearchSql): string => (sql.match === undefined ? 's.article_id' : 'article_index.rowid');

/**
 * FROM and WHERE of a search whose columns name s only where they name a. Where the match alone tells the hits, none of
 * their rows is read: those of a rare word lie all over the file.
 */
function hitsFrom(sql: SearchSql, needsArticle: boolean): string {
  if (!sql.isMatchAlone || needsArticle) return fromHits(sql, needsArticle);
  return `FROM article_index WHERE ${inWindow} AND NOT EXISTS (SELECT 1 FROM article_status AS u
    INDEXED BY status_unseen WHERE u.article_id = article_index.rowid AND (u.hidden = 1 OR u.present = 0))`;
}

/** FROM and WHERE of a search, with its rows. CROSS JOIN: the index, or the walk over status rows, comes first whatever the planner thinks. */
export function fromHits(sql: SearchSql, needsArticle: boolean): string {
  const article = sql.needsArticle || needsArticle ? 'CROSS JOIN article AS a ON a.id = s.article_id' : '';
  const status = `article_status AS s${sql.index === undefined || sql.match !== undefined ? '' : ` INDEXED BY ${sql.index}`}`;
  if (sql.match === undefined)
    return `FROM ${status} ${article} WHERE s.article_id >= :low AND s.article_id <= :high AND ${sql.where}`;
  return `FROM article_index CROSS JOIN ${status} ON s.article_id = article_index.rowid ${article}
    WHERE ${inWindow} AND ${sql.where}`;
}

/** Bounds go over as 64-bit integers: the full-text index disregards bounds that are not. */
export function windowParameters(sql: SearchSql, window: IdWindow, limit: number): Readonly<Record<string, SqlValue>> {
  return {
    ...sql.parameters,
    ...(sql.match === undefined ? {} : { match: sql.match }),
    low: BigInt(window.low),
    high: BigInt(window.high),
    limit,
  };
}
