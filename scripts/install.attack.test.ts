/** What the start fetches and runs: only what the lock file names, with the sums that it and this project know. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { nodeSums } from './lib/node-sums.mjs';
import { installed, plantCheckout, runScript } from './testing/planted-checkout.ts';
import { type Registry, startRegistry } from './testing/registry.ts';

const packagedName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const packagedProgram = `node_modules/${packagedName}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
const ran = '#!/bin/sh\ntouch "$(dirname "$0")/../../../ran"\necho 24.0.0\n';
const commandLine = { 'src/cli/index.ts': 'console.log(process.execPath);' };

function checkout(files: Readonly<Record<string, string>>): string {
  const { folder, remove } = plantCheckout({ ...commandLine, ...files });
  onTestFinished(remove);
  if (files[packagedProgram] !== undefined) chmodSync(`${folder}/${packagedProgram}`, 0o755);
  return folder;
}

interface Wanted {
  readonly optional?: boolean;
  readonly integrity?: string;
  readonly os?: string;
}

/** `lacking` are named by package.json and not by the lock file. */
function wanting(
  parts: Readonly<Record<string, Wanted>>,
  lacking: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const names = (isOptional: boolean) =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(([, { optional = false }]) => optional === isOptional)
        .map(([name]) => [name, '1.0.0']),
    );
  const about = { name: 'planted', version: '1.0.0', dependencies: names(false), optionalDependencies: names(true) };
  const packages = Object.entries(parts).map(([name, part]) => [`node_modules/${name}`, { version: '1.0.0', ...part }]);
  return {
    'package.json': JSON.stringify({ ...about, dependencies: { ...about.dependencies, ...lacking } }),
    'package-lock.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': about, ...Object.fromEntries(packages) },
    }),
  };
}

const start = (folder: string, { url }: Pick<Registry, 'url'>, env: Record<string, string> = {}) =>
  runScript(folder, ['scripts/broadsheet.mjs'], {
    env: { npm_config_registry: url, npm_config_cache: `${folder}/cache`, ...env },
  });

test('packages of other systems, which some registries lack, are not even asked for', async () => {
  const registry = await startRegistry([{ name: 'part' }]);
  const folder = checkout(
    wanting({ part: { integrity: registry.integrity('part') }, elsewhere: { optional: true, os: 'aix' } }),
  );
  expect(await start(folder, registry)).toMatchObject({ code: 0, stdout: `${process.execPath}\n` });
  expect(existsSync(`${folder}/node_modules/part/package.json`)).toBe(true);
  expect(registry.asked.filter((path) => path.includes('elsewhere'))).toEqual([]);
});

test('a registry that lacks an optional package of this system still gives the rest', async () => {
  const registry = await startRegistry([{ name: 'part' }]);
  const folder = checkout(
    wanting({ part: { integrity: registry.integrity('part') }, native: { optional: true, os: process.platform } }),
  );
  expect(await start(folder, registry)).toMatchObject({ code: 0 });
  expect(existsSync(`${folder}/node_modules/part/package.json`)).toBe(true);
});

test('a part that the lock file does not name is never fetched', async () => {
  const registry = await startRegistry([{ name: 'part' }, { name: 'stray' }]);
  const files = wanting({ part: { integrity: registry.integrity('part') } }, { stray: '1.0.0' });
  const folder = checkout(files);
  const { code, stderr } = await start(folder, registry);
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('package-lock.json does not name all'),
  });
  expect(registry.asked.filter((path) => path.endsWith('.tgz'))).toEqual([]);
  expect(readFileSync(`${folder}/package-lock.json`, 'utf8')).toBe(files['package-lock.json']);
});

test('a part with other bytes than the lock file has the sum of is not installed', async () => {
  const honest = await startRegistry([{ name: 'part' }]);
  const registry = await startRegistry([{ name: 'part', files: { 'index.js': 'evil' } }]);
  const folder = checkout(wanting({ part: { integrity: honest.integrity('part') } }));
  expect(await start(folder, registry)).toMatchObject({ code: 1, stderr: expect.stringContaining('arrived damaged') });
  expect(existsSync(`${folder}/node_modules/part`)).toBe(false);
});

test('a part with an install script does not get to run it', async () => {
  const registry = await startRegistry([
    { name: 'part', manifest: { scripts: { install: 'touch ../../ran', postinstall: 'touch ../../ran' } } },
  ]);
  const folder = checkout(wanting({ part: { integrity: registry.integrity('part') } }));
  expect(await start(folder, registry)).toMatchObject({ code: 0 });
  expect(existsSync(`${folder}/ran`)).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'a packaged Node whose sum is not known is never run, and removed',
  async () => {
    const folder = checkout({ ...installed, [packagedProgram]: ran });
    const { code, stderr } = await start(folder, { url: 'http://127.0.0.1:1/' });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The Node that npm brought \(node-.*\) is not the one that Broadsheet was made with.*BROADSHEET_NODE\.\n$/,
    );
    expect([existsSync(`${folder}/ran`), existsSync(`${folder}/${packagedProgram}`)]).toEqual([false, false]);
  },
);

test.skipIf(process.platform === 'win32')('one that was put in the place of a known one is noticed', async () => {
  const folder = checkout({ ...installed, [packagedProgram]: ran });
  // what the record of another file would say
  writeFileSync(`${folder}/node_modules/.broadsheet-node`, `${nodeSums[packagedName]?.sha256} ${ran.length} 0 1\n`);
  expect(await start(folder, { url: 'http://127.0.0.1:1/' })).toMatchObject({ code: 1 });
  expect(existsSync(`${folder}/ran`)).toBe(false);
});

test('a Node that the person names is used instead, and nothing of the packaged one', async () => {
  const folder = checkout({ ...installed, [packagedProgram]: ran });
  const answer = await start(folder, { url: 'http://127.0.0.1:1/' }, { BROADSHEET_NODE: process.execPath });
  expect(answer).toMatchObject({ code: 0, stdout: `${process.execPath}\n` });
  expect(existsSync(`${folder}/ran`)).toBe(false);
});

test.each(['node', '/nowhere/node', '/bin/true'])('%s is refused as a Node of the person’s own', async (named) => {
  const folder = checkout({ ...installed });
  const { code, stderr } = await start(folder, { url: 'http://127.0.0.1:1/' }, { BROADSHEET_NODE: named });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^BROADSHEET_NODE names .*; Broadsheet needs 24 or newer\. .*\n$/);
});

test('every package with a Node has its sum here, in the version that is wanted, and the lock file names all', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const { optionalDependencies } = read('package.json');
  const { packages } = read('package-lock.json');
  for (const [name, version] of Object.entries(optionalDependencies).filter(([wanted]) => wanted.startsWith('node-'))) {
    expect([name, nodeSums[name]?.version]).toEqual([name, version]);
    expect(packages[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) });
  }
  expect(Object.keys(nodeSums).every((name) => name in optionalDependencies)).toBe(true);
  const unsummed = Object.entries<{ integrity?: string; link?: boolean }>(packages).filter(
    ([path, { integrity }]) => path !== '' && integrity === undefined,
  );
  expect(unsummed).toEqual([]);
});
