/** Saved searches: their rows, their order, their undo. What each holds unread is kept in search-counts.ts. */
import type { OperationId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { changeRows, type RowChange } from '../operations.ts';

export interface SavedSearchRow {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  readonly notify: number;
  readonly counts_unread: number;
  readonly unread: number;
  readonly plan: string | null;
}

export function savedSearches(db: ReadableDb): SavedSearchRow[] {
  return db.all<SavedSearchRow>(
    'SELECT id, name, query, notify, counts_unread, unread, plan FROM saved_search WHERE removed_at IS NULL ORDER BY position, id',
  );
}

export function savedSearchAt(db: ReadableDb, id: number): SavedSearchRow | undefined {
  return db.get<SavedSearchRow>(
    'SELECT id, name, query, notify, counts_unread, unread, plan FROM saved_search WHERE id = :id AND removed_at IS NULL',
    { id },
  );
}

export function isNameTaken(db: ReadableDb, name: string, except?: number): boolean {
  return savedSearches(db).some((search) => search.id !== except && search.name.toLowerCase() === name.toLowerCase());
}

export function addSavedSearch(
  db: WritableDb,
  input: ParsedInputOf<'savedSearches.add'>,
  now: EpochMs,
): { id: number; operationId: OperationId } {
  const { lastId: id } = db.run(
    `INSERT INTO saved_search (name, query, notify, counts_unread, position)
     VALUES (:name, :query, :notify, :countsUnread, (SELECT coalesce(max(position), 0) + 1 FROM saved_search))`,
    {
      name: input.name,
      query: input.query,
      notify: input.notify ? 1 : 0,
      countsUnread: input.countsUnread === false ? 0 : 1,
    },
  );
  const operationId = change(db, now, `Saved the search ${input.name}`, [
    { table: 'saved_search', id, before: { removed_at: now }, after: { removed_at: null } },
  ]);
  return { id, operationId };
}

export function renameSavedSearch(db: WritableDb, row: SavedSearchRow, name: string, now: EpochMs) {
  return {
    operationId: change(db, now, `Renamed ${row.name}`, [
      { table: 'saved_search', id: row.id, before: { name: row.name }, after: { name } },
    ]),
  };
}

export function changeSavedSearch(
  db: WritableDb,
  row: SavedSearchRow,
  input: ParsedInputOf<'savedSearches.change'>,
  now: EpochMs,
): { operationId: OperationId } {
  const after = {
    ...(input.query !== undefined && { query: input.query }),
    ...(input.notify !== undefined && { notify: input.notify ? 1 : 0 }),
    ...(input.countsUnread !== undefined && { counts_unread: input.countsUnread ? 1 : 0 }),
  };
  const before = { query: row.query, notify: row.notify, counts_unread: row.counts_unread };
  return {
    operationId: change(db, now, `Changed ${row.name}`, [{ table: 'saved_search', id: row.id, before, after }]),
  };
}

export function removeSavedSearch(db: WritableDb, row: SavedSearchRow, now: EpochMs): { operationId: OperationId } {
  return {
    operationId: change(db, now, `Removed the search ${row.name}`, [
      { table: 'saved_search', id: row.id, before: { removed_at: null }, after: { removed_at: now } },
    ]),
  };
}

export function reorderSavedSearches(
  db: WritableDb,
  ids: readonly number[],
  now: EpochMs,
): { operationId: OperationId } {
  const rows = db.all<{ id: number; position: number }>(
    'SELECT id, position FROM saved_search WHERE removed_at IS NULL ORDER BY position, id',
  );
  const known = new Map(rows.map((row) => [row.id, row.position]));
  const named = ids.filter((id) => known.has(id));
  const order = [...named, ...rows.map((row) => row.id).filter((id) => !named.includes(id))];
  const changes = order.map(
    (id, at): RowChange => ({
      table: 'saved_search',
      id,
      before: { position: known.get(id) ?? 0 },
      after: { position: at + 1 },
    }),
  );
  return { operationId: change(db, now, 'Moved saved searches', changes) };
}

function change(db: WritableDb, at: EpochMs, label: string, rows: readonly RowChange[]): OperationId {
  return changeRows(db, { at, kind: 'saved-search', label, rows });
}
