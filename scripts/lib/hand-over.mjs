/** Starts the program that a command exists for and becomes its stand-in: same streams, same signals, same exit. */
import { spawn } from 'node:child_process';
import { codeOf, Stop } from './plain-words.mjs';
import { whenStarterEnds } from './starter.mjs';

/**
 * @typedef {object} HandOverOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [tied] a channel tells it that we have ended, however that came about; for programs of ours that listen
 */

/**
 * @param {string} program @param {readonly string[]} args @param {HandOverOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export async function handOver(program, args, options = {}) {
  const { code, signal } = await runInFront(program, args, options);
  if (signal !== null) process.kill(process.pid, signal);
  return code;
}

/**
 * As handOver, but goes on after a signal that ended the program: a crash is one.
 * @param {string} program @param {readonly string[]} args @param {HandOverOptions} [options]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>}
 */
export function runInFront(program, args, { cwd, env, tied = false } = {}) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
  const child = spawn(program, args, { cwd, env, stdio });
  const endSignals = forwardSignals(child);
  const endWatch = whenStarterEnds(() => (child.connected ? child.disconnect() : child.kill('SIGTERM')));
  const stopForwarding = () => {
    endSignals();
    endWatch();
  };
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      stopForwarding();
      reject(
        new Stop(
          `${program} could not be started (${codeOf(error)}). Delete node_modules, then run the same command again.`,
        ),
      );
    });
    // "close" does not come after a channel that we have let go of; there are no streams to wait for
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve({ code: code ?? 1, signal });
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal sends Ctrl-C to both of us; a second one would read as "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
