/**
 * A task worker like any other, but for addresses with /held in them: what comes from there holds it without end, as an
 * expression that backtracks does.
 */
import type { Result } from '../contract/errors.ts';
import type { FetchTaskInput } from '../core/engine/fetching/fetch-task.ts';
import type { TaskContext } from '../core/engine/task-context.ts';
import { tasks } from '../core/engine/tasks.ts';

type AnyTask = (context: TaskContext, input: unknown) => Result<unknown> | Promise<Result<unknown>>;

const table = tasks as unknown as Record<string, AnyTask>;

function hold(name: string, isHeld: (input: unknown) => boolean): void {
  const task = table[name];
  table[name] = async (context, input) => {
    const answer = await task?.(context, input);
    while (isHeld(input) || answer === undefined);
    return answer;
  };
}

hold('media.fetch', (input) => (input as { url: string }).url.includes('/held'));
// not the first time: it has to be subscribed to
hold('feed.fetch', (input) => {
  const { facts } = input as FetchTaskInput;
  return facts.url.includes('/held') && facts.lastCheckedAt !== null;
});

await import('../core/engine/workers/task-worker.ts');
