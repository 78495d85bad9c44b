/** What the reader did in the last 30 days, with what each step alone would take back. */
import type { OperationId } from '../../contract/ids.ts';
import type { HistoryStep } from '../../contract/operations.ts';
import type { EpochMs } from '../lib/clock.ts';
import type { ReadableDb } from './handles.ts';
import { automaticMark, type Bit, idsIn, type OperationRow } from './operations.ts';

const keptMs = 30 * 86_400_000;

const groups: Readonly<Record<string, HistoryStep['group']>> = {
  mark: 'reading',
  subscribe: 'feeds',
  unsubscribe: 'feeds',
  configure: 'feeds',
  rename: 'feeds',
  move: 'feeds',
  sort: 'feeds',
  'add-folder': 'feeds',
  'remove-folder': 'feeds',
};

/**
 * Goes from the newest step back, so that what later steps touched is known when an earlier one is looked at; marks that
 * follow from reading count as later steps. Reads the ids of every mark on the way: 8 MB where a million were marked.
 */
export function operationHistory(db: ReadableDb, { limit }: { readonly limit: number }, now: EpochMs): HistoryStep[] {
  const rows = db.all<Omit<OperationRow, 'change'>>(
    `SELECT id, at, kind, label, state, undone_at FROM operation
     WHERE state IN ('running', 'done', 'closed') AND at > :since ORDER BY id DESC LIMIT 20000`,
    { since: now - keptMs },
  );
  const touched = new Set<string>();
  const steps: HistoryStep[] = [];
  for (const row of rows) {
    if (steps.length >= limit) break;
    const changed = changedBy(db, row.id);
    if (row.kind !== automaticMark && row.state !== 'running')
      steps.push({
        id: row.id as OperationId,
        at: row.at,
        label: row.label,
        undone: row.undone_at !== null,
        group: groups[row.kind] ?? 'other',
        articles: changed.length,
        free: changed.filter((key) => !touched.has(key)).length,
        turn: row.undone_at === null ? 'undo' : row.state === 'done' ? 'redo' : null,
      });
    // What is undone again left nothing that could be in an earlier step's way.
    if (row.undone_at === null) for (const key of changed) touched.add(key);
  }
  return steps;
}

/** The articles whose bit it changed, as 'unread 12'. */
function changedBy(db: ReadableDb, id: number): string[] {
  return db
    .all<{ bit: Bit; article_ids: unknown }>('SELECT bit, article_ids FROM operation_slice WHERE operation_id = :id', {
      id,
    })
    .flatMap(({ bit, article_ids: ids }) => idsIn(ids).map((article) => `${bit} ${article}`));
}
