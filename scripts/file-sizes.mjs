/** Finds files too long to be read in one sitting. Functions have their own limit, which Biome keeps. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const maxLines = 300;
const folders = ['src', 'scripts', 'bench', 'e2e', 'resources'];
const counted = /\.(ts|tsx|mjs|cjs|css)$/;
const skipped = new Set(['node_modules', 'fixtures']);

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return skipped.has(found.name) ? [] : filesIn(path);
    return counted.test(found.name) ? [path] : [];
  });
}

/** @param {string} path */
function linesIn(path) {
  const text = readFileSync(path, 'utf8');
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

const tooLong = folders
  .filter((folder) => existsSync(folder))
  .flatMap(filesIn)
  .filter((path) => linesIn(path) > maxLines);
for (const path of tooLong) {
  console.log(
    `${path} has ${linesIn(path)} lines; the limit is ${maxLines}. Move one of the things it does to a file named for it.`,
  );
}
process.exitCode = tooLong.length === 0 ? 0 : 1;
