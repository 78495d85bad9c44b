/**
 * A command that ends before its time, by a signal or because nobody reads on (`| head`): the library is closed first.
 * Otherwise the next start would take it for one that was left by a crash, and look through all of it.
 */
import { constants } from 'node:os';
import { silence } from './output.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let close = async (): Promise<void> => {};
let code: number | undefined;

/** Once: after a second signal of its kind nothing is waited for. Returns the function that ends it. */
export function closeOnSignal(closeLibrary: () => Promise<void>): () => void {
  close = closeLibrary;
  const end = (signal: NodeJS.Signals): void => endEarly(128 + constants.signals[signal]);
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** Ends the process with this exit code. What comes in meanwhile is printed no more. */
export function endEarly(exitCode: number): void {
  if (code !== undefined) return;
  code = exitCode;
  silence();
  void close().finally(() => process.exit(exitCode));
}

/** The exit code of a command that is ending early; what it answers itself counts no more. */
export function earlyCode(): number | undefined {
  return code;
}
