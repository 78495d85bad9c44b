/** Folders: any depth. Removing one moves what is in it up; nothing is ever lost with a folder. */
import type { Folder } from '../../../contract/folders.ts';
import type { FolderId, OperationId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { changeRows, type RowChange } from '../operations.ts';
import { endPosition, placesAt } from './sidebar-order.ts';

interface FolderRow {
  readonly id: number;
  readonly name: string;
  readonly parent_id: number | null;
  readonly position: number;
  readonly section: string | null;
}

export function listFolders(db: ReadableDb): Folder[] {
  return db
    .all<FolderRow>(
      `WITH RECURSIVE tree(id, depth) AS (
         SELECT id, 0 FROM folder WHERE parent_id IS NULL AND removed_at IS NULL
         UNION ALL SELECT folder.id, depth + 1 FROM folder JOIN tree ON folder.parent_id = tree.id
           WHERE folder.removed_at IS NULL AND depth < 100
       )
       SELECT folder.id, name, parent_id, position, section FROM folder JOIN tree ON tree.id = folder.id
       ORDER BY depth, position, folder.id`,
    )
    .map((row) => ({
      id: row.id as FolderId,
      name: row.name,
      parentId: row.parent_id as FolderId | null,
      position: row.position,
      section: row.section,
    }));
}

export function addFolder(
  db: WritableDb,
  input: ParsedInputOf<'folders.add'>,
  now: EpochMs,
): { id: FolderId; operationId: OperationId } {
  const id = insertFolder(db, input.name, input.parentId);
  const row: RowChange = { table: 'folder', id, before: { removed_at: now }, after: { removed_at: null } };
  return {
    id,
    operationId: changeRows(db, { at: now, kind: 'add-folder', label: `Made folder ${input.name}`, rows: [row] }),
  };
}

export function insertFolder(
  db: WritableDb,
  name: string,
  parentId: number | null,
  attributes: Readonly<Record<string, string>> = {},
): FolderId {
  const { lastId } = db.run(
    'INSERT INTO folder (name, parent_id, position, attributes) VALUES (:name, :parentId, :position, :attributes)',
    {
      name,
      parentId,
      position: endPosition(db, parentId),
      attributes: JSON.stringify(attributes),
    },
  );
  return lastId as FolderId;
}

/** The folder with this path of names, made as far as it is missing. `made` are the new ones, for undo. */
export function folderAtPath(
  db: WritableDb,
  path: readonly string[],
  attributesOf: (path: readonly string[]) => Readonly<Record<string, string>> = () => ({}),
): { readonly id: FolderId | null; readonly made: readonly FolderId[] } {
  let parentId: FolderId | null = null;
  const made: FolderId[] = [];
  for (const [depth, name] of path.entries()) {
    const known: { id: number } | undefined = db.get<{ id: number }>(
      'SELECT id FROM folder WHERE parent_id IS :parentId AND name = :name AND removed_at IS NULL',
      { parentId, name },
    );
    if (known === undefined) {
      parentId = insertFolder(db, name, parentId, attributesOf(path.slice(0, depth + 1)));
      made.push(parentId);
    } else {
      parentId = known.id as FolderId;
    }
  }
  return { id: parentId, made };
}

function folderRow(db: ReadableDb, id: number): FolderRow | undefined {
  return db.get<FolderRow>(
    'SELECT id, name, parent_id, position, section FROM folder WHERE id = :id AND removed_at IS NULL',
    { id },
  );
}

/** Whether something can be put into it; null is the top. */
export function isPlace(db: ReadableDb, id: number | null): boolean {
  return id === null || folderRow(db, id) !== undefined;
}

export function renameFolder(
  db: WritableDb,
  input: ParsedInputOf<'folders.rename'>,
  now: EpochMs,
): { operationId: OperationId } | undefined {
  const row = folderRow(db, input.id);
  if (row === undefined) return undefined;
  const change: RowChange = { table: 'folder', id: input.id, before: { name: row.name }, after: { name: input.name } };
  return { operationId: changeRows(db, { at: now, kind: 'rename', label: `Renamed ${row.name}`, rows: [change] }) };
}

/** Undefined when the folder is absent, 'circle' when it would stand inside itself. */
export function moveFolder(
  db: WritableDb,
  input: ParsedInputOf<'folders.move'>,
  now: EpochMs,
): { operationId: OperationId } | undefined | 'circle' {
  const row = folderRow(db, input.id);
  if (row === undefined || !isPlace(db, input.parentId)) return undefined;
  if (input.parentId !== null && isInside(db, input.parentId, input.id)) return 'circle';
  const { positions, others } = placesAt(db, {
    parentId: input.parentId,
    index: input.index,
    moving: { feeds: [], folders: [input.id] },
  });
  const change: RowChange = {
    table: 'folder',
    id: input.id,
    before: { parent_id: row.parent_id, position: row.position },
    after: { parent_id: input.parentId, position: positions[0] ?? row.position },
  };
  return {
    operationId: changeRows(db, { at: now, kind: 'move', label: `Moved ${row.name}`, rows: [...others, change] }),
  };
}

function isInside(db: ReadableDb, id: number, ancestor: number): boolean {
  return (
    db.get<{ n: number }>(
      `WITH RECURSIVE up(id, parent_id) AS (
         SELECT id, parent_id FROM folder WHERE id = :id
         UNION SELECT folder.id, folder.parent_id FROM folder JOIN up ON folder.id = up.parent_id
       )
       SELECT count(*) AS n FROM up WHERE id = :ancestor`,
      { id, ancestor },
    )?.n !== 0
  );
}

export function removeFolder(db: WritableDb, id: FolderId, now: EpochMs): { operationId: OperationId } | undefined {
  const row = folderRow(db, id);
  if (row === undefined) return undefined;
  const inside = childrenOf(db, id);
  const next = childrenOf(db, row.parent_id).find(({ position }) => position > row.position);
  const step = ((next?.position ?? row.position + 1) - row.position) / (inside.length + 1);
  const moves = inside.map((child, n): RowChange => {
    const parentColumn = child.table === 'feed' ? 'folder_id' : 'parent_id';
    return {
      table: child.table,
      id: child.id,
      before: { [parentColumn]: id, position: child.position },
      // they take the folder's place, in their order
      after: { [parentColumn]: row.parent_id, position: row.position + n * step },
    };
  });
  const gone: RowChange = { table: 'folder', id, before: { removed_at: null }, after: { removed_at: now } };
  return {
    operationId: changeRows(db, {
      at: now,
      kind: 'remove-folder',
      label: `Deleted folder ${row.name}`,
      rows: [...moves, gone],
    }),
  };
}

export function sortFolder(db: WritableDb, id: FolderId | null, now: EpochMs): { operationId: OperationId } {
  const inside = childrenOf(db, id);
  const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
  const sorted = [...inside].sort(
    (a, b) => Number(a.table === 'feed') - Number(b.table === 'feed') || collator.compare(a.name, b.name),
  );
  const rows = sorted.map(
    (child, n): RowChange => ({
      table: child.table,
      id: child.id,
      before: { position: child.position },
      after: { position: n + 1 },
    }),
  );
  return { operationId: changeRows(db, { at: now, kind: 'sort', label: 'Sorted by name', rows }) };
}

function childrenOf(
  db: ReadableDb,
  id: number | null,
): { table: 'feed' | 'folder'; id: number; position: number; name: string }[] {
  return db.all(
    `SELECT 'folder' AS "table", id, position, name FROM folder WHERE parent_id IS :id AND removed_at IS NULL
     UNION ALL
     SELECT 'feed', id, position, coalesce(own_title, feed_title) FROM feed WHERE folder_id IS :id AND removed_at IS NULL
     ORDER BY position`,
    { id },
  );
}
