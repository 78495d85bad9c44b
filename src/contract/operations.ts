/** Undo: every change of state is an operation that can be taken back, newest first. */
import { z } from 'zod';
import { epochMs, operationId } from './ids.ts';
import { command, query } from './method.ts';

const operation = z.object({
  id: operationId,
  at: epochMs,
  /** "Marked 88 read", "Unsubscribed from Eastbank Record". */
  label: z.string(),
  undone: z.boolean(),
});

export const operationMethods = {
  'operations.undo': command(
    'Takes back an operation, or the newest one that is not yet undone. Exact: what was changed since by hand stays.',
    z.strictObject({ id: operationId.optional() }),
    operation,
  ),
  'operations.redo': command('Does the newest undone operation again.', z.strictObject({}), operation),
  'operations.list': query(
    'The last operations, newest first.',
    z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    z.array(operation),
  ),
};
