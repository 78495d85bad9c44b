import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { installed, plantCheckout, runScript } from './testing/planted-checkout.ts';

/** A checkout whose command line says whether its build or its sources run; the build is of these sources. */
async function builtCheckout() {
  const { folder, remove } = plantCheckout({
    ...installed,
    'src/cli/index.ts': "console.log('sources');",
    'src/core/part.ts': 'export const part = 1;',
    'out/core/cli.js': "console.log('build');",
  });
  onTestFinished(remove);
  const record =
    "import('./scripts/lib/core-build.mjs').then(({ coreSources, writeRecord }) => writeRecord(coreSources()))";
  expect(await runScript(folder, ['-e', record])).toMatchObject({ code: 0 });
  const runs = async () => (await runScript(folder, ['scripts/broadsheet.mjs'])).stdout.trim();
  return { folder, runs };
}

test('the command line runs from its build until a source changes, and then from the sources', async () => {
  const { folder, runs } = await builtCheckout();
  expect(await runs()).toBe('build');
  writeFileSync(`${folder}/src/core/part.ts`, 'export const part = 2;');
  expect(await runs()).toBe('sources');
  writeFileSync(`${folder}/src/core/part.ts`, 'export const part = 1;');
  expect(await runs()).toBe('build');
});

test('a source that was touched and not changed leaves the build in use', async () => {
  const { folder, runs } = await builtCheckout();
  const before = readFileSync(`${folder}/out/core/.sources`, 'utf8');
  utimesSync(`${folder}/src/core/part.ts`, new Date(2020, 1, 1), new Date(2020, 1, 1));
  expect(await runs()).toBe('build');
  expect(readFileSync(`${folder}/out/core/.sources`, 'utf8')).not.toBe(before);
});

test('without a build, or with half of one, the sources run', async () => {
  const { folder, runs } = await builtCheckout();
  writeFileSync(`${folder}/out/core/.sources`, '{"content":');
  expect(await runs()).toBe('sources');
});
