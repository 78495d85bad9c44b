/** Finds an article by the name its feed gave it, for scripts. */
import type { ReadableDb } from '../handles.ts';

// An unusual guid is looked for among so many of the newest: no index is kept for what only scripts ask.
const newestScanned = 300_000;

export function articleWithGuid(
  db: ReadableDb,
  { guid, feedUrl }: { readonly guid: string; readonly feedUrl?: string | undefined },
): number | undefined {
  const known = db.get<{ id: number | null }>(
    `SELECT max(s.article_id) AS id FROM feed AS f
     JOIN article_status AS s ON s.feed_id = f.id AND s.identity = :identity
     WHERE s.present = 1 AND (:feedUrl IS NULL OR f.url = :feedUrl)`,
    { identity: `g:${guid}`, feedUrl: feedUrl ?? null },
  )?.id;
  if (known !== null && known !== undefined) return known;
  return db.get<{ id: number }>(
    `SELECT newest.id FROM (SELECT id, raw_guid, url, feed_id FROM article ORDER BY id DESC LIMIT ${newestScanned}) AS newest
     JOIN feed AS f ON f.id = newest.feed_id JOIN article_status AS s ON s.article_id = newest.id
     WHERE (newest.raw_guid = :guid OR newest.url = :guid) AND s.present = 1 AND (:feedUrl IS NULL OR f.url = :feedUrl) LIMIT 1`,
    { guid, feedUrl: feedUrl ?? null },
  )?.id;
}
