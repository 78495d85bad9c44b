import { createServer as createHttpServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer, testAuthority } from '../../../../e2e/support/feed-server.ts';
import { systemClock } from '../../lib/clock.ts';
import { fetchResource, type ResourceRequest } from './fetch-resource.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

/** Every name that is asked for through it leads to the feed server: what a company's proxy does with names we cannot see. */
let proxy: Server;
let proxyPort = 0;
let asked: string[] = [];
let server: FeedServer;
let client: HttpClient;
const tunnels = new Set<Socket>();

beforeAll(async () => {
  server = await startFeedServer({ secure: true });
  server.serve('/feed', '<rss/>');
  proxy = createHttpServer((request, response) => {
    asked.push(request.url ?? '');
    const path = new URL(request.url ?? '/').pathname;
    if (path === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest' });
    response.end(path === '/inside' ? '' : '<rss>by proxy</rss>');
  });
  proxy.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (request.url?.startsWith('locked.example') === true) return void socket.end('HTTP/1.1 407 Login\r\n\r\n');
    const tunnel = connect(server.securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [tunnel, socket]) {
      tunnels.add(end);
      end.on('error', () => end.destroy());
    }
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const address = proxy.address();
  proxyPort = address !== null && typeof address === 'object' ? address.port : 0;
  client = createHttpClient({
    version: '1.2.3',
    clock: systemClock,
    limits: { totalMs: 3000 },
    extraCertificates: [testAuthority()],
    hostOverrides: { 'sample.example': `127.0.0.1:${server.port}` },
    environment: {
      HTTP_PROXY: `http://127.0.0.1:${proxyPort}`,
      https_proxy: `127.0.0.1:${proxyPort}`,
      NO_PROXY: 'direct.example',
    },
  });
});
afterAll(async () => {
  await client.close();
  for (const socket of tunnels) socket.destroy();
  proxy.closeAllConnections();
  proxy.close();
  await server.close();
});
beforeEach(() => {
  asked = [];
});

const fetchWith = (request: ResourceRequest) => fetchResource(request, { client, clock: systemClock });

describe('a configured proxy', () => {
  test('is used though its own address is private', async () => {
    const outcome = await fetchWith({ url: 'http://feeds.example/feed' });
    expect(outcome.kind === 'fetched' && outcome.bytes.toString()).toBe('<rss>by proxy</rss>');
    expect(asked).toEqual(['http://feeds.example/feed']);
  });

  test('carries secure feeds through a tunnel, and the certificate is still checked', async () => {
    const outcome = await fetchWith({ url: 'https://good.example/feed' });
    expect(outcome.kind === 'fetched' && outcome.bytes.toString()).toBe('<rss/>');
    expect(asked).toEqual(['CONNECT good.example:443']);
    expect(await fetchWith({ url: 'https://expired.example/feed' })).toMatchObject({ error: { code: 'tls_failed' } });
  });

  test.each(['http://10.1.2.3/feed', 'http://[fe80::1]/feed', 'http://router/feed', 'http://nas.local/feed'])(
    'is never asked for %s',
    async (url) => {
      expect(await fetchWith({ url })).toMatchObject({ error: { code: 'private_address' } });
      expect(asked).toEqual([]);
    },
  );

  test('is not used to follow a redirect inside', async () => {
    expect(await fetchWith({ url: 'http://feeds.example/inside' })).toMatchObject({
      error: { code: 'private_address' },
    });
    expect(asked).toHaveLength(1);
  });

  test('that wants a login of its own is named as the cause', async () => {
    expect(await fetchWith({ url: 'https://locked.example/feed' })).toMatchObject({
      error: { code: 'connection_failed', detail: { reason: 'proxy' } },
    });
  });

  test('is passed by for overridden hosts and for this machine', async () => {
    expect(await fetchWith({ url: 'http://sample.example/feed' })).toMatchObject({ kind: 'fetched' });
    const allowPrivate = [{ host: '127.0.0.1', port: server.port }];
    server.serve('/missing', faults.status(404));
    expect(await fetchWith({ url: server.url('/feed'), allowPrivate })).toMatchObject({ kind: 'fetched' });
    expect(asked).toEqual([]);
  });
});
