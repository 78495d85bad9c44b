import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, faults, startFeedServer } from '../../../../e2e/support/feed-server.ts';
import { type FeedRequest, fetchFeed } from './fetch-feed.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

const day = 86_400_000;
let now = Date.now();
const clock = { now: () => now };
let server: FeedServer;
let client: HttpClient;

beforeAll(async () => {
  server = await startFeedServer();
  client = createHttpClient({ version: '1.2.3', clock });
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(() => {
  server.requests.length = 0;
  now = Date.now();
});

function fetchPath(path: string, more: Partial<FeedRequest> = {}) {
  const allowPrivate = [{ host: '127.0.0.1', port: server.port }];
  return fetchFeed({ url: server.url(path), allowPrivate, ...more }, { client, clock });
}

/** What a caller keeps from a whole answer. */
async function firstFetch(path: string): Promise<Pick<FeedRequest, 'validators' | 'contentHash'>> {
  const outcome = await fetchPath(path);
  if (outcome.kind !== 'fetched') throw new Error(`The first fetch of ${path} was ${outcome.kind}.`);
  return { validators: outcome.validators, contentHash: outcome.contentHash };
}

const sent = () => {
  const headers = server.requests.at(-1)?.headers;
  return { etag: headers?.['if-none-match'], since: headers?.['if-modified-since'] };
};

describe('a feed that has not changed', () => {
  test.each(['etag', 'last-modified'] as const)('is not sent again when it has an %s', async (validators) => {
    server.serve('/feed', { body: '<rss/>', validators });
    const known = await firstFetch('/feed');
    const second = await fetchPath('/feed', known);
    expect(second).toMatchObject({ kind: 'not_modified', unchanged: 'said', status: 304, sizeBytes: 0 });
    expect(second.kind === 'not_modified' && second.validators).toEqual(known.validators);
  });

  test('is known by its body when the server cannot say', async () => {
    server.serve('/plain', { body: '<rss/>', validators: 'none' });
    const known = await firstFetch('/plain');
    const second = await fetchPath('/plain', known);
    expect(second).toMatchObject({ kind: 'not_modified', unchanged: 'same_body', status: 200 });
    expect(second).not.toHaveProperty('bytes');
  });

  test('is sent whole to one who asks unconditionally', async () => {
    server.serve('/feed', '<rss/>');
    const known = await firstFetch('/feed');
    expect(await fetchPath('/feed', { ...known, unconditional: true })).toMatchObject({ kind: 'fetched', status: 200 });
    expect(sent()).toEqual({ etag: undefined, since: undefined });
  });

  test('says "not modified" to one who has nothing of it: that is a failure, not an empty feed', async () => {
    server.serve('/stuck', faults.notModifiedAlways());
    expect(await fetchPath('/stuck')).toMatchObject({ error: { code: 'http_error', detail: { status: 304 } } });
    expect(await fetchPath('/stuck', { contentHash: 'abc' })).toMatchObject({ kind: 'not_modified' });
  });
});

describe('an ETag that never changes', () => {
  test('hides a changed feed for eight days and no longer', async () => {
    let body = '<rss>old</rss>';
    server.serve(
      '/frozen',
      faults.frozenEtag(() => body),
    );
    const known = await firstFetch('/frozen');
    body = '<rss>new</rss>';
    now += 7 * day;
    expect(await fetchPath('/frozen', known)).toMatchObject({ kind: 'not_modified' });
    now += day + 1;
    const late = await fetchPath('/frozen', known);
    expect(late.kind === 'fetched' && late.bytes.toString()).toBe('<rss>new</rss>');
    expect(sent()).toEqual({ etag: undefined, since: undefined });
  });

  test('is not renewed by answers of "not modified"', async () => {
    server.serve(
      '/frozen',
      faults.frozenEtag(() => '<rss/>'),
    );
    const known = await firstFetch('/frozen');
    now += 5 * day;
    const again = await fetchPath('/frozen', known);
    expect(again.kind === 'not_modified' && again.validators.storedAt).toBe(known.validators?.storedAt);
  });
});

describe('a clock ten years off', () => {
  test.each([-10, 10])(
    'at the server (%i years): dates go back to the letter, freshness goes by its own clock',
    async (years) => {
      server.serve('/off', faults.clockOff('<rss/>', years));
      const first = await fetchPath('/off');
      expect(first).toMatchObject({ kind: 'fetched', cacheMaxAgeMs: 1_800_000 });
      if (first.kind !== 'fetched') return;
      await fetchPath('/off', { validators: first.validators });
      expect(sent().since).toBe(first.headers['last-modified']);
    },
  );

  test('at home: validators from the future are not trusted', async () => {
    server.serve('/feed', '<rss/>');
    now += 3650 * day;
    const known = await firstFetch('/feed');
    now -= 3650 * day;
    expect(await fetchPath('/feed', { ...known, contentHash: '' })).toMatchObject({ kind: 'fetched' });
    expect(sent().etag).toBeUndefined();
  });
});

test('the content hash is the SHA-256 of the unpacked body', async () => {
  server.serve('/packed', { body: '<rss>same</rss>', encoding: 'gzip' });
  const outcome = await fetchPath('/packed');
  const expected = createHash('sha256').update('<rss>same</rss>').digest('hex');
  expect(outcome.kind === 'fetched' && outcome.contentHash).toBe(expected);
  expect(outcome.kind === 'fetched' && outcome.sizeBytes).not.toBe('<rss>same</rss>'.length);
});

test('the answer tells where it came from and keeps the headers, but no cookie', async () => {
  server.serve('/full', {
    body: '<rss/>',
    headers: { 'set-cookie': 'a=1', 'cache-control': 'max-age=1800', 'x-one': ['a', 'b'] },
  });
  const outcome = await fetchPath('/full');
  expect(outcome).toMatchObject({ remoteAddress: '127.0.0.1', httpVersion: '1.1', cacheMaxAgeMs: 1_800_000 });
  if (outcome.kind !== 'fetched') throw new Error('The feed was not fetched.');
  expect(outcome.headers['x-one']).toBe('a, b');
  expect(outcome.headers).not.toHaveProperty('set-cookie');
});
