/** The next or previous (unread) article: on in the view, then on in the order of the sidebar. */

import type { ViewName } from '../../../contract/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { listFolders } from '../feeds/folders.ts';
import type { ReadableDb } from '../handles.ts';
import { summariesOf } from './article-rows.ts';
import { idsOf } from './list-articles.ts';
import { viewOf } from './views.ts';

type NextInput = ParsedInputOf<'articles.next'>;

export function nextArticle(db: ReadableDb, input: NextInput, now: EpochMs): OutputOf<'articles.next'> {
  const inView = neighbour(db, input, input.view, input.from, now);
  if (inView !== undefined) return { article: summariesOf(db, [inView])[0] ?? null, view: input.view };
  if (!input.unread) return { article: null, view: input.view };
  for (const view of furtherViews(db, input)) {
    const id = neighbour(db, input, view, null, now);
    if (id !== undefined) return { article: summariesOf(db, [id])[0] ?? null, view };
  }
  return { article: null, view: input.view };
}

function neighbour(
  db: ReadableDb,
  input: NextInput,
  name: ViewName,
  from: number | null,
  now: EpochMs,
): number | undefined {
  const forwards = input.direction === 'next';
  const ids = idsOf(db, viewOf(db, name, now), {
    onlyUnread: input.unread || input.onlyUnread,
    newestFirst: (input.order === 'newest') === forwards,
    after: from ?? undefined,
    limit: 1,
    offset: 0,
  });
  return ids[0];
}

/** Feeds or folders after this one in the sidebar, then those before it; for a smart view, its other end. */
function furtherViews(db: ReadableDb, input: NextInput): ViewName[] {
  const [kind, id] = input.view.split(':');
  if (kind !== 'feed' && kind !== 'folder') return [input.view];
  const views =
    kind === 'feed'
      ? feedsInOrder(db).map((feed) => `feed:${feed}`)
      : listFolders(db).map((folder) => `folder:${folder.id}`);
  const at = views.indexOf(`${kind}:${id}`);
  const around = [...views.slice(at + 1), ...views.slice(0, Math.max(0, at))];
  return input.direction === 'next' ? around : around.reverse();
}

/** Feed ids as the sidebar shows them: depth first, feeds and folders of one level by position. */
function feedsInOrder(db: ReadableDb): number[] {
  const feeds = db.all<{ id: number; folder_id: number | null; position: number }>(
    'SELECT id, folder_id, position FROM feed WHERE removed_at IS NULL',
  );
  const folders = listFolders(db);
  const order = (parentId: number | null, depth: number): number[] => {
    if (depth > 100) return [];
    const children = [
      ...folders.filter((folder) => folder.parentId === parentId).map((folder) => ({ ...folder, isFeed: false })),
      ...feeds.filter((feed) => feed.folder_id === parentId).map((feed) => ({ ...feed, isFeed: true })),
    ].sort((a, b) => a.position - b.position);
    return children.flatMap((child) => (child.isFeed ? [child.id] : order(child.id, depth + 1)));
  };
  return order(null, 0);
}
