/** Pages of a view. Every list walks an index in id order and stops at its limit; nothing is sorted that grows with the archive. */
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import { summariesOf } from './article-rows.ts';
import { viewTotals } from './counts.ts';
import type { ReadableDb } from './handles.ts';
import { mergedFeedIds } from './merge-feeds.ts';
import { type View, viewOf } from './views.ts';
import type { Walk } from './walk.ts';

type ListInput = ParsedInputOf<'articles.list'>;

export function listArticles(db: ReadableDb, input: ListInput, now: EpochMs): OutputOf<'articles.list'> {
  const view = viewOf(db, input.view, now);
  const offset = firstOffset(db, view, input);
  const walk: Walk = {
    onlyUnread: input.onlyUnread,
    newestFirst: input.order === 'newest',
    after: input.cursor === undefined ? undefined : cursorId(input.cursor),
    // one more than asked tells whether there is a next page
    limit: input.limit + 1,
    offset: input.cursor === undefined ? offset : 0,
    upToArrival: input.upToArrival,
  };
  const found = withKept(db, view, walk, input.keep);
  const ids = found.slice(0, input.limit);
  const last = ids.at(-1);
  const more = found.length > input.limit && last !== undefined;
  const articles = summariesOf(db, ids);
  const totals = viewTotals(db, input.view, view, now);
  return {
    articles,
    ...(more
      ? { cursor: writeCursor(last, (input.cursor === undefined ? offset : cursorOffset(input.cursor)) + ids.length) }
      : {}),
    total: input.onlyUnread ? totals.unread + input.keep.length : totals.total,
    unread: totals.unread,
    arrival: newestArrival(db),
    offset: input.cursor === undefined ? offset : cursorOffset(input.cursor),
  };
}

/** Ids of a view in order. */
export function idsOf(db: ReadableDb, view: View, walk: Walk): number[] {
  if (view.kind === 'feeds') return mergedFeedIds(db, view.feedIds, walk);
  const where = [view.where];
  if (walk.onlyUnread && !view.where.startsWith('unread = 1')) {
    where.push('unread = 1');
    if (!view.where.includes('hidden')) where.push('hidden = 0');
  }
  return walkIndex(db, where, walk, view.exceptFeeds, view.lowestId);
}

export function walkIndex(
  db: ReadableDb,
  where: readonly string[],
  walk: Walk,
  exceptFeeds: readonly number[] = [],
  lowestId?: number,
): number[] {
  const direction = walk.newestFirst ? 'DESC' : 'ASC';
  const conditions = [...where];
  if (walk.after !== undefined) conditions.push(`article_id ${walk.newestFirst ? '<' : '>'} :after`);
  if (lowestId !== undefined) conditions.push('article_id >= :lowestId');
  if (walk.upToArrival !== undefined) conditions.push('arrival <= :upToArrival');
  if (exceptFeeds.length > 0) conditions.push('feed_id NOT IN (SELECT value FROM json_each(:exceptFeeds))');
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM article_status WHERE ${conditions.join(' AND ')}
       ORDER BY article_id ${direction} LIMIT :limit OFFSET :offset`,
      {
        limit: walk.limit,
        offset: walk.offset,
        ...(walk.after === undefined ? {} : { after: walk.after }),
        ...(lowestId === undefined ? {} : { lowestId }),
        ...(walk.upToArrival === undefined ? {} : { upToArrival: walk.upToArrival }),
        ...(exceptFeeds.length === 0 ? {} : { exceptFeeds: JSON.stringify(exceptFeeds) }),
      },
    )
    .map((row) => row.article_id);
}

/** Rows that were read while the list was open stay in "Only unread" until it is left. */
function withKept(db: ReadableDb, view: View, walk: Walk, keep: readonly number[]): number[] {
  const found = idsOf(db, view, walk);
  if (!walk.onlyUnread || keep.length === 0) return found;
  const full = found.length >= walk.limit;
  const last = found.at(-1);
  const inRange = keep.filter((id) => {
    const afterStart = walk.after === undefined || (walk.newestFirst ? id < walk.after : id > walk.after);
    const beforeEnd = !full || last === undefined || (walk.newestFirst ? id > last : id < last);
    return afterStart && beforeEnd;
  });
  if (walk.offset > 0) return found;
  const ids = [...new Set([...found, ...inRange])].sort((a, b) => (walk.newestFirst ? b - a : a - b));
  return ids.slice(0, walk.limit);
}

function firstOffset(db: ReadableDb, view: View, input: ListInput): number {
  if (input.cursor !== undefined) return 0;
  if (input.around === undefined) return input.offset ?? 0;
  // a quarter of the page stands above the article, so that it is not at the very edge
  return Math.max(0, positionOf(db, view, input, input.around) - Math.floor(input.limit / 4));
}

/** How many articles of the view stand before this one. */
export function positionOf(
  db: ReadableDb,
  view: View,
  input: Pick<ListInput, 'onlyUnread' | 'order'>,
  id: number,
): number {
  const before = input.order === 'newest' ? 'article_id > :id' : 'article_id < :id';
  const unread = input.onlyUnread ? ' AND unread = 1 AND hidden = 0' : '';
  if (view.kind === 'feeds') {
    return view.feedIds
      .map((feedId) =>
        countWhere(db, `feed_id = :feedId AND present = 1 AND hidden = 0${unread} AND ${before}`, { id, feedId }),
      )
      .reduce((sum, n) => sum + n, 0);
  }
  const lowest = view.lowestId === undefined ? '' : ` AND article_id >= ${view.lowestId}`;
  return countWhere(db, `${view.where}${unread}${lowest} AND ${before}`, { id });
}

function countWhere(db: ReadableDb, where: string, parameters: Record<string, number>): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM article_status WHERE ${where}`, parameters)?.n ?? 0;
}

export function newestArrival(db: ReadableDb): number {
  return db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0;
}

function writeCursor(id: number, offset: number): string {
  return `${id}.${offset}`;
}

function cursorId(cursor: string): number {
  const id = Number(cursor.split('.')[0]);
  return Number.isSafeInteger(id) ? id : 0;
}

function cursorOffset(cursor: string): number {
  const offset = Number(cursor.split('.')[1]);
  return Number.isSafeInteger(offset) ? offset : 0;
}
