import { createServer, type LookupFunction } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer } from '../../../../e2e/support/feed-server.ts';
import { systemClock } from '../../lib/clock.ts';
import { fetchResource, type ResourceRequest } from './fetch-resource.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts';

let server: FeedServer;
let clients: HttpClient[] = [];

beforeAll(async () => {
  server = await startFeedServer({ secure: true });
  server.serve('/feed', '<rss/>');
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  clients = [];
});

function clientWith(options: Partial<HttpClientOptions> = {}): HttpClient {
  const limits = { totalMs: 3000, connectMs: 300 };
  const client = createHttpClient({ version: '1.2.3', clock: systemClock, limits, ...options });
  clients.push(client);
  return client;
}

const fetchWith = (client: HttpClient, request: ResourceRequest) =>
  fetchResource(request, { client, clock: systemClock });

/** Answers every name with these addresses, one set for each look-up. */
function answersInTurn(...answers: readonly (readonly string[])[]): LookupFunction {
  let turn = 0;
  return (_name, options, done) => {
    const addresses = answers[Math.min(turn++, answers.length - 1)] ?? [];
    if (options.all === true)
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    else done(null, addresses[0] ?? '', 4);
  };
}

const refused = { kind: 'failed', error: { code: 'private_address' } };

describe('an address on this machine or network', () => {
  test.each(['127.1', '0x7f.1', '2130706433', '017700000001', '[::ffff:127.0.0.1]', '[::1]', '0', '127.0.0.1.'])(
    'is refused as the literal %s',
    async (host) => {
      const before = server.connections();
      expect(await fetchWith(clientWith(), { url: `http://${host}:${server.port}/feed` })).toMatchObject(refused);
      expect(server.connections()).toBe(before);
    },
  );

  test('is refused behind a name, whether or not anything listens there', async () => {
    const client = clientWith();
    expect(await fetchWith(client, { url: server.url('/feed', 'localhost') })).toMatchObject(refused);
    expect(await fetchWith(client, { url: 'http://localhost:9/feed' })).toMatchObject(refused);
    expect(server.requests).toHaveLength(0);
  });

  test('is refused when a name that was public becomes private', async () => {
    const client = clientWith({ lookup: answersInTurn(['198.51.100.7'], ['127.0.0.1']) });
    const url = `http://rebinding.example:${server.port}/feed`;
    expect(await fetchWith(client, { url })).not.toMatchObject(refused);
    expect(await fetchWith(client, { url })).toMatchObject(refused);
    expect(server.requests).toHaveLength(0);
  });

  test('is refused when a name has a public and a private address', async () => {
    const client = clientWith({ lookup: answersInTurn(['198.51.100.7', '127.0.0.1'], ['127.0.0.1', '198.51.100.7']) });
    const url = `http://both.example:${server.port}/feed`;
    for (const outcome of [await fetchWith(client, { url }), await fetchWith(client, { url })]) {
      expect(outcome.kind).toBe('failed');
    }
    expect(server.requests).toHaveLength(0);
  });

  test.each(['http', 'https'])('gets not one byte over %s', async (scheme) => {
    let bytes = 0;
    const listener = createServer((socket) => {
      socket.on('data', (chunk) => {
        bytes += chunk.length;
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const address = listener.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const client = clientWith({ lookup: answersInTurn(['127.0.0.1']) });
    expect(await fetchWith(client, { url: `${scheme}://inside.example:${port}/` })).toMatchObject(refused);
    await new Promise<void>((done) => listener.close(() => done()));
    expect(bytes).toBe(0);
  });
});

describe('a permission', () => {
  const allowed = () => ({ allowPrivate: [{ host: '127.0.0.1', port: server.port }] });

  test('is for one host and one port', async () => {
    const client = clientWith();
    expect(await fetchWith(client, { url: server.url('/feed'), ...allowed() })).toMatchObject({ kind: 'fetched' });
    expect(await fetchWith(client, { url: server.url('/feed', '127.0.0.2'), ...allowed() })).toMatchObject(refused);
    expect(await fetchWith(client, { url: server.secureUrl('/feed'), ...allowed() })).toMatchObject(refused);
  });

  test('is not used by a feed without it, though a connection is open', async () => {
    const client = clientWith();
    await fetchWith(client, { url: server.url('/feed'), ...allowed() });
    expect(await fetchWith(client, { url: server.url('/feed') })).toMatchObject(refused);
    expect(server.requests).toHaveLength(1);
  });

  test('opens no connection that a feed without it could use, under a name either', async () => {
    const client = clientWith();
    const url = server.url('/feed', 'localhost');
    const allowPrivate = [{ host: 'localhost', port: server.port }];
    expect(await fetchWith(client, { url, allowPrivate })).toMatchObject({ kind: 'fetched' });
    expect(await fetchWith(client, { url })).toMatchObject(refused);
    expect(server.requests).toHaveLength(1);
  });

  test('does not travel over a redirect to another host or port', async () => {
    server.serve('/to-host', faults.redirect(server.url('/feed', '127.0.0.2')));
    server.serve('/to-port', faults.redirect(server.secureUrl('/feed')));
    const client = clientWith();
    for (const path of ['/to-host', '/to-port']) {
      const outcome = await fetchWith(client, { url: server.url(path), ...allowed() });
      expect(outcome).toMatchObject(refused);
      expect(outcome.kind === 'failed' && outcome.error.message).toMatch(/^127\.0\.0\.1 sent us on to/);
    }
  });

  test('holds for a name that leads inside', async () => {
    const client = clientWith();
    const outcome = await fetchWith(client, {
      url: server.url('/feed', 'localhost'),
      allowPrivate: [{ host: 'LOCALHOST', port: server.port }],
    });
    expect(outcome).toMatchObject({ kind: 'fetched' });
  });
});

describe('a host override', () => {
  test('is connected to in place of the name, without permission, and the name is what the server sees', async () => {
    const client = clientWith({ hostOverrides: { 'eastbank-record.example': `127.0.0.1:${server.port}` } });
    const outcome = await fetchWith(client, { url: 'http://eastbank-record.example/feed' });
    expect(outcome).toMatchObject({ kind: 'fetched', finalUrl: 'http://eastbank-record.example/feed' });
    expect(server.requests[0]).toMatchObject({ host: 'eastbank-record.example' });
  });

  test('opens no other way in', async () => {
    const client = clientWith({ hostOverrides: { 'eastbank-record.example': `127.0.0.1:${server.port}` } });
    server.serve('/out', faults.redirect(server.url('/feed')));
    expect(await fetchWith(client, { url: 'http://eastbank-record.example/out' })).toMatchObject(refused);
  });
});
