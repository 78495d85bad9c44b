/**
 * Keeps which unread articles each saved search holds. Reading an article takes it out by trigger; what arrived, changed or
 * became unread again waits in saved_search_due, and only that is asked of the index. Whole recounts only when a search is
 * new, or its query has come to mean something else.
 */
import type { SearchPlan } from '../../lib/search-plan.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { type SavedSearchRow, savedSearches } from './saved-searches.ts';
import { highestId, lowestId, type SearchSql, searchSql } from './search-sql.ts';
import { fromHits, windowParameters } from './search-walk.ts';

export interface SearchNews {
  readonly changed: boolean;
  /** Searches that want to tell, and how many new articles each found. */
  readonly found: readonly { readonly id: number; readonly name: string; readonly added: number }[];
}

export type PlanOf = (db: ReadableDb, query: string) => SearchPlan;

// One search over so many articles takes about 5 ms: a step of the writer must stay under 50.
const dueAStep = 500;
const recountedAStep = 2_000;
// Ids this many times thicker than the due ones among them are looked up one by one instead of walked over.
const thin = 20;

export function* updateSearchCounts(db: WritableDb, planOf: PlanOf): Generator<undefined, SearchNews> {
  const searches = savedSearches(db).map((row) => ({ row, plan: planOf(db, row.query) }));
  const before = new Map(searches.map(({ row }) => [row.id, row.unread]));
  const found = new Map<number, number>();
  for (const { row, plan } of searches) {
    const key = JSON.stringify(plan.where ?? null);
    if (key !== row.plan) yield* recount(db, row, plan, key);
  }
  for (;;) {
    const due = db.all<{ article_id: number; is_new: number }>(
      'SELECT article_id, is_new FROM saved_search_due ORDER BY article_id DESC LIMIT :limit',
      { limit: dueAStep },
    );
    if (due.length === 0) break;
    for (const { row, plan } of searches) {
      const added = addDue(db, row, plan, due);
      found.set(row.id, (found.get(row.id) ?? 0) + added);
    }
    db.run('DELETE FROM saved_search_due WHERE article_id IN (SELECT value FROM json_each(:ids))', { ids: idsOf(due) });
    yield;
  }
  const after = savedSearches(db);
  return {
    changed: after.some((row) => before.get(row.id) !== row.unread),
    found: after.flatMap(({ id, name, notify }) => {
      const added = found.get(id) ?? 0;
      return notify === 1 && added > 0 ? [{ id, name, added }] : [];
    }),
  };
}

const idsOf = (due: readonly { readonly article_id: number }[]): string =>
  JSON.stringify(due.map((row) => row.article_id));

/** How many of the new ones it found. */
function addDue(
  db: WritableDb,
  row: SavedSearchRow,
  plan: SearchPlan,
  due: readonly { readonly article_id: number; readonly is_new: number }[],
): number {
  const ids = idsOf(due);
  // a changed text may have left the search
  db.run(
    'DELETE FROM saved_search_unread WHERE search_id = :search AND article_id IN (SELECT value FROM json_each(:ids))',
    { search: row.id, ids },
  );
  const { where } = plan;
  if (where === undefined) return 0;
  const hits = new Set(
    hitsAmong(
      db,
      unreadOf(searchSql(db, { ...plan, where })),
      due.map((one) => one.article_id),
    ),
  );
  for (const id of hits) insertHit(db, row.id, id);
  return due.filter((one) => one.is_new === 1 && hits.has(one.article_id)).length;
}

function insertHit(db: WritableDb, search: number, id: number): void {
  db.run('INSERT OR IGNORE INTO saved_search_unread (search_id, article_id) VALUES (:search, :id)', { search, id });
}

/** Only unread articles are counted, and none of the hidden. */
function unreadOf(sql: SearchSql): SearchSql {
  return {
    ...sql,
    isMatchAlone: false,
    where: `${sql.where} AND s.unread = 1 AND s.hidden = 0`,
    index: sql.index ?? 'status_unread',
  };
}

/** `ids` newest first. */
function hitsAmong(db: ReadableDb, sql: SearchSql, ids: readonly number[]): number[] {
  const high = Math.min(ids[0] ?? 0, sql.high);
  const low = Math.max(ids.at(-1) ?? 0, sql.low);
  if (low > high) return [];
  const between = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM article_status INDEXED BY status_unread
       WHERE unread = 1 AND present = 1 AND hidden = 0 AND article_id BETWEEN :low AND :high LIMIT :most)`,
    { low: BigInt(low), high: BigInt(high), most: ids.length * thin },
  )?.n;
  const isThick = sql.match !== undefined && (between ?? 0) >= ids.length * thin;
  const lookUp = isThick ? 'AND article_index.rowid IN (SELECT value FROM json_each(:ids))' : '';
  return db
    .all<{ id: number }>(
      `SELECT s.article_id AS id ${fromHits(sql, false)} ${lookUp || 'AND s.article_id IN (SELECT value FROM json_each(:ids))'}`,
      { ...windowParameters(sql, { low, high, isLast: true }, 0), ids: JSON.stringify(ids) },
    )
    .map((row) => row.id);
}

function* recount(db: WritableDb, row: SavedSearchRow, plan: SearchPlan, key: string): Generator<undefined, void> {
  db.run('DELETE FROM saved_search_unread WHERE search_id = :id', { id: row.id });
  const { where } = plan;
  let before: number = highestId;
  while (where !== undefined) {
    const sql = unreadOf(searchSql(db, { ...plan, where }));
    const unread = db.all<{ id: number }>(
      `SELECT article_id AS id FROM article_status INDEXED BY status_unread
       WHERE unread = 1 AND present = 1 AND hidden = 0 AND article_id < :before ORDER BY article_id DESC LIMIT :limit`,
      { before: BigInt(before), limit: recountedAStep },
    );
    for (const id of hitsAmong(
      db,
      sql,
      unread.map((one) => one.id),
    ))
      insertHit(db, row.id, id);
    const last = unread.at(-1)?.id;
    if (last === undefined || unread.length < recountedAStep) break;
    before = last;
    yield;
  }
  db.run('UPDATE saved_search SET plan = :key WHERE id = :id', { key, id: row.id });
}

/** Unread articles of a saved search in order, straight from what is kept. */
export function unreadIdsOf(
  db: ReadableDb,
  searchId: number,
  walk: {
    readonly newestFirst: boolean;
    readonly after?: number | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): number[] {
  const after = walk.after ?? (walk.newestFirst ? highestId : lowestId);
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM saved_search_unread WHERE search_id = :searchId AND article_id ${walk.newestFirst ? '<' : '>'} :after
       ORDER BY article_id ${walk.newestFirst ? 'DESC' : 'ASC'} LIMIT :limit OFFSET :offset`,
      { searchId, after: BigInt(after), limit: walk.limit, offset: walk.offset },
    )
    .map((row) => row.article_id);
}
