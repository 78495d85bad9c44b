/** A task worker: network, XML, sanitising, extraction. It holds no database. */
import { workerData } from 'node:worker_threads';
import { fail, type Result } from '../../../contract/errors.ts';
import type { TaskWorkerData } from '../task-context.ts';
import { createTaskContext, type TaskContext } from '../task-context.ts';
import { tasks } from '../tasks.ts';
import { serve } from './serve.ts';
import { giveWay } from './thread-priority.ts';

giveWay('task');

type AnyTask = (context: TaskContext, input: unknown) => Result<unknown> | Promise<Result<unknown>>;

const context = createTaskContext(workerData as TaskWorkerData);
const table = new Map(Object.entries(tasks as unknown as Record<string, AnyTask>));

serve({
  ready: { ok: true, value: null },
  run: ({ name, input, now }, signal) => {
    const task = table.get(name);
    if (task === undefined) return fail('unknown_method', `There is no task called ${name}.`);
    return task({ ...context, now, signal }, input);
  },
  close: () => context.client.close(),
});
