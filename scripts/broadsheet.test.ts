import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { installed, plantCheckout, runScript } from './testing/planted-checkout.ts';

const removals: (() => void)[] = [];
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
});

function checkoutWith(commandLine: string): string {
  const { folder, remove } = plantCheckout({ ...installed, 'src/cli/index.ts': commandLine });
  removals.push(remove);
  return folder;
}

test('the command line gets the words, the input and the streams, and gives its exit code', async () => {
  const folder = checkoutWith(`
    process.stdin.setEncoding('utf8').on('data', (text: string) => console.log(process.argv.slice(2).join('|') + text));
    process.stdin.on('end', () => { console.error('aside'); process.exitCode = 3; });
  `);
  const outcome = await runScript(folder, ['scripts/broadsheet.mjs', 'parse', 'a file.xml', '--json'], {
    input: '<rss/>',
  });
  expect(outcome).toEqual({ code: 3, signal: null, stdout: 'parse|a file.xml|--json<rss/>\n', stderr: 'aside\n' });
});

test('under npm a file is meant from the folder in which the command was typed', async () => {
  const folder = checkoutWith('console.log(process.cwd());');
  const env = { npm_lifecycle_event: 'broadsheet', INIT_CWD: tmpdir() };
  const { stdout } = await runScript(folder, ['scripts/broadsheet.mjs'], { env });
  expect(stdout.trim()).toBe(realpathSync(tmpdir()));
});

test.skipIf(process.platform === 'win32')('a command that is asked to end can end in its own way', async () => {
  const folder = checkoutWith(`
    process.on('SIGTERM', () => { console.log('closed the library'); process.exit(5); });
    setInterval(() => {}, 1000);
    console.log('ready');
  `);
  const outcome = await runScript(folder, ['scripts/broadsheet.mjs'], { started: (child) => child.kill('SIGTERM') });
  expect(outcome).toMatchObject({ code: 5, stdout: 'ready\nclosed the library\n' });
});

test.skipIf(process.platform === 'win32')('a command that dies of a signal is seen to die of it', async () => {
  const folder = checkoutWith("process.kill(process.pid, 'SIGKILL');");
  const { signal, code } = await runScript(folder, ['scripts/broadsheet.mjs']);
  expect({ signal, code }).toEqual({ signal: 'SIGKILL', code: null });
});

test('two commands at once on a fresh clone install once, and both answer', async () => {
  const { folder, remove } = plantCheckout({
    'package.json': '{ "name": "planted", "version": "1.0.0", "dependencies": { "part": "file:part" } }',
    'package-lock.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'planted', version: '1.0.0', dependencies: { part: 'file:part' } },
        part: { version: '1.0.0' },
        'node_modules/part': { resolved: 'part', link: true },
      },
    }),
    'part/package.json': '{ "name": "part", "version": "1.0.0" }',
    'src/cli/index.ts': "console.log('answer');",
  });
  removals.push(remove);
  const both = await Promise.all([1, 2].map(() => runScript(folder, ['scripts/broadsheet.mjs'])));
  expect(both.map(({ stdout, code }) => ({ stdout, code }))).toEqual(
    [1, 2].map(() => ({ stdout: 'answer\n', code: 0 })),
  );
  expect(both.flatMap(({ stderr }) => stderr.match(/Installing/g) ?? [])).toHaveLength(1);
});
