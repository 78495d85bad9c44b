/** A password goes to a command by the terminal or standard input, and comes out of none; nor does a proxy's. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { faults } from '../../e2e/support/feed-server.ts';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { rss, testServer } from '../testing/test-core.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));
const header = `Basic ${btoa('anna:SECRET-PW')}`;

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], { stdin = '', env = {} } = {}): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => (said.stdout += String(part)));
    child.stderr.on('data', (part) => (said.stderr += String(part)));
    child.on('close', (code) => done({ code, ...said }));
    child.stdin.end(stdin);
  });
}

async function paidFeed() {
  const server = await testServer();
  const text = rss({ title: 'Letter', items: [{ guid: 'a', title: 'Calm' }] });
  server.serve('/feed', ({ headers }) => (headers.authorization === header ? { body: text } : faults.login()));
  return server;
}

test('the password is read from standard input, and the hint says so', async () => {
  const server = await paidFeed();
  const library = join(temporaryFolder(), 'library');
  const address = server.url('/feed');
  const common = ['--allow-private', '--library', library];
  const refused = await run(['subscribe', address, ...common]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('(Here: --user NAME, which asks for the password.)');
  const taken = await run(['subscribe', address, '--user', 'anna', '--password-stdin', ...common], {
    stdin: 'SECRET-PW\n',
  });
  expect(taken).toMatchObject({ code: 0, stdout: `Subscribed to Letter (${address}), 1 article.\n`, stderr: '' });
  const listed = await run(['call', 'feeds.list', '--library', library]);
  expect(listed.stdout).toContain('"hasLogin":true');
  expect(listed.stdout).not.toContain('SECRET');
});

test.each([
  [['--user', 'anna'], 'There is no terminal to ask for the password on.'],
  [['--password-stdin'], 'Name the user as well'],
  [['http://other.example/', '--user', 'anna', '--password-stdin'], 'A login belongs to one address.'],
])('%j is not guessed at', async (args, sentence) => {
  const library = join(temporaryFolder(), 'library');
  const said = await run(['subscribe', 'http://one.example/feed', ...args, '--library', library], { stdin: 'x' });
  expect(said.code).toBe(1);
  expect(said.stderr).toContain(sentence);
});

test('a login in an address is taken with a warning, and is in no answer', async () => {
  const server = await paidFeed();
  const library = join(temporaryFolder(), 'library');
  const at = (path: string, password: string) => server.url(path).replace('://', `://anna:${password}@`);
  const common = ['--allow-private', '--library', library];
  const answers = [
    await run(['discover', at('/feed', 'SECRET-PW'), '--json', ...common]),
    await run([
      'subscribe',
      at('/feed', 'SECRET-PW'),
      at('/feed', 'SECRET-OTHER'),
      at('/gone', 'SECRET-OTHER'),
      ...common,
    ]),
    await run(['export', '--library', library]),
    await run(['archive', 'export', '/dev/stdout', '--library', library]),
  ];
  expect(answers[0]?.stderr).toContain('The login in this address can be seen by other programs');
  expect(answers[1]?.stdout).toBe(`Subscribed to Letter (${server.url('/feed')}), 1 article.\n`);
  expect(answers[1]?.stderr).toContain(`${server.url('/gone')}: `);
  expect(JSON.stringify(answers)).not.toContain('SECRET');
});

test('a proxy’s password goes to the proxy, and is in no answer when it is refused', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.headers['proxy-authorization']);
    response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  onTestFinished(() => void proxy.close());
  const address = `http://bert:SECRET-PROXY@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const library = join(temporaryFolder(), 'library');
  const env = { HTTP_PROXY: address, http_proxy: address, NO_PROXY: '', no_proxy: '' };
  const said = await run(['subscribe', 'http://papers.example/feed', '--json', '--library', library], { env });
  expect(asked[0]).toBe(`Basic ${btoa('bert:SECRET-PROXY')}`);
  expect(said.code).toBe(1);
  expect(JSON.stringify(said)).not.toMatch(/SECRET|YmVydDpTRUNSRVQ/);
});
