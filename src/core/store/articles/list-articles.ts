/** Pages of a view. Every list walks an index in id order and stops at its limit; nothing is sorted that grows with the archive. */
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { mergedFeedIds } from '../feeds/merge-feeds.ts';
import type { ReadableDb } from '../handles.ts';
import { exceptParameter, hasExcept, type Walk } from '../walk.ts';
import { summariesOf } from './article-rows.ts';
import { viewTotals } from './counts.ts';
import { type Folding, foldStories, nothingFolded } from './fold-stories.ts';
import { type View, viewOf } from './views.ts';

type ListInput = ParsedInputOf<'articles.list'>;

export function listArticles(db: ReadableDb, input: ListInput, now: EpochMs): OutputOf<'articles.list'> {
  const view = viewOf(db, input.view, now);
  const everyKept = keptRows(db, input);
  const folding = foldingOf(db, view, { input, kept: everyKept, now });
  const offset = firstOffset(db, view, input, folding);
  const walk: Walk = {
    onlyUnread: input.onlyUnread,
    newestFirst: input.order === 'newest',
    after: input.cursor === undefined ? undefined : cursorId(input.cursor),
    // one more than asked tells whether there is a next page
    limit: input.limit + 1,
    offset: input.cursor === undefined ? offset : 0,
    upToArrival: input.upToArrival,
    except: folding.folded,
  };
  const kept = everyKept.filter((id) => !folding.folded.has(id));
  const found = withKept(db, view, walk, kept);
  const ids = found.slice(0, input.limit);
  const last = ids.at(-1);
  const more = found.length > input.limit && last !== undefined;
  const articles = summariesOf(db, ids);
  const totals = viewTotals(db, input.view, view, now);
  const stories = ids.flatMap((id) => storyOfRow(folding, id));
  return {
    articles,
    ...(stories.length > 0 ? { stories } : {}),
    ...(more
      ? { cursor: writeCursor(last, (input.cursor === undefined ? offset : cursorOffset(input.cursor)) + ids.length) }
      : {}),
    total:
      (wantsUnread(input) ? totals.unread : totals.total) -
      arrivedLater(db, view, input) -
      folding.foldedInTotal +
      kept.length,
    unread: totals.unread,
    arrival: newestArrival(db),
    offset: input.cursor === undefined ? offset : cursorOffset(input.cursor),
  };
}

interface FoldingAsked {
  readonly input: ListInput;
  readonly kept: readonly number[];
  readonly now: EpochMs;
}

/** A list of one feed, or of what was kept by hand, shows each article for itself. */
function foldingOf(db: ReadableDb, view: View, { input, kept, now }: FoldingAsked): Folding {
  const isOfMany = view.kind === 'feeds' ? view.feedIds.length > 1 : view.index === undefined;
  if (input.byStory !== true || !isOfMany) return nothingFolded;
  return foldStories(db, view, {
    onlyUnread: wantsUnread(input),
    kept: new Set(kept),
    newestFirst: input.order === 'newest',
    upToArrival: input.upToArrival,
    now,
  });
}

type StoryRow = NonNullable<OutputOf<'articles.list'>['stories']>[number];

function storyOfRow({ stories }: Folding, id: number): StoryRow[] {
  const members = stories.get(id);
  return members === undefined ? [] : [{ head: id, members } as StoryRow];
}

/** Ids of a view in order. */
export function idsOf(db: ReadableDb, view: View, walk: Walk): number[] {
  if (view.kind === 'feeds') return mergedFeedIds(db, view.feedIds, walk);
  const where = [view.where];
  if (walk.onlyUnread && !view.where.startsWith('unread = 1')) {
    where.push('unread = 1');
    if (!view.where.includes('hidden')) where.push('hidden = 0');
  }
  return walkIndex(db, where, walk, view);
}

function walkIndex(
  db: ReadableDb,
  where: readonly string[],
  walk: Walk,
  { exceptFeeds, lowestId, index }: Extract<View, { kind: 'walk' }>,
): number[] {
  const direction = walk.newestFirst ? 'DESC' : 'ASC';
  const conditions = [...where];
  if (walk.after !== undefined) conditions.push(`article_id ${walk.newestFirst ? '<' : '>'} :after`);
  if (lowestId !== undefined) conditions.push('article_id >= :lowestId');
  if (walk.upToArrival !== undefined) conditions.push('arrival <= :upToArrival');
  if (hasExcept(walk)) conditions.push('article_id NOT IN (SELECT value FROM json_each(:except))');
  if (exceptFeeds.length > 0) conditions.push('feed_id NOT IN (SELECT value FROM json_each(:exceptFeeds))');
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM article_status ${index === undefined ? '' : `INDEXED BY ${index}`} WHERE ${conditions.join(' AND ')}
       ORDER BY article_id ${direction} LIMIT :limit OFFSET :offset`,
      {
        limit: walk.limit,
        offset: walk.offset,
        ...(walk.after === undefined ? {} : { after: walk.after }),
        ...(lowestId === undefined ? {} : { lowestId }),
        ...(walk.upToArrival === undefined ? {} : { upToArrival: walk.upToArrival }),
        ...exceptParameter(walk),
        ...(exceptFeeds.length === 0 ? {} : { exceptFeeds: JSON.stringify(exceptFeeds) }),
      },
    )
    .map((row) => row.article_id);
}

function wantsUnread({ onlyUnread, view }: Pick<ListInput, 'onlyUnread' | 'view'>): boolean {
  return onlyUnread || view === 'unread';
}

/** Which of the rows that the reader wants kept are read by now: those still unread are in the list anyway. */
function keptRows(db: ReadableDb, input: ListInput): readonly number[] {
  if (!wantsUnread(input) || input.keep.length === 0) return [];
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM article_status
       WHERE article_id IN (SELECT value FROM json_each(:keep)) AND unread = 0 AND present = 1 AND hidden = 0`,
      { keep: JSON.stringify(input.keep) },
    )
    .map((row) => row.article_id);
}

/** Rows that were read while the list was open stand among the unread ones until it is left. */
function withKept(db: ReadableDb, view: View, walk: Walk, kept: readonly number[]): number[] {
  if (kept.length === 0) return idsOf(db, view, walk);
  const isBefore = (one: number, other: number) => (walk.newestFirst ? one > other : one < other);
  // Any of them may stand before the page, so the walk begins as much earlier.
  const start = Math.max(0, walk.offset - kept.length);
  const found = idsOf(db, view, { ...walk, offset: start, limit: walk.limit + kept.length });
  const first = start > 0 ? found[0] : undefined;
  const inReach = kept.filter((id) => walk.after === undefined || isBefore(walk.after, id));
  const among = inReach.filter((id) => first === undefined || !isBefore(id, first));
  const skip = walk.offset - start - (inReach.length - among.length);
  const merged = [...found, ...among].sort((one, other) => (walk.newestFirst ? other - one : one - other));
  return merged.slice(skip, skip + walk.limit);
}

/** Articles of the view that the kept counts hold already and this list does not show yet. */
function arrivedLater(db: ReadableDb, view: View, input: ListInput): number {
  if (input.upToArrival === undefined) return 0;
  const where = view.kind === 'walk' ? [view.where] : ['present = 1 AND hidden = 0'];
  if (wantsUnread(input)) where.push('unread = 1 AND hidden = 0');
  where.push(
    view.kind === 'walk'
      ? 'feed_id NOT IN (SELECT value FROM json_each(:feeds))'
      : 'feed_id IN (SELECT value FROM json_each(:feeds))',
  );
  if (view.kind === 'walk' && view.lowestId !== undefined) where.push(`article_id >= ${view.lowestId}`);
  // The index is named: few have arrived since, and every other way reads the whole view.
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM article_status INDEXED BY status_arrival
       WHERE arrival > :upToArrival AND ${where.join(' AND ')}`,
      {
        upToArrival: input.upToArrival,
        feeds: JSON.stringify(view.kind === 'walk' ? view.exceptFeeds : view.feedIds),
      },
    )?.n ?? 0
  );
}

function firstOffset(db: ReadableDb, view: View, input: ListInput, { folded, rowOf }: Folding): number {
  if (input.cursor !== undefined) return 0;
  if (input.around === undefined) return input.offset ?? 0;
  // a quarter of the page stands above the article, so that it is not at the very edge
  const around = rowOf(input.around);
  const foldedBefore = [...folded].filter((id) => (input.order === 'newest' ? id > around : id < around)).length;
  return Math.max(0, positionOf(db, view, input, around) - foldedBefore - Math.floor(input.limit / 4));
}

/** How many articles of the view stand before this one. */
function positionOf(db: ReadableDb, view: View, input: Pick<ListInput, 'onlyUnread' | 'order'>, id: number): number {
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

function newestArrival(db: ReadableDb): number {
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
