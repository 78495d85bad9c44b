/** The publishers that stand behind one feed alone: for a reader, feed and publisher are one thing there. */
import { ownerOf } from '../articles/article-facts.ts';
import type { ReadableDb } from '../handles.ts';

/** By feed; read once for one answer. undefined: shared with another feed, or the feed is gone. */
export function ownPublishers(db: ReadableDb): (feedId: number) => string | undefined {
  let known: ReadonlyMap<number, string> | undefined;
  return (feedId) => {
    known ??= listed(db);
    return known.get(feedId);
  };
}

function listed(db: ReadableDb): Map<number, string> {
  const feeds = db.all<{ id: number; url: string }>('SELECT id, url FROM feed WHERE removed_at IS NULL');
  const owned = feeds.map(({ id, url }) => ({ id, owner: ownerOf(null, url) }));
  const counts = new Map<string, number>();
  for (const { owner } of owned) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return new Map(owned.filter(({ owner }) => counts.get(owner) === 1).map(({ id, owner }) => [id, owner]));
}
