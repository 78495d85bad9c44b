/**
 * What a command prints: answers on standard output, failures on standard error, one JSON value or one a line with --json.
 * The only file of the command line that writes: what comes from outside reaches the terminal without what it would obey.
 */
import type { Failure } from '../contract/errors.ts';
import { terminalJson, terminalLine, terminalText, terminalXml } from '../contract/terminal-text.ts';

let isSilent = false;

/** Nothing is printed from now on. */
export function silence(): void {
  isSilent = true;
}

/** One line, whatever is in it. */
export function printLine(text: string): void {
  write('stdout', `${terminalLine(text)}\n`);
}

/** As many lines as it has. */
export function printText(text: string): void {
  write('stdout', `${terminalText(text)}\n`);
}

export function printJson(value: unknown): void {
  printJsonText(JSON.stringify(value));
}

export function printJsonText(json: string): void {
  write('stdout', `${terminalJson(json)}\n`);
}

/** A document that ends its last line itself. */
export function printXml(xml: string): void {
  write('stdout', terminalXml(xml));
}

/** One line beside the answer, for a person. */
export function printAside(text: string): void {
  write('stderr', `${terminalLine(text)}\n`);
}

/** Asks on the terminal; the answer is typed on the same line. */
export function printPrompt(text: string): void {
  write('stderr', terminalLine(text));
}

function write(stream: 'stdout' | 'stderr', text: string): void {
  if (!isSilent) process[stream].write(text);
}

/** Exit code 1; the sentence for a person, or the whole failure with --json. */
export function printFailure(failed: Failure | { readonly error: Failure }, json: boolean): number {
  const failure = 'error' in failed ? failed.error : failed;
  if (json) printJson({ error: failure });
  else printAside(`${failure.message}${hints[failure.code] ?? ''}`);
  return 1;
}

/** What the remedy is called on a terminal. */
const hints: Readonly<Partial<Record<Failure['code'], string>>> = {
  private_address: ' (Here: --allow-private.)',
  needs_login: ' (Here: --user NAME, which asks for the password.)',
};

/** "1 article", "2 articles". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
