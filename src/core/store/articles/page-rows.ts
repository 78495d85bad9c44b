/** Articles that may stand on Today: new ones, unread ones, starred, kept, and those of feeds that seldom post. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, SqlParameters } from '../handles.ts';
import { articleMoment, ownerOf } from './article-facts.ts';
import { lowestIdAt, momentOfId } from './article-id.ts';
import { feedsKeptOut } from './views.ts';

export interface PageRow {
  readonly id: number;
  readonly feedId: number;
  readonly feedTitle: string;
  readonly publisher: string;
  readonly at: EpochMs;
  /** Only of a story that others tell, too. */
  readonly storyId: number | undefined;
  readonly storyPublishers: number;
  readonly storyArticles: number;
  readonly section: string | undefined;
  readonly title: string;
  readonly lead: string;
  readonly hasPicture: boolean;
  readonly read: boolean;
  readonly starredAt: EpochMs | undefined;
  readonly copyOf: number | undefined;
  readonly position: number | undefined;
  readonly wordCount: number;
  readonly arrival: number;
}

interface Row {
  readonly id: number;
  readonly feed_id: number;
  readonly feed_title: string;
  readonly feed_url: string;
  readonly publisher: string | null;
  readonly at: number;
  readonly story_id: number | null;
  readonly publishers: number | null;
  readonly articles: number | null;
  readonly section: string | null;
  readonly title: string;
  readonly lead: string;
  readonly has_picture: number;
  readonly unread: number;
  readonly starred_at: number | null;
  readonly copy_of: number | null;
  readonly position: number | null;
  readonly word_count: number;
  readonly arrival: number;
}

/** A copy stands back only for what is there to be read: not for an article of a feed that was unsubscribed from. */
const copyOf = `CASE WHEN m.copy_of IS NOT NULL AND EXISTS (
    SELECT 1 FROM article_status AS o WHERE o.article_id = m.copy_of AND o.present = 1
  ) THEN m.copy_of END`;

const columns = `a.id, a.feed_id, coalesce(f.own_title, f.feed_title) AS feed_title, f.url AS feed_url, a.publisher,
  ${articleMoment('a')} AS at, st.id AS story_id, st.publishers, st.articles, coalesce(a.section, f.section) AS section, a.title, a.lead,
  a.picture_url IS NOT NULL AS has_picture, s.unread, s.starred_at, ${copyOf} AS copy_of, a.position,
  a.word_count, s.arrival`;

const joins = `JOIN article AS a ON a.id = s.article_id
  JOIN feed AS f ON f.id = a.feed_id
  LEFT JOIN story AS st ON st.id = a.story_id
  LEFT JOIN story_member AS m ON m.article_id = a.id`;

function pageRows(db: ReadableDb, where: string, parameters: SqlParameters): PageRow[] {
  return db.all<Row>(`SELECT ${columns} FROM article_status AS s ${joins} WHERE ${where}`, parameters).map(toPageRow);
}

/** Newest first, since a moment, read or not. */
export function freshRows(db: ReadableDb, from: EpochMs, limit: number): PageRow[] {
  return heardRows(db, { from, limit, isUnread: false });
}

/** Unread, newest first, since a moment. */
export function unreadRows(db: ReadableDb, from: EpochMs, limit: number): PageRow[] {
  return heardRows(db, { from, limit, isUnread: true });
}

interface Hearing {
  readonly from: EpochMs;
  readonly limit: number;
  readonly isUnread: boolean;
}

const loudest = 4; // feeds that can take up all that is read

/** No feed takes up more than a quarter while others have something, however much it brings: one reading more for each that would. */
function heardRows(db: ReadableDb, { from, limit, isUnread }: Hearing): PageRow[] {
  const share = Math.ceil(limit / loudest);
  const keptOut = feedsKeptOut(db);
  const heard: PageRow[] = [];
  const spare: PageRow[] = [];
  const loud = new Set<number>();
  for (;;) {
    const left = limit - heard.length;
    const parameters = { lowest: lowestIdAt(from), except: JSON.stringify([...keptOut, ...loud]), limit: left };
    const rows = pageRows(db, isUnread ? newestUnread : newest, parameters);
    const louder = rows.length < left ? [] : [...Map.groupBy(rows, ({ feedId }) => feedId)];
    const tooLoud = louder.filter(([, own]) => own.length > share);
    if (tooLoud.length === 0) {
      spare.sort(newestFirst);
      return [...heard, ...rows, ...spare.slice(0, left - rows.length)].sort(newestFirst);
    }
    for (const [feedId, own] of tooLoud) {
      loud.add(feedId);
      heard.push(...own.slice(0, share));
      spare.push(...own.slice(share));
    }
  }
}

function newestFirst(a: PageRow, b: PageRow): number {
  return b.id - a.id;
}

const newest = `s.article_id >= :lowest AND s.present = 1 AND s.hidden = 0
  AND s.feed_id NOT IN (SELECT value FROM json_each(:except)) ORDER BY s.article_id DESC LIMIT :limit`;
const newestUnread = `s.unread = 1 AND ${newest}`;

export function starredRows(db: ReadableDb, limit: number): PageRow[] {
  return pageRows(db, 's.starred = 1 AND s.present = 1 ORDER BY s.starred_at DESC LIMIT :limit', { limit });
}

export function keptRows(db: ReadableDb, limit: number): PageRow[] {
  return pageRows(db, 's.later = 1 AND s.present = 1 ORDER BY s.article_id DESC LIMIT :limit', { limit });
}

/** In the order given; those of removed feeds are left out. */
export function rowsOf(db: ReadableDb, ids: readonly number[]): PageRow[] {
  const found = new Map(
    pageRows(db, 's.present = 1 AND s.article_id IN (SELECT value FROM json_each(:ids))', {
      ids: JSON.stringify(ids),
    }).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

export function isHiddenByHand(db: ReadableDb, id: number): boolean {
  return db.get('SELECT 1 FROM article_status WHERE article_id = :id AND hidden = 1', { id }) !== undefined;
}

function toPageRow(row: Row): PageRow {
  return {
    id: row.id,
    feedId: row.feed_id,
    feedTitle: row.feed_title,
    publisher: ownerOf(row.publisher, row.feed_url),
    at: row.at,
    storyId: row.story_id ?? undefined,
    storyPublishers: row.publishers ?? 1,
    storyArticles: row.articles ?? 1,
    section: row.section ?? undefined,
    title: row.title,
    lead: row.lead,
    hasPicture: row.has_picture === 1,
    read: row.unread === 0,
    starredAt: row.starred_at ?? undefined,
    copyOf: row.copy_of ?? undefined,
    position: row.position ?? undefined,
    wordCount: row.word_count,
    arrival: row.arrival,
  };
}

interface SeldomRow {
  readonly articleId: number;
  /** Days since the article before it; null when it is the first. */
  readonly quietDays: number | null;
}

const dayMs = 86_400_000;
const seldomOverDays = 56; // eight weeks, with fewer articles than weeks
const seldomArticles = 8;

/** The newest unread article of each feed that posts less than once a week, newest first. */
export function seldomRows(db: ReadableDb, now: EpochMs, limit: number): SeldomRow[] {
  const rows = db.all<{ id: number; before: number | null }>(
    `SELECT newest.id, (SELECT max(e.article_id) FROM article_status AS e INDEXED BY status_feed
         WHERE e.feed_id = newest.feed_id AND e.present = 1 AND e.hidden = 0 AND e.article_id < newest.id) AS before
     FROM (
       SELECT f.id AS feed_id, (SELECT max(s.article_id) FROM article_status AS s INDEXED BY status_feed_unread
         WHERE s.feed_id = f.id AND s.unread = 1 AND s.present = 1 AND s.hidden = 0) AS id
       FROM feed AS f WHERE f.removed_at IS NULL AND f.added_at < :known
         AND f.id NOT IN (SELECT value FROM json_each(:keptOut))
         AND (SELECT count(*) FROM (SELECT 1 FROM article_status AS c INDEXED BY status_feed
           WHERE c.feed_id = f.id AND c.present = 1 AND c.hidden = 0 AND c.article_id >= :since LIMIT ${seldomArticles})) < ${seldomArticles}
     ) AS newest
     WHERE newest.id >= :recent ORDER BY newest.id DESC LIMIT :limit`,
    {
      known: now + dayMs,
      keptOut: JSON.stringify(feedsKeptOut(db)),
      since: lowestIdAt(now - seldomOverDays * dayMs),
      recent: lowestIdAt(now - 14 * dayMs),
      limit,
    },
  );
  return rows.map(({ id, before }) => ({
    articleId: id,
    quietDays: before === null ? null : Math.round((momentOfId(id) - momentOfId(before)) / dayMs),
  }));
}

/** Which of these were read to the end. */
export function finishedAmong(db: ReadableDb, ids: readonly number[]): Set<number> {
  const rows = db.all<{ id: number }>(
    `SELECT DISTINCT article_id AS id FROM event
     WHERE article_id IN (SELECT value FROM json_each(:ids)) AND kind = 'finished'`,
    { ids: JSON.stringify(ids) },
  );
  return new Set(rows.map(({ id }) => id));
}

/** When each of these was kept for later. */
export function keptAt(db: ReadableDb, ids: readonly number[]): Map<number, EpochMs> {
  const rows = db.all<{ id: number; at: number }>(
    `SELECT article_id AS id, max(at) AS at FROM event
     WHERE article_id IN (SELECT value FROM json_each(:ids)) AND kind = 'kept' GROUP BY article_id`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Stories of which the reader opened or starred an article since a moment. */
export function followedStories(db: ReadableDb, since: EpochMs): Set<number> {
  const rows = db.all<{ id: number }>(
    `SELECT DISTINCT a.story_id AS id FROM event AS e JOIN article AS a ON a.id = e.article_id
     WHERE e.at >= :since AND e.kind IN ('opened', 'starred', 'finished', 'kept') AND a.story_id IS NOT NULL`,
    { since },
  );
  return new Set(rows.map(({ id }) => id));
}
