import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf, diskAdvice, Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';

const waitLimitMs = 10 * 60_000;
const pauseMs = 250;

/**
 * Runs `work` while no other command of this checkout does the same: two commands in one pipe on a fresh clone must
 * not install over each other. A lock whose owner is gone is taken over.
 * @template T
 * @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const file = inRoot('.cache', `${name}.lock`);
  const giveUpAt = Date.now() + waitLimitMs;
  while (!take(file)) {
    if (Date.now() > giveUpAt)
      throw new Stop(`Another command has held ${file} for ten minutes. Delete it and try again.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    mkdirSync(inRoot('.cache'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const advice = diskAdvice(error);
    if (advice !== undefined) throw new Stop(advice);
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!isAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isAlive(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between creating and writing: its owner is alive.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
