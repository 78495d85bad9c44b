import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileCore } from '../testing/file-core.ts';
import { type HttpWindow, httpTransport, httpWindow, signedIn } from '../testing/http-window.ts';
import { transportFacts } from '../testing/transport-suite.ts';
import { serveBrowserWindow } from './http.ts';

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

describe('the key of the window', () => {
  it('is asked of everything that is the reader’s own', async () => {
    const window = await httpWindow(library.core());
    for (const path of ['/events', '/picture?url=x', '/sound?url=x']) {
      expect((await send(window, { path })).status, path).toBe(401);
    }
    expect((await send(window, { path: '/rpc', method: 'POST', body: call })).status).toBe(401);
    expect((await send(window, { path: '/' })).status).toBe(200);
  });

  it('is given for the token of this start only', async () => {
    const window = await httpWindow(library.core());
    const bodies = [
      '',
      'null',
      '{}',
      '{"token":1}',
      '{"token":""}',
      '{"token":"guess"}',
      `{"token":"${window.token}x"}`,
    ];
    for (const body of bodies) {
      const answer = await send(window, { path: '/session', method: 'POST', body });
      expect(answer.status, body).toBe(401);
      expect(answer.headers['set-cookie'], body).toBeUndefined();
    }
    expect(await signedIn(window)).not.toBe('');
  });

  it('cannot be read by a script and is sent to no other site', async () => {
    const window = await httpWindow(library.core());
    const body = JSON.stringify({ token: window.token });
    const answer = await send(window, { path: '/session', method: 'POST', body });
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('of one window opens no other', async () => {
    const [one, other] = [await httpWindow(library.core()), await httpWindow(library.core())];
    const cookie = await signedIn(one);
    const port = new URL(other.origin).port;
    for (const given of [cookie, cookie.replace(/^broadsheet-\d+/, `broadsheet-${port}`), `broadsheet-${port}=`]) {
      const answer = await send(other, { path: '/rpc', method: 'POST', headers: { cookie: given }, body: call });
      expect(answer.status).toBe(401);
    }
  });
});

describe('a request', () => {
  it('under another name than our own is refused, whatever key it brings', async () => {
    const window = await httpWindow(library.core());
    const cookie = await signedIn(window);
    const port = new URL(window.origin).port;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
      const answer = await send(window, { path: '/rpc', method: 'POST', headers: { host, cookie }, body: call });
      expect(answer.status, host).toBe(403);
      expect((await send(window, { path: '/', headers: { host } })).status, host).toBe(403);
    }
    const named = { host: `localhost:${port}`, cookie };
    expect((await send(window, { path: '/rpc', method: 'POST', headers: named, body: call })).status).toBe(200);
  });

  it('from a page of another site is refused', async () => {
    const window = await httpWindow(library.core());
    const cookie = await signedIn(window);
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
        headers: { ...headers, cookie } as Record<string, string>,
        body: call,
      });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
    }
    const own = { origin: window.origin, 'sec-fetch-site': 'same-origin', cookie };
    expect((await send(window, { path: '/rpc', method: 'POST', headers: own, body: call })).status).toBe(200);
  });

  it('that is no call is answered with what a call is', async () => {
    const window = await httpWindow(library.core());
    const headers = { cookie: await signedIn(window) };
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
    const cookie = await signedIn(window);
    const answer = await send(window, { path: '/rpc', method: 'POST', headers: { cookie }, body: call });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const events = await send(window, { path: '/events', headers: { cookie } });
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
    const page = async () => new Response('');
    await expect(serveBrowserWindow({ core: library.core(), port, page })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await first.close();
    const second = await serveBrowserWindow({ core: library.core(), port, page });
    onTestFinished(() => second.close());
    expect(new URL(second.url).port).toBe(String(port));
  });

  it('ends with its windows still open', async () => {
    const window = await httpWindow(library.core());
    const headers = { cookie: await signedIn(window) };
    const events = await fetch(`${window.origin}/events`, { headers });
    expect(events.status).toBe(200);
    await window.close();
    await expect(fetch(window.origin)).rejects.toThrow();
    await events.text().catch(() => undefined); // cut off, as it must be
  });
});
