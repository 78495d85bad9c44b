/** The library as a whole: its facts, its archive lines, its tidying. */
import type { ArchiveLine } from '../../contract/library.ts';
import type { EpochMs } from '../lib/clock.ts';
import { momentOfId } from './articles/article-id.ts';
import type { ReadableDb, WritableDb } from './handles.ts';

interface LibrarySums {
  readonly feeds: number;
  readonly articles: number;
  readonly sizeBytes: number;
  readonly createdAt: EpochMs;
  readonly oldestArticleAt: EpochMs | null;
}

export function librarySums(db: ReadableDb): LibrarySums {
  const feeds = db.get<{ n: number }>('SELECT count(*) AS n FROM feed WHERE removed_at IS NULL')?.n ?? 0;
  const articles =
    db.get<{ n: number | null }>(
      'SELECT sum(c.total) AS n FROM feed_counter AS c JOIN feed ON feed.id = c.feed_id WHERE feed.removed_at IS NULL',
    )?.n ?? 0;
  const pages = db.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  const pageSize = db.get<{ page_size: number }>('PRAGMA page_size')?.page_size ?? 0;
  const createdAt = Number(db.get<{ value: string }>("SELECT value FROM fact WHERE key = 'created_at'")?.value ?? 0);
  // The ids are in the order of time.
  const oldest = db.get<{ id: number }>(
    'SELECT article_id AS id FROM article_status WHERE present = 1 ORDER BY article_id LIMIT 1',
  );
  const oldestArticleAt = oldest === undefined ? null : momentOfId(oldest.id);
  return { feeds, articles, sizeBytes: pages * pageSize, createdAt, oldestArticleAt };
}

/** Articles in id order, which is time order; go on after the last id. */
export function archivePage(
  db: ReadableDb,
  after: number | undefined,
  limit: number,
): { lines: ArchiveLine[]; next: number | null } {
  const rows = db.all<{
    id: number;
    feed_url: string;
    feed_title: string;
    raw_guid: string | null;
    url: string | null;
    title: string;
    author: string | null;
    published_at: number | null;
    html: string;
    unread: number;
    starred: number;
  }>(
    `SELECT a.id, f.url AS feed_url, coalesce(f.own_title, f.feed_title) AS feed_title, a.raw_guid, a.url, a.title, a.author,
       a.published_at, b.html, s.unread, s.starred
     FROM article_status AS s
     JOIN article AS a ON a.id = s.article_id
     JOIN feed AS f ON f.id = a.feed_id
     JOIN article_body AS b ON b.article_id = a.id
     WHERE s.present = 1 AND s.article_id > :after ORDER BY s.article_id LIMIT :limit`,
    { after: after ?? Number.MIN_SAFE_INTEGER, limit },
  );
  const lines = rows.map((row) => ({
    feedUrl: row.feed_url,
    feedTitle: row.feed_title,
    guid: row.raw_guid,
    url: row.url,
    title: row.title,
    author: row.author,
    published: row.published_at === null ? null : new Date(row.published_at).toISOString(),
    html: row.html,
    read: row.unread === 0,
    starred: row.starred === 1,
  }));
  return { lines, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

/** A little tidying at a time: the index merges some of its segments, the planner's statistics are renewed. */
export function optimise(db: WritableDb): void {
  db.run("INSERT INTO article_index (article_index, rank) VALUES ('merge', 200)");
  db.pragma('optimize');
}
