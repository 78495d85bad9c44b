/** Which addresses of pictures and sounds are kept in the media folder, under which hash, and when each was last shown. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';

export interface MediaRow {
  readonly url: string;
  readonly path: string | null;
  readonly hash: string | null;
  readonly mime_type: string | null;
  readonly size_bytes: number;
  readonly fetched_at: number;
  readonly used_at: number;
  readonly trouble: string | null;
}

export function mediaAt(db: ReadableDb, url: string): MediaRow | undefined {
  return db.get<MediaRow>(
    'SELECT url, path, hash, mime_type, size_bytes, fetched_at, used_at, trouble FROM media WHERE url = :url',
    { url },
  );
}

export function storeMedia(
  db: WritableDb,
  media: {
    readonly url: string;
    readonly path: string | null;
    readonly hash: string | null;
    readonly mimeType: string | null;
    readonly sizeBytes: number;
    readonly trouble: string | null;
    readonly at: EpochMs;
  },
): void {
  db.run(
    `INSERT OR REPLACE INTO media (url, path, hash, mime_type, size_bytes, fetched_at, used_at, trouble)
     VALUES (:url, :path, :hash, :mimeType, :sizeBytes, :at, :at, :trouble)`,
    { ...media },
  );
}

export function noteMediaUse(db: WritableDb, urls: readonly string[], at: EpochMs): void {
  db.run('UPDATE media SET used_at = :at WHERE url IN (SELECT value FROM json_each(:urls))', {
    at,
    urls: JSON.stringify(urls),
  });
}

/** Least recently shown first, as far as needed to come under the cap; their rows go, the caller removes the files returned. */
export function evictMedia(db: WritableDb, capBytes: number): string[] {
  let total = db.get<{ n: number | null }>('SELECT sum(size_bytes) AS n FROM media')?.n ?? 0;
  const gone: string[] = [];
  while (total > capBytes) {
    const row = db.get<MediaRow>(
      'SELECT url, path, size_bytes FROM media WHERE path IS NOT NULL ORDER BY used_at LIMIT 1',
    );
    if (row === undefined) break;
    db.run('DELETE FROM media WHERE url = :url', { url: row.url });
    total -= row.size_bytes;
    const stillUsed = db.get<{ n: number }>('SELECT count(*) AS n FROM media WHERE path = :path', { path: row.path });
    if (row.path !== null && stillUsed?.n === 0) gone.push(row.path);
  }
  return gone;
}
