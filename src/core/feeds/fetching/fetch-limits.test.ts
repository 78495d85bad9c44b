import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer } from '../../../../e2e/support/feed-server.ts';
import { systemClock } from '../../lib/clock.ts';
import { fetchFeed } from './fetch-feed.ts';
import { fetchResource, type ResourceRequest } from './fetch-resource.ts';
import { createHttpClient } from './http-client.ts';

const mebibyte = 1024 * 1024;
const client = createHttpClient({ version: '1.2.3', clock: systemClock, limits: { totalMs: 10_000, connectMs: 150 } });
const deps = { client, clock: systemClock };
let server: FeedServer;

beforeAll(async () => {
  server = await startFeedServer({ keepAliveMs: 60_000 });
});
afterAll(async () => {
  await client.close();
  await server.close();
});

const fetchPath = (path: string, more: Partial<ResourceRequest> = {}) =>
  fetchResource({ url: server.url(path), allowPrivate: [{ host: '127.0.0.1', port: server.port }], ...more }, deps);

describe('the size of an answer', () => {
  test('a feed of exactly 15 MiB is fetched', async () => {
    server.serve('/full', faults.bodyOf(15 * mebibyte));
    expect(await fetchPath('/full')).toMatchObject({ kind: 'fetched', sizeBytes: 15 * mebibyte });
  });

  test('one byte more is too_large', async () => {
    server.serve('/over', faults.bodyOf(15 * mebibyte + 1));
    const outcome = await fetchPath('/over');
    expect(outcome).toMatchObject({ error: { code: 'too_large' } });
    expect(outcome.kind === 'failed' && outcome.error.message).toMatch(/more than 15 MB/);
  });

  test('a declared length that is too large is refused before the body is read', async () => {
    const declared = { 'content-length': String(20 * mebibyte), 'content-type': 'application/rss+xml' };
    server.serve('/declared', { headers: declared, body: never });
    expect(await fetchPath('/declared')).toMatchObject({ error: { code: 'too_large' } });
  });

  test('a body without end is too_large, not a full memory', async () => {
    server.serve('/endless', faults.endlessBody());
    expect(await fetchPath('/endless')).toMatchObject({ error: { code: 'too_large' } });
  });

  test('ten megabytes that unpack to ten gigabytes are too_large, and memory stays where it was', async () => {
    server.serve('/bomb', faults.gzipBomb(10_000 * mebibyte));
    const before = process.memoryUsage.rss();
    const outcome = await fetchPath('/bomb');
    expect(outcome).toMatchObject({ error: { code: 'too_large', detail: { reason: 'unpacked' } } });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * mebibyte);
  });

  test('a smaller limit holds for one request', async () => {
    server.serve('/small', 'x'.repeat(2000));
    expect(await fetchPath('/small', { limits: { maxBytes: 1000 } })).toMatchObject({ error: { code: 'too_large' } });
    expect(await fetchPath('/small')).toMatchObject({ kind: 'fetched' });
  });

  test('an endless page of error is read in its beginning only', async () => {
    server.serve('/endless-error', { ...faults.endlessBody(), status: 500 });
    expect(await fetchPath('/endless-error')).toMatchObject({ error: { code: 'server_error' } });
  });
});

describe('the time of an answer', () => {
  test.each([
    ['no header', faults.silentHeader(), 'header'],
    ['a body that drips for ever', faults.slowBody(20), 'body'],
  ])('%s ends at the limit, and the phase is named', async (_what, fault, phase) => {
    server.serve('/slow', fault);
    expect(await fetchPath('/slow', { limits: { totalMs: 200 } })).toMatchObject({
      error: { code: 'timeout', detail: { phase } },
    });
  });

  test('redirects share one limit', async () => {
    server.serve('/slow-hop', { delayMs: 150, status: 302, headers: { location: '/slow-hop-2' } });
    server.serve('/slow-hop-2', { delayMs: 150, body: 'late' });
    expect(await fetchPath('/slow-hop', { limits: { totalMs: 200 } })).toMatchObject({ error: { code: 'timeout' } });
  });

  test('a host that accepts and then never agrees on TLS is a time-out at connect', async () => {
    const silent = await silentServer();
    const outcome = await fetchResource(
      { url: `https://127.0.0.1:${silent.port}/`, allowPrivate: [{ host: '127.0.0.1', port: silent.port }] },
      deps,
    );
    silent.close();
    expect(outcome).toMatchObject({ error: { code: 'timeout', detail: { phase: 'connect', limitMs: 150 } } });
  });

  // Elsewhere a full queue refuses instead of keeping silent.
  test.runIf(process.platform === 'linux')(
    'a host that never takes the connection is a time-out at connect',
    async () => {
      const deaf = await deafServer();
      const outcome = await fetchResource(
        { url: `http://127.0.0.1:${deaf.port}/`, allowPrivate: [{ host: '127.0.0.1', port: deaf.port }] },
        deps,
      );
      await deaf.close();
      expect(outcome).toMatchObject({ error: { code: 'timeout', detail: { phase: 'connect', limitMs: 150 } } });
    },
  );

  test('cancelling ends a fetch at once', async () => {
    server.serve('/silent', faults.silentHeader());
    const controller = new AbortController();
    const fetching = fetchPath('/silent', { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    expect(await fetching).toMatchObject({ error: { code: 'cancelled' } });
    expect(await fetchPath('/silent', { signal: controller.signal })).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('a kept connection', () => {
  test('that the server has closed meanwhile costs no feed: the request is sent once more', async () => {
    server.serve('/tired', faults.resetWhenReused('<rss/>'), '127.0.8.8');
    const request = {
      url: server.url('/tired', '127.0.8.8'),
      allowPrivate: [{ host: '127.0.8.8', port: server.port }],
    };
    const before = server.requests.length;
    expect(await fetchFeed(request, deps)).toMatchObject({ kind: 'fetched' });
    expect(await fetchFeed(request, deps)).toMatchObject({ kind: 'fetched' });
    expect(server.requests.slice(before).map((one) => one.earlierOnConnection)).toEqual([0, 1, 0]);
  });

  test('a new connection that is reset is not tried again', async () => {
    server.serve('/cut', faults.reset(), '127.0.7.7');
    const before = server.requests.length;
    const url = server.url('/cut', '127.0.7.7');
    const outcome = await fetchFeed({ url, allowPrivate: [{ host: '127.0.7.7', port: server.port }] }, deps);
    expect(outcome).toMatchObject({ error: { code: 'connection_reset' } });
    expect(server.requests.length - before).toBe(1);
  });
});

describe('packed bodies', () => {
  test.each(['gzip', 'br', 'zstd', 'deflate'] as const)('%s is unpacked', async (encoding) => {
    server.serve('/packed', { body: '<rss>Zürich</rss>', encoding });
    const outcome = await fetchPath('/packed');
    expect(outcome.kind === 'fetched' && outcome.bytes.toString()).toBe('<rss>Zürich</rss>');
  });

  test('gzip inside gzip is unpacked, and a plain body that claims to be gzip is taken as it is', async () => {
    const twice = { 'content-encoding': 'gzip, gzip', 'content-type': 'application/rss+xml' };
    server.serve('/twice', { headers: twice, body: gzipSync(gzipSync('<rss/>')) });
    server.serve('/claims', { headers: { ...twice, 'content-encoding': 'gzip' }, body: '<rss/>' });
    for (const path of ['/twice', '/claims']) {
      const outcome = await fetchPath(path);
      expect(outcome.kind === 'fetched' && outcome.bytes.toString()).toBe('<rss/>');
    }
  });
});

async function* never(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(' ');
  await new Promise(() => undefined);
}

/** Takes connections and says nothing. */
async function silentServer(): Promise<{ readonly port: number; readonly close: () => void }> {
  const sockets: Socket[] = [];
  const silent: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const address = silent.address();
  if (address === null || typeof address === 'string') throw new Error('The silent server has no port.');
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  };
  return { port: address.port, close };
}

/** Listens and never accepts: once its short queue is full, the system answers nobody who knocks. */
async function deafServer(): Promise<{ readonly port: number; readonly close: () => Promise<unknown> }> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer();
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const [port] = (await once(worker, 'message')) as [number];
  const knocking = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await new Promise((rest) => setTimeout(rest, 100));
  const close = (): Promise<unknown> => {
    for (const socket of knocking) socket.destroy();
    return worker.terminate();
  };
  return { port, close };
}
