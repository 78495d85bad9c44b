/** Operations and their undo: row changes with before and after, and slices of article bits that really changed. */

import type { OperationId } from '../../contract/ids.ts';
import type { EpochMs } from '../lib/clock.ts';
import { isEither, isFiniteNumber, isNull, isObjectWith, isOneOf, isRecord, isText, isWhole } from '../lib/shapes.ts';
import { storedJson } from '../lib/stored-json.ts';
import type { WritableDb } from './handles.ts';
import { isUndoable, isUndoableTable, type UndoableTable, undoable } from './undo/register.ts';
import type { Values } from './undo/undoable.ts';

const bits = ['unread', 'starred', 'later', 'hidden'] as const;
export type Bit = (typeof bits)[number];

/** One row as it was and as it became. */
export interface RowChange {
  readonly table: UndoableTable;
  readonly id: number;
  readonly before: Values;
  readonly after: Values;
}

export interface OperationRow {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly label: string;
  readonly change: string;
  readonly state: string;
  readonly undone_at: number | null;
}

/** Read after a second in sight: a mark that the reader did not make and does not expect Undo to mean. */
export const automaticMark = 'mark-automatic';

export function beginOperation(
  db: WritableDb,
  operation: {
    readonly at: EpochMs;
    readonly kind: string;
    readonly label: string;
    readonly change: unknown;
    readonly running?: boolean;
  },
): OperationId {
  const { lastId } = db.run(
    'INSERT INTO operation (at, kind, label, change, state) VALUES (:at, :kind, :label, :change, :state)',
    {
      at: operation.at,
      kind: operation.kind,
      label: operation.label,
      change: JSON.stringify(operation.change),
      state: operation.running === true ? 'running' : 'done',
    },
  );
  if (operation.kind === automaticMark) return lastId as OperationId;
  // What was undone and not done again cannot be redone after something new.
  db.run("UPDATE operation SET state = 'closed' WHERE undone_at IS NOT NULL AND id < :lastId AND state = 'done'", {
    lastId,
  });
  return lastId as OperationId;
}

export function endOperation(db: WritableDb, id: number, label: string): void {
  db.run("UPDATE operation SET state = 'done', label = :label WHERE id = :id", { id, label });
}

export function forgetOperation(db: WritableDb, id: number): void {
  db.run('DELETE FROM operation WHERE id = :id', { id });
}

/** Applies row changes and keeps them as one operation. */
export function changeRows(
  db: WritableDb,
  operation: {
    readonly at: EpochMs;
    readonly kind: string;
    readonly label: string;
    readonly rows: readonly RowChange[];
  },
): OperationId {
  for (const row of operation.rows) applyRow(db, row.table, row.id, row.after);
  return beginOperation(db, { ...operation, change: { rows: operation.rows } });
}

export const isBit = isOneOf(...bits);

const isRowChange = isObjectWith<RowChange>({
  table: isUndoableTable,
  id: isWhole,
  before: isValues,
  after: isValues,
});

function isValues(value: unknown): value is Values {
  return isRecord(value) && Object.values(value).every(isEither(isText, isEither(isFiniteNumber, isNull)));
}

/**
 * What an operation changed, out of its row. A stranger's library may hold any: a row that no operation of ours changes is
 * left out.
 */
export function rowsChanged(change: string): readonly RowChange[] {
  const rows = storedJson<{ readonly rows?: unknown }>(change, {}).rows;
  if (!Array.isArray(rows)) return [];
  return rows
    .filter(isRowChange)
    .filter(({ table, before, after }) =>
      [...Object.keys(before), ...Object.keys(after)].every((column) => isUndoable(table, column)),
    );
}

export function applyRow(db: WritableDb, table: UndoableTable, id: number, values: Values): void {
  const { columns, after } = undoable[table];
  for (const [column, value] of Object.entries(values)) {
    const way = isUndoable(table, column) ? columns[column] : undefined;
    if (way === undefined) throw new Error(`operation names an unknown column: ${table}.${column}`);
    if (way === 'set') db.run(`UPDATE ${table} SET ${column} = :value WHERE id = :id`, { id, value });
    else way(db, id, value);
  }
  after?.(db, id, values);
}

export function addSlice(
  db: WritableDb,
  slice: { readonly operationId: number; readonly bit: Bit; readonly value: 0 | 1; readonly ids: readonly number[] },
): void {
  const n =
    db.get<{ n: number }>('SELECT count(*) AS n FROM operation_slice WHERE operation_id = :id', {
      id: slice.operationId,
    })?.n ?? 0;
  db.run(
    'INSERT INTO operation_slice (operation_id, n, bit, value, article_ids) VALUES (:operationId, :n, :bit, :value, :ids)',
    {
      operationId: slice.operationId,
      n,
      bit: slice.bit,
      value: slice.value,
      ids: new Uint8Array(Float64Array.from(slice.ids).buffer),
    },
  );
}

/** Sets a bit on the articles named and returns those on which it changed. */
export function setBit(db: WritableDb, ids: readonly number[], bit: Bit, value: 0 | 1, at: EpochMs): number[] {
  const starredAt = bit === 'starred' ? ', starred_at = :at' : '';
  return db
    .all<{ article_id: number }>(
      `UPDATE article_status SET ${bit} = :value${starredAt}
       WHERE article_id IN (SELECT value FROM json_each(:ids)) AND ${bit} <> :value
       RETURNING article_id`,
      { ids: JSON.stringify(ids), value, ...(bit === 'starred' ? { at: value === 1 ? at : null } : {}) },
    )
    .map((row) => row.article_id);
}

/** What is no id is left out: the file may be somebody else's. */
export function idsIn(blob: unknown): number[] {
  if (!(blob instanceof Uint8Array)) return [];
  // copied, since a Float64Array must begin at a multiple of 8 and end at one
  const whole = Uint8Array.from(blob.subarray(0, blob.length - (blob.length % 8)));
  return Array.from(new Float64Array(whole.buffer)).filter(isWhole);
}
