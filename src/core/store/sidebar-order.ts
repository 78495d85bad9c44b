/** The order of the sidebar: feeds and folders of one parent share one line of positions, numbers with room between. */
import type { ReadableDb } from './handles.ts';

export interface Moving {
  readonly feeds: readonly number[];
  readonly folders: readonly number[];
}

/** A position after everything in the folder. */
export function endPosition(db: ReadableDb, parentId: number | null): number {
  return (positionsIn(db, parentId, { feeds: [], folders: [] }).at(-1) ?? 0) + 1;
}

/** A position that puts what moves at `index` among what stays; absent: at the end. */
export function positionAt(
  db: ReadableDb,
  place: { readonly parentId: number | null; readonly index: number | undefined; readonly moving: Moving },
): number {
  const positions = positionsIn(db, place.parentId, place.moving);
  const index = Math.min(place.index ?? positions.length, positions.length);
  const before = positions[index - 1];
  const after = positions[index];
  if (before === undefined) return after === undefined ? 1 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

function positionsIn(db: ReadableDb, parentId: number | null, moving: Moving): number[] {
  return db
    .all<{ position: number }>(
      `SELECT position FROM feed
         WHERE folder_id IS :parentId AND removed_at IS NULL AND id NOT IN (SELECT value FROM json_each(:feeds))
       UNION ALL
       SELECT position FROM folder
         WHERE parent_id IS :parentId AND removed_at IS NULL AND id NOT IN (SELECT value FROM json_each(:folders))
       ORDER BY position`,
      { parentId, feeds: JSON.stringify(moving.feeds), folders: JSON.stringify(moving.folders) },
    )
    .map((row) => row.position);
}
