/** Whether the program that a person started is still there: npm does not take what it runs along when it is ended. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const lookAgainMs = 1_000;
const shell = /^(?:ba|da|a|z|k)?sh$/;

/**
 * Calls `onEnd` once npm has ended, or the shell in which it runs its scripts. Watches nothing where no npm started us: a
 * person may leave their terminal and mean the program to stay. Costs one look a second.
 * @param {() => void} onEnd @returns {() => void} ends the watch
 */
export function whenStarterEnds(onEnd) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const above = starters();
  const timer = setInterval(() => {
    // POSIX gives a child that is left alone to another parent; Windows leaves it the number of the one that is gone
    if (process.ppid === above[0] && above.every(isThere)) return;
    clearInterval(timer);
    onEnd();
  }, lookAgainMs).unref();
  return () => clearInterval(timer);
}

/** Our parent; and npm above it, where that is only the shell between us. */
function starters() {
  const parent = process.ppid;
  const found = lookAt(parent);
  return found !== undefined && shell.test(found.name) ? [parent, found.parent] : [parent];
}

/** @param {number} pid @returns {{ name: string, parent: number } | undefined} undefined where the system does not say */
function lookAt(pid) {
  try {
    if (process.platform === 'win32') return undefined;
    if (process.platform === 'linux') {
      // "pid (name) state parent …", and a name may hold brackets of its own
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const end = text.lastIndexOf(')');
      return { name: text.slice(text.indexOf('(') + 1, end), parent: Number(text.slice(end + 2).split(' ')[1]) };
    }
    const [parent = '', ...path] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
    return { name: path.join(' ').split('/').at(-1) ?? '', parent: Number(parent) };
  } catch {
    return undefined; // it has ended already, or may not be looked at
  }
}

/** @param {number} pid */
function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
