/** What other programs and users of this computer may try with the browser window's server. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { fileCore } from '../testing/file-core.ts';
import { type HttpWindow, httpWindow, signedIn } from '../testing/http-window.ts';
import { createEntryTokens } from './entry-tokens.ts';

const library = fileCore();
const json = { 'content-type': 'application/json' };

test('a token that somebody has read afterwards lets nobody in', async () => {
  const window = await httpWindow(library.core());
  const token = window.tokens.issue();
  expect(await signedIn(window, token)).not.toBe('');
  expect(await signedIn(window, token)).toBe('');
});

test('a token that lay somewhere for a minute lets nobody in', async () => {
  let now = 0;
  const tokens = createEntryTokens(() => now);
  const window = await httpWindow(library.core(), { tokens });
  const token = tokens.issue();
  now = 60_001;
  expect(await signedIn(window, token)).toBe('');
});

test('nothing that the server answers is a cookie, which other ports of this computer would be sent', async () => {
  const window = await httpWindow(library.core());
  const answers = [
    await fetch(window.origin),
    await fetch(`${window.origin}/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token: window.tokens.issue() }),
    }),
    await enter(window, window.tokens.issue()),
  ];
  for (const answer of answers) {
    expect(answer.ok).toBe(true);
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});

/** As a browser posts the form; fetch would say that a script does. */
function enter({ origin }: HttpWindow, token: string): Promise<Response> {
  const headers = {
    origin: 'null',
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'cross-site',
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/enter`, { method: 'POST', headers }, async (answer) => {
      const text = (await answer.toArray()).join('');
      resolve(
        new Response(text, { status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string> }),
      );
    });
    sent.on('error', reject);
    sent.end(`token=${token}`);
  });
}

test('the form of the file leaves its secret in no address, and works once', async () => {
  const window = await httpWindow(library.core());
  const token = window.tokens.issue();
  const first = await enter(window, token);
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(first.headers.get('referrer-policy')).toBe('no-referrer');
  const page = await first.text();
  expect(page).toMatch(/sessionStorage\.setItem\('broadsheet-session', '[\w-]{43}'\); location\.replace\('\/'\)/);
  expect(page).not.toContain(token);
  expect(await (await enter(window, token)).text()).not.toContain('sessionStorage');
});

test('a script or a frame of another page cannot use the form', async () => {
  const window = await httpWindow(library.core());
  const token = window.tokens.issue();
  for (const headers of [{ 'sec-fetch-mode': 'cors' }, { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }])
    expect(await statusOf(window, { path: '/enter', headers, body: `token=${token}` })).toBe(403);
});

interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** fetch sets sec-fetch-… itself. */
function statusOf({ origin }: HttpWindow, { path, headers, body }: Sent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method: 'POST', headers }, ({ statusCode }) => resolve(statusCode));
    sent.on('error', reject);
    sent.end(body);
  });
}

test('a call that is not said to be JSON is refused: a form of another page could have sent it', async () => {
  const window = await httpWindow(library.core());
  const session = { 'broadsheet-session': await signedIn(window) };
  const body = JSON.stringify({ name: 'settings.get', input: {} });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])
    expect(await statusOf(window, { path: '/rpc', headers: { ...session, 'content-type': type }, body })).toBe(415);
  expect(await statusOf(window, { path: '/rpc', headers: session, body })).toBe(415);
  const charset = { 'content-type': 'application/json; charset=utf-8' };
  expect(await statusOf(window, { path: '/rpc', headers: { ...session, ...charset }, body })).toBe(200);
});

/** Sends a body of megabytes as fast as it is taken; answers how many bytes of it were, before the server hung up. */
function bytesTaken({ origin }: HttpWindow, { path, head }: { readonly path: string; readonly head: string }) {
  const url = new URL(origin);
  const piece = Buffer.alloc(65_536, 120);
  const most = 64 * 1024 * 1024;
  return new Promise<number>((resolve) => {
    const socket = connect(Number(url.port), url.hostname);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: ${url.host}\r\n${head}\r\n`);
    const more = (): void => {
      while (socket.writable && socket.bytesWritten < most) if (!socket.write(piece)) return;
      if (socket.bytesWritten >= most) socket.destroy();
    };
    socket.on('drain', more).on('error', () => {});
    socket.on('close', () => resolve(socket.bytesWritten));
    socket.resume();
    more();
  });
}

test.each([
  ['/session, by its length', '/session', `Content-Type: application/json\r\nContent-Length: 80000000\r\n`],
  ['/session, in pieces', '/session', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'],
  ['/enter, by its length', '/enter', 'Content-Length: 80000000\r\n'],
  ['/rpc without a session', '/rpc', 'Content-Type: application/json\r\nContent-Length: 80000000\r\n'],
])('a stranger’s body for %s is not taken', async (_, path, head) => {
  const window = await httpWindow(library.core());
  // what the system holds on its way is not ours to count
  expect(await bytesTaken(window, { path, head })).toBeLessThan(16 * 1024 * 1024);
});

test('the proof of one server is none for another port, so that it cannot be carried on', async () => {
  const window = await httpWindow(library.core());
  for (const path of ['/hello/x/y', `/hello/${'a'.repeat(43)}/${'b'.repeat(22)}`])
    expect((await fetch(`${window.origin}${path}`)).status, path).not.toBe(500);
  expect((await fetch(`${window.origin}/hello/${'a'.repeat(43)}/${'b'.repeat(22)}`)).status).toBe(404);
});
