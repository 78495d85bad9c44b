/** Undo: every change of state is an operation that can be taken back, newest first. */
import { z } from 'zod';
import { epochMs, operationId } from './ids.ts';
import { command, query } from './method.ts';

const operation = z.object({
  id: operationId,
  at: epochMs,
  /** "Marked 88 articles read", "Unsubscribed from Eastbank Record". */
  label: z.string(),
  undone: z.boolean(),
});

const step = operation.extend({
  group: z.enum(['reading', 'feeds', 'other']),
  /** Articles that it changed; 0 where it changed none. */
  articles: z.int(),
  /** Of these, the ones that no later step changed again: what undoing it alone would take back. */
  free: z.int(),
  /** What can be done with it now; null where its time is over. */
  turn: z.enum(['undo', 'redo']).nullable(),
});
export type HistoryStep = z.infer<typeof step>;

export const operationMethods = {
  'operations.undo': command(
    'Takes back an operation, or the newest one that is not yet undone. Exact: what was changed since by hand stays.',
    z.strictObject({ id: operationId.optional() }),
    operation,
    { changes: 'what is undone' },
  ),
  'operations.redo': command(
    'Does an undone operation again: the one named, or the newest.',
    z.strictObject({ id: operationId.optional() }),
    operation,
    { changes: 'what is undone' },
  ),
  'operations.list': query(
    'The last operations, newest first.',
    z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    z.array(operation),
    { reads: ['marks', 'feeds', 'searches', 'stories'] },
  ),
  'operations.history': query(
    'What the reader did in the last 30 days, newest first; marks that follow from reading are left out.',
    z.strictObject({ limit: z.int().min(1).max(500).default(200) }),
    z.array(step),
    { reads: ['marks', 'feeds', 'searches', 'stories'] },
  ),
};
