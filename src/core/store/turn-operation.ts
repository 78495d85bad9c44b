/** Undo and redo: finding the operation that is meant, and turning it back or forth. */

import type { OperationId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import type { ReadableDb, WritableDb } from './handles.ts';
import {
  addSlice,
  applyRow,
  automaticMark,
  type Bit,
  idsIn,
  isBit,
  type OperationRow,
  rowsChanged,
  setBit,
} from './operations.ts';
import { undoable } from './undo/register.ts';

type Direction = 'undo' | 'redo';
const turningState = { undo: 'undoing', redo: 'redoing' } as const;

// Undo reaches back 20 steps, as the window promises; the log keeps 30 days for time travel.
const undoSteps = 20;

type Operation = OutputOf<'operations.undo'>;

/** The operation to undo or redo: the one named, else the newest that qualifies. */
export function findOperation(db: ReadableDb, direction: Direction, id?: number): OperationRow | undefined {
  if (id !== undefined) {
    return db.get<OperationRow>(`SELECT ${operationColumns} FROM operation WHERE id = :id AND state = 'done'`, { id });
  }
  return db.get<OperationRow>(
    direction === 'undo'
      ? `SELECT ${operationColumns} FROM operation WHERE state = 'done' AND undone_at IS NULL AND kind <> '${automaticMark}'
           AND id > (SELECT coalesce(max(id), 0) - 10000 FROM operation) ORDER BY id DESC LIMIT 1`
      : `SELECT ${operationColumns} FROM operation WHERE state = 'done' AND undone_at IS NOT NULL ORDER BY undone_at DESC, id LIMIT 1`,
  );
}

const operationColumns = 'id, at, kind, label, change, state, undone_at';

/**
 * Undoes or redoes, one transaction a step. Only what the operation itself changed goes back, and what a later operation
 * changed again stays as that left it. What really changed is kept as a turn of its own, for time travel. A kill in the
 * middle is finished at the next start.
 */
export function* turnOperation(
  db: WritableDb,
  row: OperationRow,
  direction: Direction,
  now: EpochMs,
): Generator<undefined, Operation> {
  db.run('UPDATE operation SET state = :state WHERE id = :id', { id: row.id, state: turningState[direction] });
  const later = changedSince(db, row.id);
  const rows = rowsChanged(row.change);
  const ordered = direction === 'undo' ? [...rows].reverse() : rows;
  for (const change of ordered) {
    const values = Object.entries(direction === 'undo' ? change.before : change.after);
    const free = values.filter(([column]) => !later.columns.has(`${change.table}.${change.id}.${column}`));
    applyRow(db, change.table, change.id, Object.fromEntries(free));
    yield;
  }
  const slices = db.all<{ n: number }>('SELECT n FROM operation_slice WHERE operation_id = :id ORDER BY n', {
    id: row.id,
  });
  // also where nothing is left to turn: past-unread.ts takes an undo without it for one that took back everything
  const turnId = slices.length === 0 ? undefined : beginTurn(db, row, now);
  for (const { n } of slices) {
    const slice = db.get<{ bit: Bit; value: number; article_ids: unknown }>(
      'SELECT bit, value, article_ids FROM operation_slice WHERE operation_id = :id AND n = :n',
      { id: row.id, n },
    );
    // its name goes into the statement: a stranger's library may hold any text there
    if (slice === undefined || !isBit(slice.bit)) continue;
    const value = (direction === 'redo') === (slice.value === 1) ? 1 : 0;
    const touched = later.articles.get(slice.bit);
    const free = idsIn(slice.article_ids).filter((id) => touched?.has(id) !== true);
    const ids = setBit(db, free, slice.bit, value, now);
    if (turnId !== undefined && ids.length > 0) {
      addSlice(db, { operationId: turnId, bit: slice.bit, value, ids });
    }
    yield;
  }
  db.run("UPDATE operation SET undone_at = :at, state = 'done' WHERE id = :id", {
    id: row.id,
    at: direction === 'undo' ? now : null,
  });
  return { id: row.id as OperationId, at: row.at, label: row.label, undone: direction === 'undo' };
}

/** What would come back although another has it by now, such as the address of a feed. Nothing is changed. */
export function takenSince(db: ReadableDb, row: OperationRow, direction: Direction): string | undefined {
  for (const { table, id, before, after } of rowsChanged(row.change)) {
    const taken = undoable[table].takenSince?.(db, id, direction === 'undo' ? before : after);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

function beginTurn(db: WritableDb, { label }: OperationRow, at: EpochMs): number {
  return db.run("INSERT INTO operation (at, kind, label, change, state) VALUES (:at, 'turn', :label, '{}', 'turn')", {
    at,
    label,
  }).lastId;
}

interface Later {
  /** "feed.7.own_title" */
  readonly columns: ReadonlySet<string>;
  readonly articles: ReadonlyMap<Bit, ReadonlySet<number>>;
}

/** What operations after this one changed and is not undone. The newest, which undo takes when none is named, has few after it. */
function changedSince(db: ReadableDb, id: number): Later {
  const standing = "id > :id AND undone_at IS NULL AND state IN ('running', 'done', 'closed')";
  const changes = db.all<{ change: string }>(`SELECT change FROM operation WHERE ${standing}`, { id });
  const rows = changes.flatMap(({ change }) => rowsChanged(change));
  const columns = rows.flatMap(({ table, id: rowId, after }) =>
    Object.keys(after).map((column) => `${table}.${rowId}.${column}`),
  );
  const articles = new Map<Bit, Set<number>>();
  const slices = db.all<{ bit: Bit; article_ids: unknown }>(
    `SELECT bit, article_ids FROM operation_slice WHERE operation_id IN (SELECT id FROM operation WHERE ${standing})`,
    { id },
  );
  for (const { bit, article_ids: ids } of slices) {
    const touched = articles.get(bit) ?? new Set();
    articles.set(bit, touched);
    for (const articleId of idsIn(ids)) touched.add(articleId);
  }
  return { columns: new Set(columns), articles };
}

/** Turns that a kill interrupted. */
export function interruptedTurns(db: ReadableDb): { readonly row: OperationRow; readonly direction: Direction }[] {
  return (['undo', 'redo'] as const).flatMap((direction) =>
    db
      .all<OperationRow>(`SELECT ${operationColumns} FROM operation WHERE state = :state`, {
        state: turningState[direction],
      })
      .map((row) => ({ row, direction })),
  );
}

export function listOperations(db: ReadableDb, limit: number): Operation[] {
  return db
    .all<OperationRow>(
      `SELECT ${operationColumns} FROM operation WHERE state IN ('done', 'closed') ORDER BY id DESC LIMIT :limit`,
      { limit: Math.min(limit, undoSteps * 5) },
    )
    .map((row) => ({ id: row.id as OperationId, at: row.at, label: row.label, undone: row.undone_at !== null }));
}
