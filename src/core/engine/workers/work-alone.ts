/** Work in a worker that is there for this alone: it takes minutes, and the other task workers have feeds to fetch. */
import type { Result } from '../../../contract/errors.ts';
import { systemClock } from '../../lib/clock.ts';
import type { TellOpening } from '../library/opening.ts';
import { WorkerPool } from './worker-pool.ts';

interface Alone {
  /** The file of the task worker. */
  readonly file: URL;
  readonly libraryFolder: string;
  readonly onOpening?: TellOpening;
}

let underWay = 0;

export async function workAlone(
  { file, libraryFolder, onOpening }: Alone,
  task: string,
  input: unknown,
): Promise<Result<unknown>> {
  const data = { libraryFolder, hostOverrides: {} } as { libraryFolder: string };
  underWay += 1;
  try {
    const pool = await WorkerPool.start({
      kind: 'task',
      file,
      size: 1,
      data,
      clock: systemClock,
      onSlow: () => {},
      onOpening,
    });
    if (!pool.ok) return pool;
    const answer = await pool.value.call(task, input);
    await pool.value.close();
    return answer;
  } finally {
    underWay -= 1;
  }
}

/** Node's own exit would wait for such a thread. What it does survives a kill. */
export const isWorkingAlone = (): boolean => underWay > 0;
