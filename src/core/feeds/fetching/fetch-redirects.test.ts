import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer } from '../../../../e2e/support/feed-server.ts';
import type { FeedCredentials } from '../../../contract/feeds.ts';
import { systemClock } from '../../lib/clock.ts';
import type { Login } from '../../lib/logins.ts';
import { fetchResource, type ResourceRequest } from './fetch-resource.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

let server: FeedServer;
let client: HttpClient;

beforeAll(async () => {
  server = await startFeedServer();
  server.serve('/feed', '<rss/>');
  client = createHttpClient({ version: '1.2.3', clock: systemClock });
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(() => {
  server.requests.length = 0;
});

const hosts = ['127.0.0.1', '127.0.0.2'];

function fetchPath(path: string, more: Partial<ResourceRequest> = {}) {
  const allowPrivate = hosts.map((host) => ({ host, port: server.port }));
  return fetchResource({ url: server.url(path), allowPrivate, ...more }, { client, clock: systemClock });
}

describe('a feed that has moved', () => {
  test.each([301, 308])('for good (%i) says where to', async (status) => {
    server.serve('/old', faults.redirect('/feed', status));
    expect(await fetchPath('/old')).toMatchObject({
      kind: 'fetched',
      finalUrl: server.url('/feed'),
      movedPermanentlyTo: server.url('/feed'),
    });
  });

  test.each([302, 303, 307])('for now (%i) is followed and not remembered', async (status) => {
    server.serve('/elsewhere', faults.redirect('/feed', status));
    const outcome = await fetchPath('/elsewhere');
    expect(outcome).toMatchObject({ kind: 'fetched', finalUrl: server.url('/feed') });
    expect(outcome).not.toHaveProperty('movedPermanentlyTo');
  });

  test('for good and then for now is remembered up to where it is for good', async () => {
    server.serve('/first', faults.redirect('/second', 301));
    server.serve('/second', faults.redirect('/feed', 302));
    expect(await fetchPath('/first')).toMatchObject({
      finalUrl: server.url('/feed'),
      movedPermanentlyTo: server.url('/second'),
    });
  });

  test('five times is followed, six times is too_many_redirects', async () => {
    for (let hop = 1; hop <= 6; hop++)
      server.serve(`/hop${hop}`, faults.redirect(hop === 6 ? '/feed' : `/hop${hop + 1}`));
    expect(await fetchPath('/hop2')).toMatchObject({ kind: 'fetched' });
    expect(await fetchPath('/hop1')).toMatchObject({ error: { code: 'too_many_redirects' } });
  });

  test('in a circle of two addresses is redirect_loop after one round', async () => {
    server.serve('/a', faults.redirect('/b'));
    server.serve('/b', faults.redirect('/a'));
    expect(await fetchPath('/a')).toMatchObject({ error: { code: 'redirect_loop' } });
    expect(server.requests).toHaveLength(2);
  });

  test.each(['utf8', 'latin1'] as const)('to an address with an accent, sent raw as %s, is found', async (encoding) => {
    const head = 'HTTP/1.1 302 Found\r\nLocation: /café\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
    server.serve('/raw', { raw: (socket) => void socket.end(Buffer.from(head, encoding)) });
    server.serve('/caf%C3%A9', '<rss/>');
    expect(await fetchPath('/raw')).toMatchObject({ kind: 'fetched', finalUrl: server.url('/caf%C3%A9') });
  });

  test('to something that is no web address is bad_address', async () => {
    server.serve('/mail', faults.redirect('mailto:editor@example.org'));
    expect(await fetchPath('/mail')).toMatchObject({ error: { code: 'bad_address' } });
  });
});

describe('a login', () => {
  const given = (credentials: FeedCredentials): Login => ({ origin: new URL(server.url('/')).origin, credentials });
  const logins: readonly (readonly [FeedCredentials, name: string, value: string])[] = [
    [{ kind: 'basic', username: 'anna', password: 'pass:word' }, 'authorization', 'Basic YW5uYTpwYXNzOndvcmQ='],
    [{ kind: 'bearer', token: 'abc.def' }, 'authorization', 'Bearer abc.def'],
    [{ kind: 'cookie', value: 'session=42' }, 'cookie', 'session=42'],
    [{ kind: 'header', name: 'X-Api-Key', value: 'k1' }, 'x-api-key', 'k1'],
  ];

  test.each(logins)(
    '%j is sent, over redirects on the same host too, and to no other',
    async (credentials, name, value) => {
      server.serve('/members', faults.redirect('/inner'));
      server.serve('/inner', faults.redirect(server.url('/feed', '127.0.0.2')));
      expect(await fetchPath('/members', { login: given(credentials) })).toMatchObject({ kind: 'fetched' });
      expect(server.requests.map((request) => request.headers[name])).toEqual([value, value, undefined]);
    },
  );

  test('written into the address is sent as a header and is no part of where the feed was found', async () => {
    const outcome = await fetchPath('', { url: server.url('/feed').replace('://', '://anna:k%40y@') });
    expect(outcome).toMatchObject({ kind: 'fetched', finalUrl: server.url('/feed') });
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa('anna:k@y')}`);
  });

  test('in a redirect is not believed', async () => {
    server.serve('/sends-login', faults.redirect(server.url('/feed').replace('://', '://evil:evil@')));
    await fetchPath('/sends-login');
    expect(server.requests[1]?.headers.authorization).toBeUndefined();
  });

  test('with a line break in it sends nothing', async () => {
    const outcome = await fetchPath('/feed', { login: given({ kind: 'cookie', value: 'a=1\r\nx: y' }) });
    expect(outcome.kind).toBe('failed');
    expect(server.requests).toHaveLength(0);
  });
});

test('every request names the program', async () => {
  await fetchPath('/feed');
  expect(server.requests[0]?.headers['user-agent']).toBe('Broadsheet/1.2.3 (+local newsreader)');
});
