/** How the commands speak: one line for each thing they do, one helpful line when something cannot be done. */
import { root } from './root.mjs';

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const say = (line) => void process.stdout.write(`${line}\n`);

/** For commands whose standard output belongs to their answer. @type {Say} */
export const sayAside = (line) => void process.stderr.write(`${line}\n`);

/** A failure that was foreseen. Its message is all that a person gets to see: what happened, then what to do. */
export class Stop extends Error {}

/**
 * Runs a command and turns its end into an exit code. A Stop prints its line, and so does a disk that takes nothing;
 * anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} command resolves to the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    const line = error instanceof Stop ? error.message : diskAdvice(error);
    if (line === undefined) throw error;
    sayAside(line);
    process.exitCode = 1;
  }
}

/**
 * What to do about a file of ours that the system did not let us write; undefined for any other failure.
 * @param {unknown} error @returns {string | undefined}
 */
export function diskAdvice(error) {
  const code = codeOf(error) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk is full. Broadsheet needs about 1 GB here; make room, then run the same command again.';
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return undefined;
  return `This folder cannot be written (${code}): ${root}. Copy Broadsheet to a folder of your own.`;
}

/** @param {unknown} error @returns {string | undefined} the system's code, such as EACCES */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
