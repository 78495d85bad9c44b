/** One listener for all who wait for a signal: a signal looks through every listener it has at each new one, and rounds have thousands. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `then` when the signal is aborted; returns how to call it off. A signal that is aborted already is for the caller to see. */
export function onAbort(signal: AbortSignal, then: () => void): () => void {
  const calls = waiting.get(signal) ?? firstFor(signal);
  calls.add(then);
  return () => calls.delete(then);
}

function firstFor(signal: AbortSignal): Set<() => void> {
  const calls = new Set<() => void>();
  waiting.set(signal, calls);
  signal.addEventListener(
    'abort',
    () => {
      for (const call of [...calls]) call();
      calls.clear();
    },
    { once: true },
  );
  return calls;
}
