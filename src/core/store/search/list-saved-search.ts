/** The view of a saved search: its unread articles from what is kept, all of its articles from the index. */
import type { ArticleId } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { Budget } from '../../lib/budget.ts';
import type { SearchPlan } from '../../lib/search-plan.ts';
import { summariesOf } from '../articles/article-rows.ts';
import type { ReadableDb } from '../handles.ts';
import { savedSearchAt } from './saved-searches.ts';
import { unreadIdsOf } from './search-counts.ts';
import { searchSql } from './search-sql.ts';
import { countHits, walkHits } from './search-walk.ts';

type ListInput = ParsedInputOf<'articles.list'>;
type NextInput = ParsedInputOf<'articles.next'>;

export interface SavedView {
  readonly id: number;
  readonly plan: SearchPlan;
}

// A scroll bar need not know more; beyond it the list says how many it has shown.
const countedHits = 10_000;

export function listSavedSearch(
  db: ReadableDb,
  view: SavedView,
  input: ListInput,
  budget: Budget,
): OutputOf<'articles.list'> {
  const unread = savedSearchAt(db, view.id)?.unread ?? 0;
  const start = startOf(db, view, input, budget);
  const found = idsOf(db, view, { ...input, ...start, limit: input.limit + 1 }, budget);
  const kept = input.onlyUnread && start.after === undefined && start.offset === 0 ? keptHits(db, input.keep) : [];
  const merged = [...new Set([...found, ...kept])].sort((a, b) => (input.order === 'newest' ? b - a : a - b));
  const ids = merged.slice(0, input.limit);
  const last = ids.at(-1);
  const more = merged.length > input.limit && last !== undefined;
  const total = input.onlyUnread ? unread + kept.length : totalOf(db, view, budget);
  const shown = start.shownBefore + ids.length;
  return {
    articles: summariesOf(db, ids),
    ...(more ? { cursor: `${last}.${shown}` } : {}),
    total: more ? Math.max(total, shown + 1) : Math.max(input.onlyUnread ? 0 : shown, total),
    unread,
    arrival: db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0,
    offset: start.shownBefore,
  };
}

/** The next or previous one in the view; null at its end. */
export function nextInSavedSearch(
  db: ReadableDb,
  view: SavedView,
  input: NextInput,
  budget: Budget,
): OutputOf<'articles.next'> {
  const newest = (input.order === 'newest') === (input.direction === 'next');
  const about = {
    order: newest ? ('newest' as const) : ('oldest' as const),
    onlyUnread: input.unread || input.onlyUnread,
    after: input.from ?? undefined,
    offset: 0,
    limit: 1,
  };
  const [id] = idsOf(db, view, about, budget);
  return { article: id === undefined ? null : (summariesOf(db, [id])[0] ?? null), view: input.view };
}

/** Ids to mark when all of the view is marked: what it holds unread, or its newest hits for other marks. */
export function idsToMark(db: ReadableDb, view: SavedView, onlyUnread: boolean, budget: Budget): number[] {
  return idsOf(db, view, { order: 'newest', onlyUnread, after: undefined, offset: 0, limit: 100_000 }, budget);
}

interface Wanted {
  readonly order: 'newest' | 'oldest';
  readonly onlyUnread: boolean;
  readonly after: number | undefined;
  readonly offset: number;
  readonly limit: number;
}

function idsOf(db: ReadableDb, view: SavedView, wanted: Wanted, budget: Budget): number[] {
  const newestFirst = wanted.order === 'newest';
  if (wanted.onlyUnread) return unreadIdsOf(db, view.id, { ...wanted, newestFirst });
  const { where } = view.plan;
  if (where === undefined) return [];
  const sql = searchSql(db, { ...view.plan, where });
  const columns = `${sql.match === undefined ? 's.article_id' : 'article_index.rowid'} AS id`;
  const range = { newestFirst, after: wanted.after, limit: wanted.offset + wanted.limit };
  const walked = walkHits<{ id: number }>(db, sql, range, { columns, budget });
  return walked.rows.map((row) => row.id).slice(wanted.offset);
}

function startOf(
  db: ReadableDb,
  view: SavedView,
  input: ListInput,
  budget: Budget,
): { readonly after: number | undefined; readonly offset: number; readonly shownBefore: number } {
  if (input.cursor !== undefined) {
    const [id, shown] = input.cursor.split('.').map(Number);
    if (Number.isSafeInteger(id) && Number.isSafeInteger(shown))
      return { after: id, offset: 0, shownBefore: Math.max(0, shown ?? 0) };
  }
  const offset =
    input.around === undefined
      ? (input.offset ?? 0)
      : Math.max(0, before(db, view, input, input.around, budget) - Math.floor(input.limit / 4));
  return { after: undefined, offset, shownBefore: offset };
}

/** How many of the view stand before this article. */
function before(db: ReadableDb, view: SavedView, input: ListInput, id: ArticleId, budget: Budget): number {
  const ids = idsOf(db, view, { ...input, after: undefined, offset: 0, limit: countedHits }, budget);
  const at = ids.findIndex((one) => (input.order === 'newest' ? one <= id : one >= id));
  return at < 0 ? ids.length : at;
}

function totalOf(db: ReadableDb, view: SavedView, budget: Budget): number {
  const { where } = view.plan;
  if (where === undefined) return 0;
  return countHits(db, searchSql(db, { ...view.plan, where }), countedHits, budget.within(25)).n;
}

/** Rows that were read while the list was open. */
function keptHits(db: ReadableDb, keep: readonly number[]): number[] {
  if (keep.length === 0) return [];
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM article_status WHERE article_id IN (SELECT value FROM json_each(:keep))
         AND unread = 0 AND present = 1 AND hidden = 0`,
      { keep: JSON.stringify(keep) },
    )
    .map((row) => row.article_id);
}
