/** Compares a packaged Node with the sum that this project knows, before it is run for the first time. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { nodeSums } from './node-sums.mjs';
import { inRoot } from './root.mjs';

const recordFile = inRoot('node_modules', '.broadsheet-node');
const chunkBytes = 4 * 1024 * 1024;

/**
 * Whether the program is the one whose sum we hold. Reads 125 MB once, in half a second; afterwards a look at its size, time
 * and place on the disk is enough, as it is for make and git. A package without a sum is not known.
 * @param {{ readonly name: string, readonly program: string }} packaged
 */
export function isKnownNode({ name, program }) {
  const wanted = nodeSums[name]?.sha256;
  if (wanted === undefined) return false;
  const record = `${wanted} ${placeOf(program)}\n`;
  if (readRecord() === record) return true;
  if (sumOf(program) !== wanted) return false;
  remember(record);
  return true;
}

/** What is not known must not be run by anything else either: npm puts it first in the PATH of every script. @param {string} program */
export function removeNode(program) {
  try {
    rmSync(program, { force: true });
  } catch {
    // A folder that cannot be written: it stays, and no command of ours runs it.
  }
}

/** @param {string} program */
function placeOf(program) {
  const { size, mtimeMs, ino } = statSync(program);
  return `${size} ${mtimeMs} ${ino}`;
}

/** @param {string} file */
function sumOf(file) {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(chunkBytes);
  const handle = openSync(file, 'r');
  try {
    for (let n = readSync(handle, buffer); n > 0; n = readSync(handle, buffer)) hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

function readRecord() {
  try {
    return readFileSync(recordFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} record */
function remember(record) {
  try {
    writeFileSync(recordFile, record);
  } catch {
    // A folder that cannot be written: it is read again the next time.
  }
}
