#!/usr/bin/env node
/**
 * Checks that an archive is complete and unchanged: node check-archive.mjs [folder]. Needs Node 18 and nothing else. Each
 * line of manifest.ndjson names a file with its SHA-256 sum, and manifest.sha256 holds the sum of the manifest itself.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const troubles = [];

async function sumOf(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}

function* filesUnder(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield relative(folder, path).split(sep).join('/');
  }
}

const manifestFile = join(folder, 'manifest.ndjson');
const sumFile = join(folder, 'manifest.sha256');
if (!existsSync(manifestFile) || !existsSync(sumFile)) {
  console.error(`${folder} has no manifest: it is no archive, or its export did not end.`);
  process.exit(2);
}
if ((await sumOf(manifestFile)) !== readFileSync(sumFile, 'utf8').slice(0, 64))
  troubles.push('manifest.ndjson was changed');

const known = new Set(['manifest.ndjson', 'manifest.sha256']);
let files = 0;
for (const line of readFileSync(manifestFile, 'utf8').split('\n')) {
  if (line === '') continue;
  const { path, sha256, bytes } = JSON.parse(line);
  known.add(path);
  files += 1;
  const file = join(folder, path);
  if (path.split('/').includes('..')) troubles.push(`${path} lies outside the archive`);
  else if (!existsSync(file)) troubles.push(`${path} is missing`);
  else if (statSync(file).size !== bytes) troubles.push(`${path} has another size`);
  else if ((await sumOf(file)) !== sha256) troubles.push(`${path} was changed`);
}
for (const path of filesUnder(folder)) if (!known.has(path)) troubles.push(`${path} was added`);

for (const trouble of troubles) console.error(trouble);
console.log(
  troubles.length === 0 ? `${files} files, all as they were.` : `${troubles.length} troubles in ${files} files.`,
);
process.exitCode = troubles.length === 0 ? 0 : 1;
