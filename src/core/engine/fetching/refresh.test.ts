import { describe, expect, it } from 'vitest';
import { type FeedServer, faults } from '../../../../e2e/support/feed-server.ts';
import { errorOf, mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';

const two = rss({
  items: [
    { guid: 'a', title: 'First' },
    { guid: 'b', title: 'Second' },
  ],
});
const three = rss({
  items: [
    { guid: 'c', title: 'Third' },
    { guid: 'a', title: 'First' },
    { guid: 'b', title: 'Second' },
  ],
});

async function subscribed(app: TestCore, url: string) {
  return mustBeOk(await app.call('feeds.add', { url, allowPrivate: true }));
}

async function refresh(app: TestCore, force = true) {
  return mustBeOk(await app.call('feeds.refresh', { force }));
}

describe('a feed', () => {
  it('is fetched when it is added, and its articles are there', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    expect(await subscribed(app, server.url('/feed'))).toMatchObject({ title: 'Test Courier', added: 2 });
    const list = mustBeOk(await app.call('articles.list', { view: 'unread' }));
    expect(list.articles.map((article) => article.title).sort()).toEqual(['First', 'Second']);
    expect(list.total).toBe(2);
  });

  it('is asked once when it is added, though it is looked at first', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    mustBeOk(await app.call('feeds.preview', { address: server.url('/feed'), allowPrivate: true }));
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed']);
    await subscribed(app, server.url('/feed'));
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed']);
  });

  it('that has not changed is not sent again', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    server.requests.length = 0;
    expect(await refresh(app)).toMatchObject({ unchanged: 1, added: 0, failed: 0 });
    expect(server.requests[0]?.headers['if-none-match']).toBeDefined();
  });

  it('brings what is new and leaves what is read', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    await app.call('articles.mark', { scope: { view: 'all' }, set: { read: true } });
    server.serve('/feed', three);
    expect(await refresh(app)).toMatchObject({ added: 1, updated: 0 });
    const unread = mustBeOk(await app.call('articles.list', { view: 'unread' }));
    expect(unread.articles.map((article) => article.title)).toEqual(['Third']);
  });

  it('is not asked twice within ten minutes, unless somebody insists', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    server.requests.length = 0;
    const kept = await refresh(app, false);
    expect(kept.results[0]).toMatchObject({ outcome: 'skipped', code: 'checked_recently' });
    expect(server.requests).toHaveLength(0);
    await refresh(app, true);
    expect(server.requests).toHaveLength(1);
  });

  it('whose host asked to wait is left alone, also when somebody insists', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    server.serve('/feed', faults.askToWait(429, '600'));
    expect((await refresh(app)).results[0]).toMatchObject({ outcome: 'failed', code: 'rate_limited' });
    server.requests.length = 0;
    expect((await refresh(app)).results[0]).toMatchObject({ outcome: 'skipped', code: 'rate_limited' });
    expect(server.requests).toHaveLength(0);
  });

  it('that moved for good is kept under its new address once that was said twice', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    server.serve('/new', two);
    server.serve('/feed', faults.redirect(server.url('/new'), 301));
    await refresh(app);
    const address = async (): Promise<string | undefined> => mustBeOk(await app.call('feeds.list', {}))[0]?.url;
    expect(await address()).toBe(server.url('/feed'));
    await refresh(app);
    expect(await address()).toBe(server.url('/new'));
  });

  it('that is gone is not asked by itself any more', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    const { feedId } = await subscribed(app, server.url('/feed'));
    server.serve('/feed', faults.status(410));
    await refresh(app);
    const [feed] = mustBeOk(await app.call('feeds.list', {}));
    expect(feed).toMatchObject({ health: 'error', nextCheckAt: null });
    const [line] = mustBeOk(await app.call('feeds.diary', { id: feedId }));
    expect(line).toMatchObject({ outcome: 'failed', code: 'feed_gone', status: 410 });
  });
});

const troubles: readonly (readonly [name: string, answer: () => Parameters<FeedServer['serve']>[1], code: string])[] = [
  [
    'a web page',
    () => ({ headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hello</title><p>Hello' }),
    'web_page_not_feed',
  ],
  ['nothing at all', () => '', 'empty_answer'],
  ['404', () => faults.status(404), 'feed_not_found'],
  ['500', () => faults.status(500), 'server_error'],
  ['a login', () => faults.login(), 'needs_login'],
  ['a wall', () => faults.cloudflareChallenge(), 'challenged'],
  ['a cut connection', () => faults.reset(), 'connection_reset'],
  ['silence', () => faults.silentHeader(), 'timeout'],
  ['text that is no feed', () => 'Just some words.', 'not_a_feed'],
];

describe('trouble with one feed', () => {
  it.each(troubles)('%s is named, and the others are fetched', async (_name, answer, code) => {
    const server = await testServer();
    server.serve('/sick', two);
    server.serve('/well', two, '127.0.0.2');
    const app = await testCore();
    const { feedId } = await subscribed(app, server.url('/sick'));
    await subscribed(app, server.url('/well', '127.0.0.2'));
    server.serve('/sick', answer());
    server.serve('/well', three, '127.0.0.2');
    const summary = await refresh(app);
    expect(summary).toMatchObject({ failed: 1, added: 1 });
    const sick = summary.results.find((result) => result.feedId === feedId);
    expect(sick?.code).toBe(code);
    expect(sick?.message).toMatch(/^[A-Z“\d].{15,}\.$/s);
    const counts = mustBeOk(await app.call('counts.get', {}));
    expect(counts.all.total).toBe(5);
  });

  it('shows a badge after the second failure, not the first', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    server.serve('/feed', faults.status(500));
    const health = async (): Promise<string | undefined> => mustBeOk(await app.call('feeds.list', {}))[0]?.health;
    await refresh(app);
    expect(await health()).toBe('ok');
    await refresh(app);
    expect(await health()).toBe('warn');
  });

  it('may be asked again at once, while one that answered is left alone for ten minutes', async () => {
    const server = await testServer();
    server.serve('/good', two);
    server.serve('/bad', two);
    const app = await testCore();
    const { feedId: good } = await subscribed(app, server.url('/good'));
    const { feedId: bad } = await subscribed(app, server.url('/bad'));
    server.serve('/bad', faults.status(500));
    await app.call('feeds.refresh', { feedIds: [bad], force: true });
    const again = mustBeOk(await app.call('feeds.refresh', {}));
    const byId = new Map(again.results.map((result) => [result.feedId, result]));
    expect(byId.get(good)).toMatchObject({ outcome: 'skipped', code: 'checked_recently' });
    expect(byId.get(bad)).toMatchObject({ outcome: 'failed' });
    const feeds = mustBeOk(await app.call('refresh.feeds', {}));
    expect(feeds.find(({ feedId }) => feedId === bad)?.state).toBe('failed');
    expect(feeds.find(({ feedId }) => feedId === good)?.state).toBe('skipped');
    const listed = mustBeOk(await app.call('feeds.list', {})).find(({ id }) => id === bad);
    expect(listed?.lastSuccessAt).toBeLessThanOrEqual(listed?.lastCheckedAt ?? 0);
  });

  it('refuses a private address unless the person allowed it', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    expect(errorOf(await app.call('feeds.add', { url: server.url('/feed') }))).toBe('private_address');
    expect(server.requests).toHaveLength(0);
  });
});

describe('a round', () => {
  it('can be stopped: what waits is left out, what is stored stays', async () => {
    const server = await testServer({ latencyMs: () => 300 });
    const app = await testCore();
    for (const n of [1, 2, 3, 4, 5, 6]) server.serve(`/feed${n}`, two);
    const text = `<opml version="2.0"><body>${[1, 2, 3, 4, 5, 6].map((n) => `<outline text="f${n}" xmlUrl="${server.url(`/feed${n}`)}"/>`).join('')}</body></opml>`;
    mustBeOk(await app.call('opml.import', { text, allowPrivate: true, refresh: false }));
    const round = app.call('feeds.refresh', { force: true });
    await expect.poll(() => server.requests.length).toBeGreaterThan(0);
    await app.call('feeds.cancelRefresh', {});
    const summary = mustBeOk(await round);
    expect(summary.cancelled).toBe(true);
    expect(summary.results.filter((result) => result.outcome === 'cancelled').length).toBeGreaterThan(3);
    expect(mustBeOk(await app.call('refresh.status', {})).running).toBe(false);
  });

  it('tells the windows how far it is and what arrived', async () => {
    const server = await testServer();
    server.serve('/feed', two);
    const app = await testCore();
    await subscribed(app, server.url('/feed'));
    const kinds = app.events.map((event) => event.type);
    expect(kinds).toContain('refresh');
    expect(kinds).toContain('articles-arrived');
    const last = app.events.findLast((event) => event.type === 'refresh');
    expect(last).toMatchObject({ refresh: { running: false, done: 1, total: 1, newArticles: 2 } });
  });

  it('asks one host one thing at a time', async () => {
    let running = 0;
    let most = 0;
    const server = await testServer();
    const served = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 30));
      running -= 1;
      return { body: two };
    };
    for (const n of [1, 2, 3, 4]) server.serve(`/feed${n}`, served);
    const app = await testCore();
    const outlines = [1, 2, 3, 4].map((n) => `<outline text="f${n}" xmlUrl="${server.url(`/feed${n}`)}"/>`).join('');
    await app.call('opml.import', {
      text: `<opml><body>${outlines}</body></opml>`,
      allowPrivate: true,
      refresh: false,
    });
    expect(await refresh(app)).toMatchObject({ feeds: 4, failed: 0 });
    expect(most).toBe(1);
  });
});
