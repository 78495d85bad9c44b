/** A job that takes a while: started once, followed by the core's events, and its end told in a sentence. */
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { showToast } from '../../ui/toast.tsx';

interface JobProgress {
  readonly done: number;
  readonly total: number;
}

export interface Job<Name extends MethodName> {
  readonly isRunning: boolean;
  /** Null before the first event of it. */
  readonly progress: JobProgress | null;
  readonly start: (input: InputOf<Name>) => void;
}

/** What jobs of the archive change. */
const stale = /^(archive\.(sizes|preview)|backups\.list|library\.info)$/;

export function useJob<Name extends MethodName>(name: Name, done: (answer: OutputOf<Name>) => string): Job<Name> {
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(
    () =>
      client.on((event) => {
        if (event.type === 'progress' && event.job === name) setProgress({ done: event.done, total: event.total });
      }),
    [name],
  );
  const start = async (input: InputOf<Name>) => {
    setRunning(true);
    setProgress(null);
    // The types of all methods at once are too many for the compiler to tell apart.
    const result = (await client.call(name, input)) as Result<OutputOf<Name>>;
    if (isHere.current) setRunning(false);
    if (result.ok) showToast({ text: done(result.value) });
    else toastFailure(result.error.message);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.test(String(queryKey[0])) });
  };
  return { isRunning, progress, start: (input) => void start(input) };
}
