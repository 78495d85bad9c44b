/** What a command prints: answers on standard output, failures on standard error, one JSON value or one a line with --json. */
import type { Failure } from '../contract/errors.ts';

let isSilent = false;

/** Nothing is printed from now on. */
export function silence(): void {
  isSilent = true;
}

export function print(text: string): void {
  if (!isSilent) process.stdout.write(text);
}

export function printLine(text: string): void {
  print(`${text}\n`);
}

export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}

/** Exit code 1; the sentence for a person, or the whole failure with --json. */
export function printFailure(failed: Failure | { readonly error: Failure }, json: boolean): number {
  const failure = 'error' in failed ? failed.error : failed;
  if (json) printJson({ error: failure });
  else if (!isSilent) process.stderr.write(`${failure.message}${hints[failure.code] ?? ''}\n`);
  return 1;
}

/** What the remedy is called on a terminal. */
const hints: Readonly<Partial<Record<Failure['code'], string>>> = {
  private_address: ' (Here: --allow-private.)',
  needs_login: ' (Here: https://NAME:PASSWORD@HOST/….)',
};

/** "1 article", "2 articles". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
