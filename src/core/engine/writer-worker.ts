/** The writer: the one connection that changes the library. Each step of a command is one transaction. */
import { setImmediate } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { fail, type Result } from '../../contract/errors.ts';
import type { EpochMs } from '../lib/clock.ts';
import type { WritableDb } from '../store/handles.ts';
import { commands, type Steps } from './commands.ts';
import { openLibrary } from './open-library.ts';
import { serve } from './serve.ts';
import type { WorkerData } from './worker-protocol.ts';

type AnyCommand = (db: WritableDb, input: unknown, now: EpochMs) => Steps<unknown>;

const opened = openLibrary((workerData as WorkerData).libraryFolder);
const table = new Map(Object.entries(commands as unknown as Record<string, AnyCommand>));

serve({
  ready: opened.ok ? { ok: true, value: opened.value.facts } : opened,
  run: ({ name, input, now }) => {
    const command = table.get(name);
    if (command === undefined || !opened.ok) return fail('unknown_method', `There is no command called ${name}.`);
    return runSteps(opened.value.db, () => command(opened.value.db, input, now));
  },
  close: () => {
    if (!opened.ok) return;
    opened.value.db.pragma('optimize');
    opened.value.db.close();
  },
});

/** Other commands may come between two steps; within one nothing does. */
async function runSteps(db: WritableDb, begin: () => Steps<unknown>): Promise<Result<unknown>> {
  const first = db.transaction(() => {
    const begun = begin();
    return isGenerator(begun) ? { generator: begun, step: begun.next() } : { result: begun };
  });
  if ('result' in first) return first.result as Result<unknown>;
  let { step } = first;
  while (step.done !== true) {
    await setImmediate();
    step = db.transaction(() => first.generator.next());
  }
  return step.value;
}

function isGenerator(begun: Steps<unknown>): begun is Generator<undefined, Result<unknown>> {
  return 'next' in begun;
}
