/** A job that takes a while: started once, followed by the core's events, and its end told in a sentence. */
import type { Result } from '../../../contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { showToast } from '../../ui/toast.tsx';

interface JobProgress {
  readonly done: number;
  readonly total: number;
}

export interface Job<Name extends MethodName> {
  readonly isRunning: boolean;
  /** Null before the first event of it. */
  readonly progress: JobProgress | null;
  /** Answers whether it went well. */
  readonly start: (input: InputOf<Name>) => Promise<boolean>;
}

/** What goes on, by its method: whoever leaves the page and comes back finds it there, and starts it no second time. */
const running = createStore<Readonly<Partial<Record<MethodName, JobProgress | null>>>>({});

/** What jobs of the archive change. */
const stale = /^(archive\.(sizes|preview)|backups\.(list|state)|library\.info)$/;

/** `done` says its end in a sentence. */
export function useJob<Name extends MethodName>(
  name: Name,
  done: (answer: OutputOf<Name>, input: InputOf<Name>) => string,
): Job<Name> {
  const progress = useStore(running, (jobs) => jobs[name]);
  const start = async (input: InputOf<Name>) => {
    if (name in running.get()) return false;
    const result = await followed(name, input);
    if (result.ok) showToast({ text: done(result.value, input) });
    else toastFailure(result.error.message);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.test(String(queryKey[0])) });
    return result.ok;
  };
  return { isRunning: progress !== undefined, progress: progress ?? null, start };
}

async function followed<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
  const tell = (progress: JobProgress | null) => running.set((jobs) => ({ ...jobs, [name]: progress }));
  tell(null);
  const stop = client.on((event) => {
    if (event.type === 'progress' && event.job === name) tell({ done: event.done, total: event.total });
  });
  // The types of all methods at once are too many for the compiler to tell apart.
  const result = (await client.call(name, input)) as Result<OutputOf<Name>>;
  stop();
  running.set(({ [name]: _, ...others }) => others);
  return result;
}
