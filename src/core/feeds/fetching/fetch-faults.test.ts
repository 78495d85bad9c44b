import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FeedServer, startFaultServer } from '../../../../e2e/support/feed-server.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { systemClock } from '../../lib/clock.ts';
import { fetchFeed } from './fetch-feed.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';

const healthy = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>${'<item/>'.repeat(300)}</channel></rss>`;
const client: HttpClient = createHttpClient({ version: '1.2.3', clock: systemClock, limits: { totalMs: 1000 } });
let server: FeedServer;

beforeAll(async () => {
  server = await startFaultServer(healthy);
});
afterAll(async () => {
  await client.close();
  await server.close();
});

const fetchPath = (path: string) =>
  fetchFeed(
    { url: server.url(path), allowPrivate: [{ host: '127.0.0.1', port: server.port }] },
    { client, clock: systemClock },
  );

const causes: readonly (readonly [path: string, code: ErrorCode, sentence: RegExp])[] = [
  ['/401', 'needs_login', /asks for a login\. Add your user name and password/],
  ['/403', 'forbidden', /refused to give us this feed \(403\)/],
  ['/challenge', 'challenged', /behind a Cloudflare challenge/],
  ['/404', 'feed_not_found', /no longer has this feed \(404\)/],
  ['/410', 'feed_gone', /gone for good \(410\)/],
  ['/429', 'rate_limited', /asked us to wait 10 minutes/],
  ['/429-120', 'rate_limited', /asked us to wait 2 minutes/],
  ['/500', 'server_error', /trouble of its own \(error 500\)/],
  ['/503', 'server_error', /error 503/],
  ['/503-120', 'rate_limited', /asked us to wait 2 minutes/],
  ['/silentHeader', 'timeout', /did not answer within/],
  ['/slowBody', 'timeout', /began to answer but did not finish/],
  ['/reset', 'connection_reset', /broke off the connection before it answered/],
  ['/truncatedGzip', 'truncated', /ended before it was complete/],
  ['/wrongLength', 'truncated', /ended before it was complete/],
  ['/gzipBomb', 'too_large', /unpacks to more than 15 MB/],
  ['/endlessBody', 'too_large', /sent more than 15 MB/],
  ['/tooLarge', 'too_large', /sent more than 15 MB/],
  ['/redirectLoop', 'redirect_loop', /round in a circle/],
  ['/redirectPrivate', 'private_address', /127\.0\.0\.1 sent us on to 10\.0\.0\.1/],
  ['/notHttp', 'http_error', /does not speak proper HTTP/],
  ['/empty', 'empty_answer', /nothing at all/],
  ['/304', 'http_error', /nothing has changed, though we have nothing of it yet/],
];

describe('a publisher in trouble is named with its cause', () => {
  test.each(causes)('%s is %s', async (path, code, sentence) => {
    const outcome = await fetchPath(path);
    expect(outcome.kind).toBe('failed');
    if (outcome.kind !== 'failed') return;
    expect(outcome.error.code).toBe(code);
    expect(outcome.error.message).toMatch(sentence);
  });

  test('every message is two sentences: what happened, then what to do', async () => {
    for (const [path] of causes) {
      const outcome = await fetchPath(path);
      const message = outcome.kind === 'failed' ? outcome.error.message : '';
      expect(message).toMatch(/^\S.*[.] [A-Z].*[.]$/);
    }
  });

  test('a name that nobody has is dns_failed', async () => {
    const outcome = await fetchFeed({ url: 'http://nobody.invalid/feed' }, { client, clock: systemClock });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'dns_failed' } });
  });

  test('a port where nothing listens is connection_failed, refused', async () => {
    const outcome = await fetchFeed(
      { url: 'http://127.0.0.1:9/feed', allowPrivate: [{ host: '127.0.0.1', port: 9 }] },
      { client, clock: systemClock },
    );
    expect(outcome).toMatchObject({ error: { code: 'connection_failed', detail: { reason: 'refused' } } });
  });

  test.each(['', 'not an address', 'ftp://example.org/feed', 'file:///etc/passwd', 'javascript:alert(1)'])(
    '%j is bad_address and nothing is asked',
    async (url) => {
      const outcome = await fetchFeed({ url }, { client, clock: systemClock });
      expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'bad_address' } });
    },
  );
});

describe('the host that asks for quiet', () => {
  test('says for how long, and which host it is', async () => {
    expect(await fetchPath('/503-120')).toMatchObject({ retryAfterMs: 120_000, host: '127.0.0.1', status: 503 });
    expect(await fetchPath('/429')).toMatchObject({ retryAfterMs: 600_000 });
    expect(await fetchPath('/503')).not.toHaveProperty('retryAfterMs');
  });
});

describe('what only looks like trouble', () => {
  test('a web page comes back whole: what it is, the parser says', async () => {
    expect(await fetchPath('/webPage')).toMatchObject({ kind: 'fetched', status: 200 });
  });

  test('a feed served as a picture is fetched all the same', async () => {
    const outcome = await fetchPath('/wrongType');
    expect(outcome.kind === 'fetched' && outcome.bytes.toString()).toBe(healthy);
  });

  test('a healthy feed beside twenty sick ones is fetched, all at once', async () => {
    const outcomes = await Promise.all([...causes.map(([path]) => fetchPath(path)), fetchPath('/healthy')]);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'fetched', sizeBytes: healthy.length });
    expect(outcomes.filter((one) => one.kind === 'failed')).toHaveLength(causes.length);
  });
});
