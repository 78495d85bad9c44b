/** Articles whose text is gone and whose status stays, as another library has them: what returns in a feed is not new here either. */
import type { EpochMs } from '../../lib/clock.ts';
import { freeId, sortSecond } from '../articles/article-id.ts';
import type { WritableDb } from '../handles.ts';

export interface ForgottenArticle {
  /** Of this library. */
  readonly feedId: number;
  readonly identity: string;
  readonly keys: readonly string[];
  /** What it was sorted by. */
  readonly at: EpochMs;
}

/**
 * Its status and its keys, if its identity is not known already; returns its id then. A key of an article that was here before
 * stays that one's alone: `ours` are those that came with this one.
 */
export function rememberForgotten(
  db: WritableDb,
  { feedId, identity, keys, at }: ForgottenArticle,
  ours: ReadonlySet<number>,
): number | undefined {
  const known = 'SELECT 1 FROM article_status WHERE feed_id = :feedId AND identity = :identity';
  if (db.get(known, { feedId, identity }) !== undefined) return undefined;
  const id = freeId(db, sortSecond(at, at));
  db.run(
    `INSERT INTO article_status (article_id, feed_id, identity, arrival, unread, present)
     VALUES (:id, :feedId, :identity, (SELECT coalesce(max(arrival), 0) + 1 FROM article_status), 0, 0)`,
    { id, feedId, identity },
  );
  for (const key of keys) {
    const holders = db.all<{ article_id: number }>(
      'SELECT article_id FROM article_key WHERE feed_id = :feedId AND key = :key',
      { feedId, key },
    );
    if (holders.every(({ article_id }) => ours.has(article_id)))
      db.run('INSERT INTO article_key (feed_id, key, article_id) VALUES (:feedId, :key, :id)', { feedId, key, id });
  }
  return id;
}
