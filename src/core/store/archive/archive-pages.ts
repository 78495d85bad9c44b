/** Articles as an archive folder shows them, each with where and when it was fetched. */
import type { ReadableDb } from '../handles.ts';

export interface ArchivedPage {
  readonly id: number;
  readonly title: string;
  readonly author: string | null;
  readonly feed_title: string;
  readonly url: string | null;
  readonly feed_url: string;
  readonly html: string;
  readonly language: string | null;
  readonly fetched_at: number;
  readonly headers: string | null;
}

export function* archivedPages(db: ReadableDb): Generator<ArchivedPage> {
  yield* db.iterate<ArchivedPage>(
    `SELECT a.id, a.title, a.author, coalesce(f.own_title, f.feed_title) AS feed_title, a.url, f.url AS feed_url,
       coalesce(b.page_html, b.html) AS html, a.language, coalesce(fetch.at, a.first_seen_at) AS fetched_at, fetch.headers
     FROM article AS a
     JOIN article_status AS s ON s.article_id = a.id AND s.present = 1
     JOIN article_body AS b ON b.article_id = a.id
     JOIN feed AS f ON f.id = a.feed_id
     LEFT JOIN fetch ON fetch.id = a.fetch_id
     ORDER BY a.id`,
  );
}

export function* archivedMedia(
  db: ReadableDb,
): Generator<{ readonly url: string; readonly path: string; readonly fetched_at: number }> {
  yield* db.iterate('SELECT url, path, fetched_at FROM media WHERE path IS NOT NULL ORDER BY path');
}
