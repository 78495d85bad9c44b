/** What a command prints: answers on standard output, failures on standard error, one JSON value or one a line with --json. */
import type { Failure } from '../contract/errors.ts';

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}

/** Exit code 1; the sentence for a person, or the whole failure with --json. */
export function printFailure(failed: Failure | { readonly error: Failure }, json: boolean): number {
  const failure = 'error' in failed ? failed.error : failed;
  if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
  else process.stderr.write(`${failure.message}\n`);
  return 1;
}
