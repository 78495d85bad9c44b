/** Work that may wait for somebody else's server: little of it at a time, and what was asked for last comes first. */
export interface Lane<Key> {
  /** Runs it once there is room. */
  readonly run: <Value>(key: Key, job: () => Promise<Value>) => Promise<Value>;
  /** Whoever waits for it now does so in front of it: it begins at once, if it has not. */
  readonly hurry: (key: Key) => void;
}

export function newestFirst<Key>(most: number): Lane<Key> {
  const waiting = new Map<Key, () => void>();
  let running = 0;
  const begin = (key: Key): void => {
    const go = waiting.get(key);
    if (go === undefined) return;
    waiting.delete(key);
    running += 1;
    go();
  };
  const beginNewest = (): void => {
    const newest = [...waiting.keys()].at(-1);
    if (running < most && newest !== undefined) begin(newest);
  };
  return {
    run: async (key, job) => {
      const turn = new Promise<void>((go) => waiting.set(key, go));
      beginNewest();
      await turn;
      try {
        return await job();
      } finally {
        running -= 1;
        beginNewest();
      }
    },
    hurry: begin,
  };
}
