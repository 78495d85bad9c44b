/**
 * A part of an answer that is held, for what a list repeats and for what is always in sight: it draws again only when that
 * part is another. It asks for nothing itself; app/kept-answers.tsx keeps the answers that it reads.
 */
import { useSyncExternalStore } from 'react';
import type { OutputOf } from '../../contract/index.ts';
import { queryClient } from './client.ts';

/** Methods without an input whose answers the window holds for as long as it is open. */
export type KeptName = 'feeds.list' | 'folders.list' | 'counts.get' | 'savedSearches.list' | 'refresh.status';

/** `pick` must answer the same object while nothing changed. undefined until the answer is there. */
export function usePart<Name extends KeptName, Part>(
  name: Name,
  pick: (answer: OutputOf<Name>) => Part,
): Part | undefined {
  return useSyncExternalStore(watchOf(name), () => {
    const answer = queryClient.getQueryData<OutputOf<Name>>([name, {}]);
    return answer === undefined ? undefined : pick(answer);
  });
}

type Watch = (listener: () => void) => () => void;
const watches = new Map<KeptName, Watch>();

/** One subscription to the held answers for all parts of one: a library has hundreds of rows. */
function watchOf(name: KeptName): Watch {
  const known = watches.get(name);
  if (known) return known;
  const listeners = new Set<() => void>();
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== name) return;
    for (const listener of [...listeners]) listener();
  });
  const watch: Watch = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  watches.set(name, watch);
  return watch;
}
