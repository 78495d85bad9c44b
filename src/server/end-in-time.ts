/** Ends the process on a signal: in order where that works, and in any case within some seconds. */

/** How long everything may take to be put away. A thread that computes for ever must not keep the program alive. */
const closingMs = 10_000;

/** `stop` puts everything away; what it has not done after `limitMs` is left as a kill would leave it. */
export function endOnSignal(stop: () => Promise<void>, limitMs = closingMs): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    // Node's own exit would wait for a thread that is in SQLite; what the library has committed is safe.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), limitMs);
    void stop()
      .catch((cause: unknown) => void process.stderr.write(`Broadsheet did not end as it should (${String(cause)}).\n`))
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // whoever started us holds the other end, and has ended: by a kill, perhaps, which nobody can pass on
  if (process.channel !== undefined) process.once('disconnect', end);
  // a test's or a starter's pipe that closes means that nobody is there any more
  if (process.env.BROADSHEET_END_WITH_INPUT === '1') process.stdin.on('end', end).resume();
}
