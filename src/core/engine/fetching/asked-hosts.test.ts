import { describe, expect, it } from 'vitest';
import { type FeedServer, faults } from '../../../../e2e/support/feed-server.ts';
import { mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';

const feed = rss({ items: [{ guid: 'a', title: 'First' }] });

/** A core that finds these hosts at the test's publisher. */
async function appWith(server: FeedServer, hosts: readonly string[]): Promise<TestCore> {
  const here = `127.0.0.1:${server.port}`;
  return testCore({ hostOverrides: Object.fromEntries(hosts.map((host) => [host, here])) });
}

async function subscribedTo(app: TestCore, urls: readonly string[]): Promise<void> {
  const outlines = urls.map((url) => `<outline text="A title" xmlUrl="${url}"/>`).join('');
  const text = `<opml version="2.0"><body>${outlines}</body></opml>`;
  mustBeOk(await app.call('opml.import', { text, allowPrivate: false, refresh: false }));
}

/** What became of each feed, by its address. */
async function outcomes(app: TestCore): Promise<Record<string, string>> {
  const { results } = mustBeOk(await app.call('feeds.refresh', { force: true }));
  return Object.fromEntries(results.map(({ url, outcome, code }) => [url, code ?? outcome]));
}

const one = 'http://one.example/feed';
const two = 'http://two.example/feed';
const own = 'http://big.example/own';

/** Two hosts whose feeds lead to a third, which has one of its own. */
async function ledToBig(server: FeedServer): Promise<TestCore> {
  server.serve('/feed', faults.redirect('http://big.example/one'), 'one.example');
  server.serve('/feed', faults.redirect('http://big.example/two'), 'two.example');
  const app = await appWith(server, ['one.example', 'two.example', 'big.example']);
  await subscribedTo(app, [one, two, own]);
  return app;
}

describe('feeds whose addresses lead to one host', () => {
  it('are asked for there one after the other, once it is known, also after a restart', async () => {
    const server = await testServer();
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 100));
      running -= 1;
      return { body: feed };
    };
    for (const path of ['/one', '/two', '/own']) server.serve(path, slow, 'big.example');
    const before = await ledToBig(server);
    expect(Object.values(await outcomes(before))).toEqual(['new', 'new', 'new']);
    await before.core.close();
    const after = await testCore({
      libraryFolder: before.folder,
      hostOverrides: { 'one.example': here(server), 'two.example': here(server), 'big.example': here(server) },
    });
    most = 0;
    expect(await outcomes(after)).toEqual({ [one]: 'unchanged', [two]: 'unchanged', [own]: 'unchanged' });
    expect(most).toBe(1);
  });

  it('are all held when that host asks for quiet, and the hosts that lead there are not', async () => {
    const server = await testServer();
    for (const path of ['/one', '/two', '/own']) server.serve(path, feed, 'big.example');
    const app = await ledToBig(server);
    await outcomes(app);
    for (const path of ['/one', '/two', '/own']) server.serve(path, faults.askToWait(429, '600'), 'big.example');
    expect(Object.values(await outcomes(app))).toEqual(['rate_limited', 'rate_limited', 'rate_limited']);
    server.requests.length = 0;
    const summary = mustBeOk(await app.call('feeds.refresh', { force: true }));
    expect(summary).toMatchObject({ skipped: 3, failed: 0 });
    for (const { message } of summary.results)
      expect(message).toMatch(/^big\.example is left alone for another 10 min/);
    expect(server.requests).toEqual([]);
    server.serve('/other', feed, 'one.example');
    await subscribedTo(app, ['http://one.example/other']);
    expect(await outcomes(app)).toMatchObject({ 'http://one.example/other': 'new', [one]: 'rate_limited' });
  });
});

describe('a host behind a wall', () => {
  it.each([
    ['with 403', faults.cloudflareChallenge()],
    ['with 200', { ...faults.cloudflareChallenge(), status: 200 }],
  ])('%s is left alone with all its feeds for a while, though it names no time', async (_how, wall) => {
    const server = await testServer();
    for (const path of ['/a', '/b']) server.serve(path, feed);
    const app = await appWith(server, ['walled.example', 'open.example']);
    const [a, b, open] = ['http://walled.example/a', 'http://walled.example/b', 'http://open.example/a'];
    await subscribedTo(app, [a, b, open].map(String));
    await outcomes(app);
    server.serve('/a', wall, 'walled.example');
    server.serve('/b', wall, 'walled.example');
    server.requests.length = 0;
    expect(await outcomes(app)).toEqual({ [`${a}`]: 'challenged', [`${b}`]: 'rate_limited', [`${open}`]: 'unchanged' });
    expect(server.requests.map(({ path }) => path).sort()).toEqual(['/a', '/a']);
    const [line] = mustBeOk(await app.call('feeds.diary', { id: await idOf(app, `${a}`) }));
    expect(line).toMatchObject({ outcome: 'failed', code: 'challenged' });
  });
});

function here(server: FeedServer): string {
  return `127.0.0.1:${server.port}`;
}

async function idOf(app: TestCore, url: string): Promise<number> {
  const feeds = mustBeOk(await app.call('feeds.list', {}));
  return feeds.find((one) => one.url === url)?.id ?? 0;
}
