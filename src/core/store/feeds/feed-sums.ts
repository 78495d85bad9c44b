/** What each feed sent and what became of it, for the report cards. */
import type { EpochMs } from '../../lib/clock.ts';
import { lowestIdAt } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';

export interface FeedSumsRow {
  readonly feedId: number;
  readonly title: string;
  readonly addedAt: EpochMs;
  readonly articles: number;
  readonly opened: number;
  readonly finished: number;
  readonly starred: number;
  readonly copies: number;
  readonly edited: number;
  readonly lastArticleAt: EpochMs | undefined;
}

export function feedSums(db: ReadableDb, since: EpochMs): FeedSumsRow[] {
  const lowest = lowestIdAt(since);
  const events = eventSums(db, since);
  const copies = countBy(
    db,
    `SELECT s.feed_id AS feedId, count(*) AS n FROM story_member AS m INDEXED BY story_member_copy
     JOIN article_status AS s ON s.article_id = m.article_id
     WHERE m.copy_of IS NOT NULL AND m.article_id >= :lowest GROUP BY s.feed_id`,
    lowest,
  );
  const edited = countBy(
    db,
    `SELECT s.feed_id AS feedId, count(DISTINCT r.article_id) AS n FROM article_revision AS r
     JOIN article_status AS s ON s.article_id = r.article_id WHERE r.article_id >= :lowest GROUP BY s.feed_id`,
    lowest,
  );
  const rows = db.all<{ id: number; title: string; added_at: number; last: number | null; n: number }>(
    `SELECT f.id, coalesce(f.own_title, f.feed_title) AS title, f.added_at, st.last_article_at AS last,
       (SELECT count(*) FROM article_status AS s INDEXED BY status_feed
        WHERE s.feed_id = f.id AND s.present = 1 AND s.hidden = 0 AND s.article_id >= :lowest) AS n
     FROM feed AS f LEFT JOIN feed_state AS st ON st.feed_id = f.id WHERE f.removed_at IS NULL`,
    { lowest },
  );
  return rows.map((row) => ({
    feedId: row.id,
    title: row.title,
    addedAt: row.added_at,
    articles: row.n,
    opened: events.get(`${row.id} opened`) ?? 0,
    finished: events.get(`${row.id} finished`) ?? 0,
    starred: events.get(`${row.id} starred`) ?? 0,
    copies: copies.get(row.id) ?? 0,
    edited: edited.get(row.id) ?? 0,
    lastArticleAt: row.last ?? undefined,
  }));
}

function eventSums(db: ReadableDb, since: EpochMs): Map<string, number> {
  const rows = db.all<{ feed_id: number; kind: string; n: number }>(
    `SELECT feed_id, kind, count(DISTINCT article_id) AS n FROM event INDEXED BY event_at
     WHERE at >= :since AND kind IN ('opened', 'finished', 'starred') AND feed_id IS NOT NULL GROUP BY feed_id, kind`,
    { since },
  );
  return new Map(rows.map(({ feed_id, kind, n }) => [`${feed_id} ${kind}`, n]));
}

function countBy(db: ReadableDb, sql: string, lowest: number): Map<number, number> {
  return new Map(db.all<{ feedId: number; n: number }>(sql, { lowest }).map(({ feedId, n }) => [feedId, n]));
}
