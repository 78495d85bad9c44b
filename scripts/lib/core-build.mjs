/**
 * The core, the command line and the browser window's server as plain JavaScript in few files: they start in half the time
 * that the sources take. Where they are not of the sources as they are, the sources run.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** Two folders deep, as the sources are: addresses of files that ship beside the program hold in both. */
export const coreBuildFolder = inRoot('out', 'core');
/** What was built, by content, and how those files lay then: looking is ten times faster than reading. */
const recordFile = inRoot('out', 'core', '.sources');

const singleFiles = ['package.json', 'package-lock.json', 'scripts/lib/bundle-core.mjs'];
const folders = ['contract', 'core', 'cli', 'server', 'sample', 'window-page'].map((name) => `src/${name}`);
const notBuilt = /\.test\.ts$|\/fixtures\//;

/** @typedef {{ readonly content: string, readonly stamp: string }} SourceRecord */

/**
 * The file to run for one of the shells, or for the core itself.
 * @param {'cli' | 'server' | 'core'} name
 */
export function coreProgram(name) {
  return isBuilt() ? `${coreBuildFolder}/${name}.js` : inRoot('src', name, 'index.ts');
}

function isBuilt() {
  const record = readRecord();
  if (record === undefined) return false;
  const files = sourceFiles();
  const stamp = stampOf(files);
  if (record.stamp === stamp) return true;
  // a clone, a copy and a switch of branches all change times and nothing else
  if (record.content !== contentOf(files)) return false;
  writeRecord({ ...record, stamp });
  return true;
}

/** To be asked before a build begins, and kept once it has ended. @returns {SourceRecord} */
export function coreSources() {
  const files = sourceFiles();
  return { content: contentOf(files), stamp: stampOf(files) };
}

/** @param {SourceRecord} record */
export function writeRecord(record) {
  try {
    writeFileSync(recordFile, JSON.stringify(record));
  } catch {
    // a folder that cannot be written to: looked at by content again the next time
  }
}

/** @returns {SourceRecord | undefined} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} files */
function stampOf(files) {
  const hash = createHash('sha256');
  for (const path of files) {
    const { size, mtimeMs } = statSync(inRoot(path));
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/** @param {readonly string[]} files */
function contentOf(files) {
  const hash = createHash('sha256');
  for (const path of files) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles() {
  return [...singleFiles.filter((path) => existsSync(inRoot(path))), ...folders.flatMap(filesIn)]
    .filter((path) => !notBuilt.test(path))
    .sort();
}

/** @param {string} folder relative to the project @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((found) => {
    const path = `${folder}/${found.name}`;
    return found.isDirectory() ? filesIn(path) : [path];
  });
}
