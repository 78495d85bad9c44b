/** How much room the archive takes, from sums that are kept as articles come and go. */
import type { FeedId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { ReadableDb } from '../handles.ts';

export type StoredSizes = Omit<OutputOf<'archive.sizes'>, 'backupBytes'>;

export function archiveSizes(db: ReadableDb): StoredSizes {
  const pragma = (name: string): number =>
    Object.values(db.get<Record<string, number>>(`PRAGMA ${name}`) ?? {})[0] ?? 0;
  const pageBytes = pragma('page_size');
  const fileBytes = pragma('page_count') * pageBytes;
  const freeBytes = pragma('freelist_count') * pageBytes;
  const rows = db.all<{ feed_id: number; title: string; articles: number; html_bytes: number; text_bytes: number }>(
    `SELECT z.feed_id, coalesce(f.own_title, f.feed_title) AS title, z.articles, z.html_bytes, z.text_bytes
     FROM feed_size AS z JOIN feed AS f ON f.id = z.feed_id WHERE z.articles > 0
     ORDER BY z.html_bytes + z.text_bytes DESC`,
  );
  const html = rows.reduce((sum, row) => sum + row.html_bytes, 0);
  const text = rows.reduce((sum, row) => sum + row.text_bytes, 0);
  // what is neither free nor text is the index, with the small rows beside it
  const indexBytes = Math.max(0, fileBytes - freeBytes - html - text);
  const media = (condition: string): number =>
    db.get<{ n: number | null }>(`SELECT sum(size_bytes) AS n FROM media WHERE ${condition}`)?.n ?? 0;
  return {
    fileBytes,
    freeBytes,
    textBytes: html + text,
    indexBytes,
    pictureBytes: media("mime_type LIKE 'image/%'"),
    soundBytes: media("mime_type NOT LIKE 'image/%'"),
    feeds: rows.map((row) => ({
      feedId: row.feed_id as FeedId,
      title: row.title,
      articles: row.articles,
      textBytes: row.html_bytes + row.text_bytes,
      indexBytes: text === 0 ? 0 : Math.round((indexBytes * row.text_bytes) / text),
    })),
  };
}
