/** What a view's name means in SQL: which index it walks, and which feeds it takes. */
import type { ViewName } from '../../../contract/ids.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';
import { lowestIdAt } from './article-id.ts';

export type View =
  /** Walks one index; `where` is written out, since a bound value cannot use a partial index. */
  | {
      readonly kind: 'walk';
      readonly where: string;
      readonly exceptFeeds: readonly number[];
      readonly lowestId?: number;
      /** Named where the planner may take a wider one, and read half the archive on the way. */
      readonly index?: 'status_starred' | 'status_later' | 'status_hidden';
    }
  | { readonly kind: 'feeds'; readonly feedIds: readonly number[] };

const dayMs = 86_400_000;
const shown = 'present = 1 AND hidden = 0';

/** Today is the list of the last 24 hours. Feeds that the person keeps out of it are left out of All unread, too. */
export function viewOf(db: ReadableDb, name: ViewName, now: EpochMs): View {
  const [kind, id] = name.split(':');
  switch (kind) {
    case 'feed':
      return { kind: 'feeds', feedIds: [Number(id)] };
    case 'folder':
      return { kind: 'feeds', feedIds: feedsUnder(db, Number(id)) };
    case 'starred':
      return { kind: 'walk', where: 'starred = 1 AND present = 1', exceptFeeds: [], index: 'status_starred' };
    case 'later':
      return { kind: 'walk', where: 'later = 1 AND present = 1', exceptFeeds: [], index: 'status_later' };
    case 'hidden':
      return { kind: 'walk', where: 'hidden = 1 AND present = 1', exceptFeeds: [], index: 'status_hidden' };
    case 'unread':
      return { kind: 'walk', where: `unread = 1 AND ${shown}`, exceptFeeds: feedsKeptOut(db) };
    case 'today':
    case 'for-you':
      return { kind: 'walk', where: shown, exceptFeeds: feedsKeptOut(db), lowestId: lowestIdAt(now - dayMs) };
    default:
      return { kind: 'walk', where: shown, exceptFeeds: [] };
  }
}

/** Feeds in a folder and in the folders under it. */
export function feedsUnder(db: ReadableDb, folderId: number): number[] {
  return db
    .all<{ id: number }>(
      `WITH RECURSIVE tree(id) AS (
         SELECT id FROM folder WHERE id = :folderId AND removed_at IS NULL
         UNION SELECT folder.id FROM folder JOIN tree ON folder.parent_id = tree.id WHERE folder.removed_at IS NULL
       )
       SELECT feed.id FROM feed JOIN tree ON feed.folder_id = tree.id WHERE feed.removed_at IS NULL`,
      { folderId },
    )
    .map((row) => row.id);
}

/** Feeds set to stay out of Today and All unread. */
export function feedsKeptOut(db: ReadableDb): number[] {
  return db
    .all<{ id: number }>(`SELECT id FROM feed WHERE removed_at IS NULL AND settings LIKE '%"hideFromToday":true%'`)
    .map((row) => row.id);
}
