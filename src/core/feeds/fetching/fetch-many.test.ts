import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FeedServer, startFaultServer } from '../../../../e2e/support/feed-server.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { systemClock } from '../../lib/clock.ts';
import { type FetchOutcome, fetchFeed } from './fetch-feed.ts';
import { HostQueue, systemAlarm } from './host-queue.ts';
import { queueHostOf } from './host-state.ts';
import { createHttpClient } from './http-client.ts';

const healthy = `<rss>${'<item>The harbour was quiet.</item>'.repeat(500)}</rss>`;
const sick: readonly (readonly [path: string, code: ErrorCode])[] = [
  ['/401', 'needs_login'],
  ['/challenge', 'challenged'],
  ['/404', 'feed_not_found'],
  ['/410', 'feed_gone'],
  ['/429', 'rate_limited'],
  ['/503', 'server_error'],
  ['/silentHeader', 'timeout'],
  ['/slowBody', 'timeout'],
  ['/reset', 'connection_reset'],
  ['/truncatedGzip', 'truncated'],
  ['/gzipBomb', 'too_large'],
  ['/endlessBody', 'too_large'],
  ['/redirectLoop', 'redirect_loop'],
  ['/redirectPrivate', 'private_address'],
  ['/wrongLength', 'truncated'],
  ['/notHttp', 'http_error'],
  ['/empty', 'empty_answer'],
];
const client = createHttpClient({ version: '1.2.3', clock: systemClock, limits: { totalMs: 4000 } });
const queue = new HostQueue<FetchOutcome>({
  clock: systemClock,
  alarm: systemAlarm,
  random: Math.random,
  holdMs: (outcome) => (outcome.kind === 'failed' ? outcome.retryAfterMs : undefined),
});
let server: FeedServer;

beforeAll(async () => {
  server = await startFaultServer(healthy);
});
afterAll(async () => {
  await client.close();
  await server.close();
});

async function fetchQueued(path: string, host: string): Promise<string> {
  const url = server.url(path, host);
  const outcome = await queue.enqueue({
    key: url,
    host: queueHostOf(new URL(url)),
    run: () => fetchFeed({ url, allowPrivate: [{ host, port: server.port }] }, { client, clock: systemClock }),
  });
  if (outcome.kind !== 'ran') return outcome.kind;
  return outcome.value.kind === 'failed' ? outcome.value.error.code : outcome.value.kind;
}

test('of many feeds with one in five sick, every healthy one is fetched and every sick one has its cause', async () => {
  for (let number = 0; number < 68; number++) server.serve(`/feed${number}`, `${healthy}<!-- ${number} -->`);
  const healthyOnes = Array.from({ length: 68 }, (_, number) =>
    fetchQueued(`/feed${number}`, `127.0.1.${1 + (number % 25)}`),
  );
  const sickOnes = sick.map(([path], number) => fetchQueued(path, `127.0.2.${1 + number}`));
  expect(await Promise.all(sickOnes)).toEqual(sick.map(([, code]) => code));
  expect(new Set(await Promise.all(healthyOnes))).toEqual(new Set(['fetched']));
});

test('no host of them was ever asked twice at once', () => {
  const hosts = server.requests.filter((request) => request.path.startsWith('/feed')).map((request) => request.host);
  expect(new Set(hosts).size).toBe(25);
  // With one request at a time every host needs one connection for all its feeds.
  const connections = server.requests.filter((one) => one.path.startsWith('/feed') && one.earlierOnConnection === 0);
  expect(connections).toHaveLength(25);
});
