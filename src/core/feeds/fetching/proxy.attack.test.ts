/** Whoever reads through a proxy does so to stay unseen: no address that a stranger writes may be asked for without it. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { fetchResource } from './fetch-resource.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { proxyFor } from './proxy-choice.ts';

const proxy = 'http://proxy.example:3128';
const choose = (url: string, noProxy = '') => proxyFor(new URL(url), { http_proxy: proxy, no_proxy: noProxy });

describe('a name that only looks like this machine', () => {
  test.each([
    'http://127.attacker.example/',
    'http://127.0.0.1.attacker.example/',
    'http://localhost.attacker.example/',
    'http://localhost.localdomain.example/',
    'http://notlocalhost/',
    'http://xn--127-0ga.example/',
    'http://[2001:4860::1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://126.255.255.255/',
    'http://128.0.0.1/',
    'http://user:127.0.0.1@attacker.example/',
    'http://constructor/',
    'http://__proto__/',
  ])('%s goes through the proxy', (url) => expect(choose(url)).toBe(proxy));

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://127.255.255.254/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://LOCALHOST./',
  ])('%s is this machine, which no proxy reaches', (url) => expect(choose(url)).toBeUndefined());
});

describe('an exception that a person made', () => {
  test.each([
    ['http://10.1.2.3/', '10.0.0.0/8'],
    ['http://[2001:4860:0::8888]/', '2001:4860::8888'],
    ['http://[2001:4860::8888]/', '[2001:4860:0:0::8888]'],
    ['http://[2001:4860::8888]:8080/', '[2001:4860::8888]:8080'],
    ['http://[2001:4860::1]/', '2001:4860::/32'],
    ['http://nas.example/', 'NAS.example.'],
    ['http://a.nas.example/', '*.nas.example'],
  ])('%s is reached without the proxy by %s', (url, noProxy) => expect(choose(url, noProxy)).toBeUndefined());

  test.each([
    ['http://10.attacker.example/', '10.0.0.0/8'],
    ['http://10.1.2.3.attacker.example/', '10.1.2.3'],
    ['http://11.0.0.1/', '10.0.0.0/8'],
    ['http://attacker.example/', '0.0.0.0/0'],
    ['http://evilnas.example/', '*.nas.example'],
    ['http://nas.example.attacker.example/', 'nas.example'],
    ['http://attacker.example/', '.'],
    ['http://attacker.example/', '*.'],
    ['http://attacker.example/', ':80'],
    ['http://[2001:4860::8889]/', '2001:4860::8888'],
    ['http://10.1.2.3/', '10.0.0.0/99'],
  ])('%s is not covered by %s', (url, noProxy) => expect(choose(url, noProxy)).toBe(proxy));
});

describe('a request', () => {
  let server: Server;
  let client: HttpClient;
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('<rss/>');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    client = createHttpClient({
      version: '1.2.3',
      clock: systemClock,
      limits: { totalMs: 3000 },
      environment: { http_proxy: `http://127.0.0.1:${port}` },
      // a direct connection would have to look the name up
      lookup: (host, _options, done) => done(new Error(`${host} was looked up`), '', 4),
    });
  });
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
  });

  test.each(['http://127.attacker.example/pixel.png', 'http://localhost.attacker.example/pixel.png'])(
    'for %s arrives at the proxy, and its name is never looked up here',
    async (url) => {
      expect(await fetchResource({ url }, { client, clock: systemClock })).toMatchObject({ kind: 'fetched' });
      expect(asked).toEqual([url]);
    },
  );

  test.each([
    'http://constructor/',
    'http://__proto__/',
    'http://tostring/',
    'http://router.local../',
    'http://localhost.localdomain/',
    'http://printer../',
  ])(
    'for %s is refused as a name of the local network, whatever every object inherits and however it ends',
    async (url) => {
      expect(await fetchResource({ url }, { client, clock: systemClock })).toMatchObject({
        error: { code: 'private_address' },
      });
      expect(asked).toEqual([]);
    },
  );
});
