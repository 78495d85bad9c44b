/** The store's functions as the engine calls them: synchronous over a handle in their worker, asynchronous and typed here. */
import type { Result } from '../../contract/errors.ts';
import type { Commands } from './commands.ts';
import type { Queries } from './queries.ts';
import type { StoryTasks } from './stories/story-tasks.ts';
import type { Tasks } from './tasks.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

type Functions = Queries | Commands | Tasks | StoryTasks;
type InputTo<F> = F extends (context: never, input: infer Input, ...rest: never[]) => unknown ? Input : never;
type Settled<Answer> =
  Answer extends Promise<infer Later>
    ? Settled<Later>
    : Answer extends Generator<undefined, infer Last>
      ? Settled<Last>
      : Answer extends { readonly ok: true; readonly value: infer Value }
        ? Value
        : never;
type AnswerOf<F> = F extends (...args: never[]) => infer Answer ? Settled<Answer> : never;

export type Ask<Table extends Functions> = <Name extends keyof Table & string>(
  name: Name,
  input: unknown extends InputTo<Table[Name]> ? Readonly<Record<string, never>> : InputTo<Table[Name]>,
  more?: { readonly transfer?: ArrayBuffer[]; readonly signal?: AbortSignal },
) => Promise<Result<AnswerOf<Table[Name]>>>;

/** The worker answers what the table's type says: this is the one place that knows it. */
export function askOf<Table extends Functions>(pool: WorkerPool): Ask<Table> {
  return ((name: string, input: unknown, more?: { transfer?: ArrayBuffer[]; signal?: AbortSignal }) =>
    pool.call(name, input, more)) as Ask<Table>;
}

export interface Asks {
  readonly read: Ask<Queries>;
  readonly write: Ask<Commands>;
  readonly work: Ask<Tasks>;
}
