/** Makes a backup in a thread of its own: neither lists nor the writer wait for it. */
import type { Backup } from '../../../contract/archive.ts';
import type { Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { TaskContext } from '../task-context.ts';
import { makeBackup } from './backup-files.ts';

export function backupTask(
  context: TaskContext,
  input: { readonly kind: 'daily' | 'manual'; readonly at: EpochMs },
): Promise<Result<Backup>> {
  return makeBackup(context.libraryFolder, { kind: input.kind, now: input.at, signal: context.signal });
}
