/** Runs other programs: each in its own process group, so that a time limit or Ctrl-C ends everything it started. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { nodeVariable } from './project-node.mjs';
import { inRoot, root } from './root.mjs';

/**
 * @typedef {object} RunOptions
 * @property {number} limitMs after this the program and all it started are ended
 * @property {'capture' | 'show'} [output] captured unless told otherwise
 * @property {Record<string, string>} [env] on top of our own
 * @property {string} [cwd] the project's folder unless told otherwise
 * @property {boolean} [shell] only for npm.cmd on Windows
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 127 when the program could not be started, 124 when it ran out of time
 * @property {string} output both streams, in the order in which they came; empty when shown
 * @property {number} ms how long it took
 */

/** What runs now, and whether it leads a process group. @type {Map<import('node:child_process').ChildProcess, boolean>} */
const running = new Map();

/**
 * What a program sees of the environment: the Node that a person named and the project's own tools come first, and nothing of the npm run around it
 * (INIT_CWD would tell a nested command that a person typed it somewhere else; an editor's terminal may set the other).
 * @param {Record<string, string | undefined>} [extra] undefined takes a name away
 */
export function environment(extra = {}) {
  const { INIT_CWD: _, npm_lifecycle_event: __, ELECTRON_RUN_AS_NODE: ___, ...inherited } = process.env;
  const pathName = Object.keys(inherited).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = process.env[nodeVariable];
  const ownNode = own === undefined || own === '' ? [] : [dirname(resolve(own))];
  const path = [...ownNode, inRoot('node_modules', '.bin'), inherited[pathName] ?? ''].join(delimiter);
  return { ...inherited, [pathName]: path, ...extra };
}

/**
 * Never rejects: a program that cannot be started is a result with code 127.
 * @param {string} program @param {readonly string[]} args @param {RunOptions} options @returns {Promise<RunResult>}
 */
export function run(program, args, { limitMs, output = 'capture', env, cwd = root, shell = false }) {
  const startedAt = Date.now();
  // Captured text is shown later, or searched: colours would be in the way.
  const plain = output === 'capture' ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {};
  const ownGroup = process.platform !== 'win32' && output === 'capture';
  return new Promise((resolve) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, {
      cwd,
      env: environment({ ...plain, ...env }),
      detached: ownGroup,
      shell,
      stdio,
    });
    running.set(child, ownGroup);
    let text = '';
    let outOfTime = false;
    const timer = setTimeout(() => {
      outOfTime = true;
      end(child, 'SIGKILL', ownGroup);
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
        text += chunk;
      });
    }
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: outOfTime ? 124 : code, output: text, ms: Date.now() - startedAt });
    };
    child.once('error', (error) => {
      text += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal @param {boolean} group */
function end(child, signal, group) {
  try {
    if (group && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended between the decision and the signal, which is what was wanted.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const [child, group] of running) end(child, signal, group);
    process.kill(process.pid, signal);
  });
}
