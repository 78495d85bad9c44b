/** Opens the library for writing and runs commands on it, of whatever table the worker's file hands over. */
import { parentPort, workerData } from 'node:worker_threads';
import { fail } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../../store/handles.ts';
import type { Steps } from '../commands.ts';
import { openLibrary } from '../library/open-library.ts';
import { patiently, usualPatienceMs } from '../library/opening.ts';
import { serve } from './serve.ts';
import { StepRunner } from './step-runner.ts';
import type { WorkerData } from './worker-protocol.ts';

type AnyCommand = (db: WritableDb, input: unknown, now: EpochMs) => Steps<unknown>;

export function serveWriter(commands: object): void {
  const { libraryFolder, patienceMs = usualPatienceMs } = workerData as WorkerData;
  const opened = openLibrary(
    libraryFolder,
    patiently((opening) => parentPort?.postMessage({ opening }), patienceMs),
  );
  const table = new Map(Object.entries(commands as Readonly<Record<string, AnyCommand>>));
  const runner = opened.ok ? new StepRunner(opened.value.db) : undefined;
  serve({
    ready: opened.ok ? { ok: true, value: opened.value.facts } : opened,
    run: ({ name, input, now }) => {
      const command = table.get(name);
      if (command === undefined || !opened.ok || runner === undefined)
        return fail('unknown_method', `There is no command called ${name}.`);
      const { db } = opened.value;
      return runner.run(() => command(db, input, now));
    },
    close: async () => {
      if (!opened.ok) return;
      await runner?.end();
      opened.value.db.pragma('optimize');
      opened.value.db.close();
    },
  });
}
