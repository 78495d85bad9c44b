/** What can be undone of feeds and folders, and what follows from it for their articles and for what lies in a folder. */
import type { ReadableDb, SqlValue, WritableDb } from '../handles.ts';
import { newestStoriesOfFeed, recountStories } from '../stories/stories.ts';
import type { Undoable, Values } from '../undo/undoable.ts';

export const undoableFeed: Undoable = {
  columns: {
    url: 'set',
    own_title: 'set',
    folder_id: (db, id, value) => putInto(db, { table: 'feed', column: 'folder_id', id, value }),
    position: 'set',
    section: 'set',
    removed_at: 'set',
    settings: 'set',
    // a login that was forgotten since is not there any more
    login_id: (db, id, value) =>
      db.run('UPDATE feed SET login_id = (SELECT id FROM login WHERE id = :value) WHERE id = :id', { id, value }),
    allow_private: 'set',
  },
  after: (db, id, values) => {
    if ('removed_at' in values) showFeed(db, id, values.removed_at === null);
  },
  takenSince: addressTakenSince,
};

export const undoableFolder: Undoable = {
  columns: {
    name: 'set',
    parent_id: (db, id, value) => putInto(db, { table: 'folder', column: 'parent_id', id, value }),
    position: 'set',
    removed_at: 'set',
  },
  after: (db, id, values) => {
    if (values.removed_at != null) moveUp(db, id);
  },
};

/** A folder that was removed since would hide what comes back into it: that goes to the top. */
function putInto(
  db: WritableDb,
  {
    table,
    column,
    id,
    value,
  }: { readonly table: string; readonly column: string; readonly id: number; readonly value: SqlValue },
): void {
  const stillThere = 'SELECT id FROM folder WHERE id = :value AND removed_at IS NULL';
  db.run(`UPDATE ${table} SET ${column} = (${stillThere}) WHERE id = :id`, { id, value });
}

/** What was put into a folder whose making is undone stays in the sidebar. */
function moveUp(db: WritableDb, folderId: number): void {
  for (const [table, column] of [
    ['feed', 'folder_id'],
    ['folder', 'parent_id'],
  ])
    db.run(
      `UPDATE ${table} SET ${column} = (SELECT parent_id FROM folder WHERE id = :folderId)
       WHERE ${column} = :folderId AND removed_at IS NULL`,
      { folderId },
    );
}

// +present: of the indexes that fit, the one by feed; a feed that is new has no rows there, however many others have.
export const showAgain = `UPDATE article_status SET present = 1
  WHERE feed_id = :feedId AND +present = 0 AND EXISTS (SELECT 1 FROM article WHERE id = article_id)`;

/** A removed feed's articles are in no list, count or search; a returning one's are, as far as their text is still there. */
function showFeed(db: WritableDb, feedId: number, isShown: boolean): void {
  const told = isShown ? [] : newestStoriesOfFeed(db, feedId);
  db.run(isShown ? showAgain : 'UPDATE article_status SET present = 0 WHERE feed_id = :feedId AND present = 1', {
    feedId,
  });
  recountStories(db, isShown ? newestStoriesOfFeed(db, feedId) : told);
}

/** The address of a feed that would come back although another feed has its address by now. */
function addressTakenSince(db: ReadableDb, id: number, values: Values): string | undefined {
  if (!('url' in values || 'removed_at' in values)) return undefined;
  return db.get<{ url: string }>(
    `SELECT other.url FROM feed AS this JOIN feed AS other
       ON other.url = coalesce(:url, this.url) AND other.id <> this.id AND other.removed_at IS NULL
     WHERE this.id = :id AND iif(:setsRemoved, :removedAt, this.removed_at) IS NULL`,
    {
      id,
      url: values.url ?? null,
      setsRemoved: 'removed_at' in values ? 1 : 0,
      removedAt: values.removed_at ?? null,
    },
  )?.url;
}
