import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { testServer } from '../testing/test-core.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [program, ...args], { stdio: 'pipe' });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

/** While it is there, the next start looks through the whole library. */
const isLeftOpen = (library: string): boolean => existsSync(join(library, 'library.open'));

async function libraryOf(articles: number): Promise<string> {
  const library = join(temporaryFolder(), 'library');
  const file = join(temporaryFolder(), 'many.ndjson');
  const line = (n: number) =>
    JSON.stringify({ feedUrl: 'https://a.example/f', guid: `${n}`, title: `Number ${n}`, html: `<p>${n} words.</p>` });
  writeFileSync(file, Array.from({ length: articles }, (_, n) => line(n)).join('\n'));
  expect(await ended(start('archive', 'import', file, '--library', library))).toBe(0);
  return library;
}

test('a list of which only the beginning is read ends well, and leaves the library closed', async () => {
  const library = await libraryOf(3_000);
  const list = start('list', '--limit', '100000', '--json', '--library', library);
  list.stdout?.once('data', () => list.stdout?.destroy());
  expect(await ended(list)).toBe(0);
  expect(isLeftOpen(library)).toBe(false);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a command that is ended by %s closes the library first', async (signal, code) => {
  const library = join(temporaryFolder(), 'library');
  const asked = Promise.withResolvers<void>();
  const server = await testServer({
    latencyMs: () => {
      asked.resolve();
      return 10_000;
    },
  });
  server.serve('/slow', { body: 'late' });
  const subscribe = start('subscribe', server.url('/slow'), '--allow-private', '--library', library);
  await asked.promise;
  expect(isLeftOpen(library)).toBe(true);
  subscribe.kill(signal);
  expect(await ended(subscribe)).toBe(code);
  expect(isLeftOpen(library)).toBe(false);
});

test('a command that is ended while it opens its library closes it first', async () => {
  const library = join(temporaryFolder(), 'library');
  const server = await testServer({ latencyMs: () => 10_000 });
  server.serve('/slow', { body: 'late' });
  const subscribe = start('subscribe', server.url('/slow'), '--allow-private', '--library', library);
  while (!isLeftOpen(library)) await setTimeout(1);
  subscribe.kill('SIGTERM');
  expect(await ended(subscribe)).toBe(143);
  expect(isLeftOpen(library)).toBe(false);
});

test('a library without a name is not made in the folder that one is in', async () => {
  const list = start('list', '--library', '');
  const said = new Promise<string>((heard) => list.stderr?.once('data', (text) => heard(String(text))));
  expect(await ended(list)).toBe(1);
  expect(await said).toContain('name the folder');
});
