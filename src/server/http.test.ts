import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { sessionKeys } from '../renderer/client/session-keys.ts';
import { fileCore } from '../testing/file-core.ts';
import { type HttpWindow, httpTransport, httpWindow, signedIn } from '../testing/http-window.ts';
import { transportFacts } from '../testing/transport-suite.ts';

const library = fileCore();

describe('called over HTTP', () => {
  it.each(transportFacts)('$fact', async ({ hold }) => {
    const window = await httpWindow(library.core());
    await hold(httpTransport(window.origin, await signedIn(window)));
  });
});

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As a program would that sets its own Host: fetch will not. */
function send({ origin }: HttpWindow, { path, method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers }, (response) => {
      // A stream of events never ends: what it begins with is the answer.
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
}

const call = JSON.stringify({ name: 'settings.get', input: {} });
const json = { 'content-type': 'application/json' };
const sessionOf = async (window: HttpWindow) => ({ ...json, 'broadsheet-session': await signedIn(window) });

describe('the session of a window', () => {
  it('is asked of everything that is the reader’s own', async () => {
    const window = await httpWindow(library.core());
    for (const path of ['/events', '/picture?url=x', '/sound?url=x', `/media/${'x'.repeat(43)}/picture?url=x`]) {
      expect((await send(window, { path })).status, path).toBe(401);
    }
    expect((await send(window, { path: '/rpc', method: 'POST', headers: json, body: call })).status).toBe(401);
    expect((await send(window, { path: '/' })).status).toBe(200);
  });

  it('is given for a token of this start only, and sets no cookie', async () => {
    const window = await httpWindow(library.core());
    const token = window.tokens.issue();
    const bodies = ['', 'null', '{}', '{"token":1}', '{"token":""}', '{"token":"guess"}', `{"token":"${token}x"}`];
    for (const body of bodies) {
      const answer = await send(window, { path: '/session', method: 'POST', headers: json, body });
      expect(answer.status, body).toBe(401);
    }
    const body = JSON.stringify({ token });
    const answer = await send(window, { path: '/session', method: 'POST', headers: json, body });
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('of one window opens no other', async () => {
    const [one, other] = [await httpWindow(library.core()), await httpWindow(library.core())];
    const headers = { ...json, 'broadsheet-session': await signedIn(one) };
    expect((await send(other, { path: '/rpc', method: 'POST', headers, body: call })).status).toBe(401);
    expect((await send(one, { path: '/rpc', method: 'POST', headers, body: call })).status).toBe(200);
  });

  it('shows pictures by a key of their own, which is good for nothing else', async () => {
    const window = await httpWindow(library.core());
    const { mediaKey } = await sessionKeys(await signedIn(window));
    const answer = await fetch(`${window.origin}/media/${mediaKey}/picture?url=x`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('/picture')]);
    const headers = { ...json, 'broadsheet-session': mediaKey };
    expect((await send(window, { path: '/rpc', method: 'POST', headers, body: call })).status).toBe(401);
    for (const path of ['/rpc', '/events']) {
      const headers = { 'content-type': 'application/json' };
      const { status } = await send(window, { path: `/media/${mediaKey}${path}`, method: 'POST', headers, body: call });
      expect(status, path).toBe(405);
    }
  });
});

describe('a request', () => {
  it('under another name than our own is refused, whatever key it brings', async () => {
    const window = await httpWindow(library.core());
    const session = await sessionOf(window);
    const port = new URL(window.origin).port;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
      const answer = await send(window, { path: '/rpc', method: 'POST', headers: { ...session, host }, body: call });
      expect(answer.status, host).toBe(403);
      expect((await send(window, { path: '/', headers: { host } })).status, host).toBe(403);
    }
    const named = { ...session, host: `localhost:${port}` };
    expect((await send(window, { path: '/rpc', method: 'POST', headers: named, body: call })).status).toBe(200);
  });

  it('from a page of another site is refused', async () => {
    const window = await httpWindow(library.core());
    const session = await sessionOf(window);
    const port = new URL(window.origin).port;
    const strangers = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of strangers) {
      const answer = await send(window, {
        path: '/rpc',
        method: 'POST',
        headers: { ...session, ...headers } as Record<string, string>,
        body: call,
      });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
    }
    const own = { ...session, origin: window.origin, 'sec-fetch-site': 'same-origin' };
    expect((await send(window, { path: '/rpc', method: 'POST', headers: own, body: call })).status).toBe(200);
  });

  it('that is no call is answered with what a call is', async () => {
    const window = await httpWindow(library.core());
    const headers = await sessionOf(window);
    for (const body of ['', 'text', '[]', 'null', '{"name":7}', '{"input":{}}']) {
      const answer = await fetch(`${window.origin}/rpc`, { method: 'POST', headers, body });
      expect(await answer.json(), body).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    }
  });

  it('for what is no address is answered as such', async () => {
    const window = await httpWindow(library.core());
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(window.origin);
      request({ hostname, port, path: '//' }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });

  it('is kept by nobody on the way', async () => {
    const window = await httpWindow(library.core());
    const session = await sessionOf(window);
    const answer = await send(window, { path: '/rpc', method: 'POST', headers: session, body: call });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const events = await send(window, { path: '/events', headers: session });
    expect(events.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  });
});

describe('the server', () => {
  it('is reached from this computer only', async () => {
    const { origin } = await httpWindow(library.core());
    expect(new URL(origin).hostname).toBe('127.0.0.1');
    // Another address of this same computer is not ours either.
    await expect(fetch(origin.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow();
  });

  it('says so when its port is taken, and leaves the library to be opened again', async () => {
    const first = await httpWindow(library.core());
    const port = Number(new URL(first.origin).port);
    await expect(httpWindow(library.core(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    const second = await httpWindow(library.core(), { port });
    expect(second.origin).toBe(first.origin);
  });

  it('ends with its windows still open', async () => {
    const window = await httpWindow(library.core());
    const headers = await sessionOf(window);
    const events = await fetch(`${window.origin}/events`, { headers });
    expect(events.status).toBe(200);
    await window.close();
    await expect(fetch(window.origin)).rejects.toThrow();
    await events.text().catch(() => undefined); // cut off, as it must be
  });
});

describe('a link that a window of its own opens', () => {
  const asked = async (body: string, session = true) => {
    const opened: string[] = [];
    const window = await httpWindow(library.core(), { openOutside: (address) => opened.push(address) });
    const headers = session ? await sessionOf(window) : json;
    return { status: (await send(window, { path: '/open', method: 'POST', headers, body })).status, opened };
  };

  it('goes to the person’s own browser', async () => {
    expect(await asked('{"url":"https://example.org/a b?c#d"}')).toEqual({
      status: 204,
      opened: ['https://example.org/a%20b?c#d'],
    });
  });

  it.each(['', '{}', '{"url":1}', 'file:///etc/passwd', 'javascript:alert(1)', '--help', 'calc.exe', 'ms-settings:'])(
    '%s is opened by nobody',
    async (url) => {
      expect(await asked(url.startsWith('{') ? url : JSON.stringify({ url }))).toEqual({ status: 400, opened: [] });
    },
  );

  it('is opened for a window with a session alone', async () => {
    expect(await asked('{"url":"https://example.org/"}', false)).toEqual({ status: 401, opened: [] });
  });
});
