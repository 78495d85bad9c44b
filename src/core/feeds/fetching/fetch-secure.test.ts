import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer, testAuthority } from '../../../../e2e/support/feed-server.ts';
import { systemClock } from '../../lib/clock.ts';
import { fetchFeed } from './fetch-feed.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

let server: FeedServer;
let oldServer: FeedServer;
let client: HttpClient;

beforeAll(async () => {
  server = await startFeedServer({ secure: true });
  oldServer = await startFeedServer({ secure: true, withoutHttp2: true });
  for (const one of [server, oldServer]) one.serve('/feed', '<rss/>');
  const here = `127.0.0.1:${server.securePort}`;
  client = createHttpClient({
    version: '1.2.3',
    clock: systemClock,
    extraCertificates: [testAuthority()],
    hostOverrides: {
      'good.example': here,
      'expired.example': here,
      'wrong-host.example': here,
      'self-signed.example': here,
      'old.good.example': `127.0.0.1:${oldServer.securePort}`,
      'plain.example': `127.0.0.1:${server.port}`,
    },
  });
});
afterAll(async () => {
  await client.close();
  await server.close();
  await oldServer.close();
});

const fetchUrl = (url: string) => fetchFeed({ url }, { client, clock: systemClock });

describe('a secure host', () => {
  test('is spoken to in HTTP/2 where it offers it, and on one connection', async () => {
    const before = server.connections();
    for (let turn = 0; turn < 3; turn++) {
      expect(await fetchUrl('https://good.example/feed')).toMatchObject({ kind: 'fetched', httpVersion: '2' });
    }
    expect(server.connections() - before).toBe(1);
  });

  test('that cuts its HTTP/2 connection is connection_reset, and the next feed gets a new one', async () => {
    server.serve('/cut', faults.reset());
    expect(await fetchUrl('https://good.example/cut')).toMatchObject({ error: { code: 'connection_reset' } });
    expect(await fetchUrl('https://good.example/feed')).toMatchObject({ kind: 'fetched' });
  });

  test('that cut a kept HTTP/2 connection costs no feed', async () => {
    server.serve('/tired', faults.resetWhenReused('<rss/>'));
    expect(await fetchUrl('https://good.example/tired')).toMatchObject({ kind: 'fetched' });
    expect(await fetchUrl('https://good.example/tired')).toMatchObject({ kind: 'fetched' });
  });

  test('is spoken to in HTTP/1.1 where it does not', async () => {
    expect(await fetchUrl('https://old.good.example/feed')).toMatchObject({ kind: 'fetched', httpVersion: '1.1' });
  });

  test.each([
    ['expired.example', 'expired', /certificate of expired\.example has expired/],
    ['wrong-host.example', 'wrong_host', /belongs to another host/],
    ['self-signed.example', 'self_signed', /no authority signed its certificate/],
  ])('%s is refused because its certificate is %s', async (host, reason, sentence) => {
    const outcome = await fetchUrl(`https://${host}/feed`);
    expect(outcome).toMatchObject({ error: { code: 'tls_failed', detail: { reason } } });
    expect(outcome.kind === 'failed' && outcome.error.message).toMatch(sentence);
  });

  test('is not trusted when its authority is unknown to this computer', async () => {
    const stranger = createHttpClient({
      version: '1.2.3',
      clock: systemClock,
      hostOverrides: { 'good.example': `127.0.0.1:${server.securePort}` },
    });
    const outcome = await fetchFeed({ url: 'https://good.example/feed' }, { client: stranger, clock: systemClock });
    await stranger.close();
    expect(outcome).toMatchObject({ error: { code: 'tls_failed', detail: { reason: 'untrusted' } } });
  });

  test('that speaks no TLS is a failure to connect, never a success', async () => {
    const outcome = await fetchUrl('https://plain.example/feed');
    const code = outcome.kind === 'failed' ? outcome.error.code : outcome.kind;
    expect(['tls_failed', 'connection_reset']).toContain(code);
  });
});
