/** Stories that the reader follows by hand. Undone and ended ones keep their row. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { changeRows, type RowChange } from '../operations.ts';
import { presentStoryId } from './stories.ts';

interface FollowRow {
  readonly id: number;
  readonly story_id: number;
}

function followsInForce(db: ReadableDb): FollowRow[] {
  return db.all<FollowRow>('SELECT id, story_id FROM story_follow WHERE removed_at IS NULL');
}

/** By the ids that they have now: a followed story that was merged is followed under the other's id. */
export function storiesFollowed(db: ReadableDb): Set<number> {
  return new Set(followsInForce(db).map(({ story_id }) => presentStoryId(db, story_id)));
}

/** Changes with every follow made, ended, undone or put back. */
export function followsMark(db: ReadableDb): string {
  return JSON.stringify([...storiesFollowed(db)]);
}

/** undefined when it is as wished already. */
export function followStory(
  db: WritableDb,
  story: { readonly id: number; readonly title: string; readonly isFollowed: boolean },
  now: EpochMs,
): number | undefined {
  const own = followsInForce(db).filter(({ story_id }) => presentStoryId(db, story_id) === story.id);
  if (own.length > 0 === story.isFollowed) return undefined;
  return changeRows(db, {
    at: now,
    kind: 'follow',
    label: `${story.isFollowed ? 'Followed' : 'No longer followed'}: ${story.title}`,
    rows: story.isFollowed ? [begun(db, story.id, now)] : own.map(({ id }) => ended(id, now)),
  });
}

/** Born ended, then put in force by the operation: so that undo and redo are the same change of one column. */
function begun(db: WritableDb, storyId: number, now: EpochMs): RowChange {
  const { lastId: id } = db.run(
    'INSERT INTO story_follow (story_id, made_at, removed_at) VALUES (:storyId, :now, :now)',
    { storyId, now },
  );
  return { table: 'story_follow', id, before: { removed_at: now }, after: { removed_at: null } };
}

function ended(id: number, now: EpochMs): RowChange {
  return { table: 'story_follow', id, before: { removed_at: null }, after: { removed_at: now } };
}
