/** Builds the window and Electron's part when their sources have changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.mjs';
import { Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const recordFile = inRoot('out', '.broadsheet-build');
const limitMs = 5 * 60_000; // 10 s on two cores; the limit only ends a build that hangs
const singleFiles = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
// By content and not by time: a clone, a copy and a switch of branches all change times and nothing else.
const folders = ['src', 'resources'];
const notBuilt = /\.test\.tsx?$|(^|\/)fixtures\/|^src\/(cli|testing)\/|^resources\/sample\//;

function isBuilt() {
  try {
    return readFileSync(recordFile, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

/**
 * @param {string} node the project's Node
 * @param {import('./plain-words.mjs').Say} say
 */
export async function ensureBuilt(node, say) {
  if (isBuilt()) return;
  await oneAtATime('build', async () => {
    if (isBuilt()) return;
    say('Building the window (a few seconds).');
    const problem = await build(node);
    if (problem !== undefined) throw new Stop(`The window could not be built:\n${problem}`);
  });
}

/** @param {string} node @returns {Promise<string | undefined>} what went wrong, or undefined when all is well */
export async function build(node) {
  const before = fingerprint();
  rmSync(recordFile, { force: true });
  const { code, output } = await run(
    node,
    [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    { limitMs },
  );
  if (code !== 0) return withoutNoise(output) || `electron-vite ended with ${code}`;
  if (!existsSync(inRoot('out', 'renderer', 'index.html'))) return 'electron-vite made no out/renderer/index.html';
  writeFileSync(recordFile, before);
  return undefined;
}

/** The bundler colours its messages whatever it is told, and adds a stack of its own. @param {string} output */
function withoutNoise(output) {
  const plain = output.replaceAll(/\u001b\[[\d;]*m/g, '');
  return plain.replaceAll(/^ +at .+:\d+:\d+\)?\n?/gm, '').trim();
}

function fingerprint() {
  const hash = createHash('sha256');
  const files = [...singleFiles, ...folders.flatMap(filesIn)].filter((path) => !notBuilt.test(path));
  for (const path of files.sort()) {
    if (!existsSync(inRoot(path))) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder relative to the project @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((found) => {
    const path = `${folder}/${found.name}`;
    return found.isDirectory() ? filesIn(path) : [path];
  });
}
