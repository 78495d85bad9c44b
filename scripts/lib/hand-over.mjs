/** Starts the program that a command exists for and becomes its stand-in: same streams, same signals, same exit. */
import { spawn } from 'node:child_process';
import { codeOf, Stop } from './plain-words.mjs';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} HandOverOptions */

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
export function runInFront(program, args, { cwd, env } = {}) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  const stopForwarding = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      stopForwarding();
      reject(
        new Stop(
          `${program} could not be started (${codeOf(error)}). Delete node_modules, then run the same command again.`,
        ),
      );
    });
    child.once('close', (code, signal) => {
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
