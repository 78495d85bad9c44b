/** How the commands speak: one line for each thing they do, one helpful line when something cannot be done. */

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const say = (line) => void process.stdout.write(`${line}\n`);

/** For commands whose standard output belongs to their answer. @type {Say} */
export const sayAside = (line) => void process.stderr.write(`${line}\n`);

/** A failure that was foreseen. Its message is all that a person gets to see: what happened, then what to do. */
export class Stop extends Error {}

/**
 * Runs a command and turns its end into an exit code. A Stop prints its line; anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} command resolves to the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    sayAside(error.message);
    process.exitCode = 1;
  }
}

/** @param {unknown} error @returns {string | undefined} the system's code, such as EACCES */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
