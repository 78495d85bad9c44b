/** What can be undone of stories: where an article stands, which story another is called now, and what a reader said of them. */
import type { SqlValue, WritableDb } from '../handles.ts';
import type { Undoable } from '../undo/undoable.ts';
import { recountStories, storyOfArticle } from './stories.ts';

/** The story of an article. */
export const undoablePlace: Undoable = { columns: { story_id: placeInStory } };

export const undoableAlias: Undoable = { columns: { to_id: 'set' } };

/** A mute, something followed, two articles kept apart or together: there, or taken away again. */
export const undoableWord: Undoable = { columns: { removed_at: 'set' } };

function placeInStory(db: WritableDb, articleId: number, storyId: SqlValue): void {
  const before = storyOfArticle(db, articleId);
  db.run('UPDATE article SET story_id = :storyId WHERE id = :articleId', { articleId, storyId });
  recountStories(
    db,
    [before, storyId].filter((id) => typeof id === 'number'),
  );
}
