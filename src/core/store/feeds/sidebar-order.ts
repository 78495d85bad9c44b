/** The order of the sidebar: feeds and folders of one parent share one line of positions, numbers with room between. */
import type { ReadableDb } from '../handles.ts';
import type { RowChange } from '../operations.ts';

interface Moving {
  readonly feeds: readonly number[];
  readonly folders: readonly number[];
}

/** A position after everything in the folder. */
export function endPosition(db: ReadableDb, parentId: number | null): number {
  const last = db.get<{ position: number | null }>(
    `SELECT max(position) AS position FROM (
       SELECT max(position) AS position FROM feed WHERE folder_id IS :parentId AND removed_at IS NULL
       UNION ALL SELECT max(position) FROM folder WHERE parent_id IS :parentId AND removed_at IS NULL)`,
    { parentId },
  );
  return (last?.position ?? 0) + 1;
}

interface Places {
  /** One for each that moves, in their order. */
  readonly positions: readonly number[];
  /** What stays but has to make room. */
  readonly others: readonly RowChange[];
}

// Halved again and again the room between two ends after some 50 moves.
const leastGap = 1e-6;

/** Positions that put what moves at `index` among what stays; absent: at the end. */
export function placesAt(
  db: ReadableDb,
  place: { readonly parentId: number | null; readonly index: number | undefined; readonly moving: Moving },
): Places {
  const staying = placedIn(db, place.parentId, place.moving);
  const count = place.moving.feeds.length + place.moving.folders.length;
  const index = Math.min(place.index ?? staying.length, staying.length);
  const before = staying[index - 1]?.position;
  const after = staying[index]?.position;
  if (after === undefined) return { positions: numbersFrom((before ?? 0) + 1, count), others: [] };
  if (before === undefined) return { positions: numbersFrom(after - count, count), others: [] };
  const gap = (after - before) / (count + 1);
  if (gap >= leastGap) return { positions: numbersFrom(before + gap, count, gap), others: [] };
  const others = staying.map(
    ({ table, id, position }, n): RowChange => ({
      table,
      id,
      before: { position },
      after: { position: n < index ? n + 1 : n + 1 + count },
    }),
  );
  return { positions: numbersFrom(index + 1, count), others };
}

function numbersFrom(first: number, count: number, step = 1): number[] {
  return Array.from({ length: count }, (_, n) => first + n * step);
}

interface Placed {
  readonly table: 'feed' | 'folder';
  readonly id: number;
  readonly position: number;
}

function placedIn(db: ReadableDb, parentId: number | null, moving: Moving): Placed[] {
  return db.all<Placed>(
    `SELECT 'feed' AS "table", id, position FROM feed
       WHERE folder_id IS :parentId AND removed_at IS NULL AND id NOT IN (SELECT value FROM json_each(:feeds))
     UNION ALL
     SELECT 'folder', id, position FROM folder
       WHERE parent_id IS :parentId AND removed_at IS NULL AND id NOT IN (SELECT value FROM json_each(:folders))
     ORDER BY position, "table" DESC, id`,
    { parentId, feeds: JSON.stringify(moving.feeds), folders: JSON.stringify(moving.folders) },
  );
}
