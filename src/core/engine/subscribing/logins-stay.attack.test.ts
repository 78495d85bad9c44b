/** A feed's login goes to the origin that it was given for, whatever the feed, its pages and its servers say. */
import { describe, expect, it } from 'vitest';
import { faults } from '../../../../e2e/support/feed-server.ts';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { errorOf, mustBeOk, testCore, testServer } from '../../../testing/test-core.ts';

const credentials = { kind: 'basic', username: 'anna', password: 'SECRET-PW' } as const;
const header = `Basic ${btoa('anna:SECRET-PW')}`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function feedText({ link = '', body = '', more = '' }: { link?: string; body?: string; more?: string } = {}): string {
  return `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Paid</title>${more}
    <item><title>One</title><guid isPermaLink="false">one</guid><link>${link}</link><description><![CDATA[${body}]]></description></item>
    </channel></rss>`;
}

/** Two publishers of one server; what each was sent as a login is kept by host and path. */
async function twoPublishers() {
  const server = await testServer();
  const here = `127.0.0.1:${server.port}`;
  const app = await testCore({ hostOverrides: { 'paid.example': here, 'other.example': here } });
  const sent = (host: string) =>
    server.requests
      .filter((one) => one.host === host && one.headers.authorization !== undefined)
      .map(({ path }) => path);
  const asked = (host: string) => server.requests.filter((one) => one.host === host).map(({ path }) => path);
  const subscribe = async (): Promise<FeedSummary> => {
    const { feedId } = mustBeOk(await app.call('feeds.add', { url: 'http://paid.example/feed', credentials }));
    return feed(feedId);
  };
  const feed = async (id: number): Promise<FeedSummary> => {
    const found = mustBeOk(await app.call('feeds.list', {})).find((one) => one.id === id);
    if (found === undefined) throw new Error('no feed');
    return found;
  };
  const refresh = async (id: FeedSummary['id'], times = 1) => {
    for (let n = 0; n < times; n += 1) mustBeOk(await app.call('feeds.refresh', { feedIds: [id], force: true }));
  };
  const onlyArticle = async () => {
    const [article] = mustBeOk(await app.call('articles.list', { view: 'all' })).articles;
    if (article === undefined) throw new Error('no article');
    return article;
  };
  return { app, server, sent, asked, subscribe, feed, refresh, onlyArticle };
}

describe('a login is not sent to another site', () => {
  it.each([
    ['other.example', []],
    ['paid.example', ['/page']],
  ])(
    'by the whole text of an article: its page at %s is sent it only where that is its own site',
    async (host, got) => {
      const { app, server, sent, asked, subscribe, onlyArticle } = await twoPublishers();
      server.serve('/feed', { body: feedText({ link: `http://${host}/page` }) });
      server.serve('/page', { headers: { 'content-type': 'text/html' }, body: '<p>Nothing here' });
      await subscribe();
      await app.call('articles.fullText', { id: (await onlyArticle()).id });
      expect(asked(host)).toContain('/page');
      expect(sent(host).filter((path) => path === '/page')).toEqual(got);
    },
  );

  it('by looking for feeds that a page of the site names there', async () => {
    const { app, server, sent, asked } = await twoPublishers();
    server.serve(
      '/',
      {
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><link rel="alternate" type="application/rss+xml" href="http://other.example/feed">',
      },
      'paid.example',
    );
    server.serve('/feed', { body: feedText() }, 'other.example');
    mustBeOk(await app.call('feeds.preview', { address: 'http://paid.example/', credentials }));
    expect(asked('other.example')).toContain('/feed');
    expect(sent('other.example')).toEqual([]);
  });

  it('by subscribing to what was found there: the login waits for an answer', async () => {
    const { app, server, sent, asked, feed, refresh } = await twoPublishers();
    server.serve(
      '/',
      {
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><link rel="alternate" type="application/rss+xml" href="http://other.example/feed">',
      },
      'paid.example',
    );
    server.serve('/feed', { body: feedText() }, 'other.example');
    const { feedId } = mustBeOk(await app.call('feeds.add', { url: 'http://paid.example/', credentials }));
    await refresh(feedId);
    expect(asked('other.example').length).toBeGreaterThan(0);
    expect(sent('other.example')).toEqual([]);
    expect(await feed(feedId)).toMatchObject({ hasLogin: true, loginHeldFor: 'http://paid.example' });
  });

  it('by choosing what was found there in the window, which says where the login was typed in', async () => {
    const { app, server, sent, feed } = await twoPublishers();
    server.serve('/feed', { body: feedText() });
    const { feedId } = mustBeOk(
      await app.call('feeds.add', { url: 'http://other.example/feed', credentials, loginFor: 'http://paid.example/' }),
    );
    expect(sent('other.example')).toEqual([]);
    expect(await feed(feedId)).toMatchObject({ loginHeldFor: 'http://paid.example' });
  });

  it.each([
    ['said by its server', () => faults.redirect('http://other.example/new', 301)],
    [
      'said by the feed',
      (n: number) => ({
        body: feedText({
          more: `<itunes:new-feed-url>http://other.example/new</itunes:new-feed-url><description>${n}</description>`,
        }),
      }),
    ],
  ])('by a move %s; the reader is asked, and can take the answer back', async (_how, answer) => {
    const { app, server, sent, asked, subscribe, feed, refresh } = await twoPublishers();
    server.serve('/feed', { body: feedText() });
    server.serve('/new', { body: feedText() });
    const { id } = await subscribe();
    server.serve('/feed', () => answer(server.requests.length), 'paid.example');
    await refresh(id, 3);
    expect(await feed(id)).toMatchObject({ url: 'http://other.example/new', loginHeldFor: 'http://paid.example' });
    expect(asked('other.example').length).toBeGreaterThan(0);
    expect(sent('other.example')).toEqual([]);
    const diary = mustBeOk(await app.call('feeds.diary', { id }));
    expect(diary.some(({ message }) => message.includes('Its login is not sent to the new place'))).toBe(true);

    const { operationId } = mustBeOk(await app.call('feeds.configure', { ids: [id], loginFollows: true }));
    await refresh(id);
    expect(sent('other.example')).toEqual(['/new']);
    expect(await feed(id)).toMatchObject({ loginHeldFor: null });
    mustBeOk(await app.call('operations.undo', { id: operationId }));
    await refresh(id);
    expect(sent('other.example')).toEqual(['/new']);
  });

  it('by an address typed in for the feed', async () => {
    const { app, server, sent, subscribe, feed, refresh } = await twoPublishers();
    server.serve('/feed', { body: feedText() });
    const { id } = await subscribe();
    mustBeOk(await app.call('feeds.configure', { ids: [id], url: 'http://other.example/feed' }));
    await refresh(id);
    expect(sent('other.example')).toEqual([]);
    mustBeOk(await app.call('feeds.configure', { ids: [id], url: 'http://paid.example/feed' }));
    expect(await feed(id)).toMatchObject({ hasLogin: true, loginHeldFor: null });
  });

  it('on another port, or by the pictures and sounds of its articles; it is to those of its own origin', async () => {
    const elsewhere = await testServer();
    const { app, server, sent, subscribe } = await twoPublishers();
    const pictures = [
      'http://paid.example/own.png',
      'http://paid.example/moved.png',
      'http://other.example/other.png',
      `http://127.0.0.1:${elsewhere.port}/port.png`,
    ];
    for (const path of ['/own.png', '/other.png', '/unshown.png']) server.serve(path, { body: png });
    server.serve('/moved.png', faults.redirect('http://other.example/other.png'));
    server.serve('/feed', { body: feedText({ body: pictures.map((url) => `<img src="${url}">`).join('') }) });
    await subscribe();
    for (const url of [...pictures, 'http://paid.example/unshown.png']) await app.call('media.get', { url });
    expect(sent('paid.example')).toEqual(expect.arrayContaining(['/own.png', '/moved.png']));
    expect(sent('paid.example')).not.toContain('/unshown.png');
    expect(sent('other.example')).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('by the icon of a site, and no request names where it comes from', async () => {
    const { server, sent, subscribe, refresh } = await twoPublishers();
    server.serve('/feed', { body: feedText({ more: '<link>http://other.example/</link>' }) });
    const { id } = await subscribe();
    await refresh(id);
    expect(sent('other.example')).toEqual([]);
    expect(server.requests.every(({ headers }) => headers.referer === undefined)).toBe(true);
    expect(server.requests.some(({ headers }) => headers.authorization === header)).toBe(true);
  });
});

describe('a login that is replaced or removed', () => {
  it('comes back by undo, and with the feed that was left', async () => {
    const { app, server, subscribe, feed, refresh } = await twoPublishers();
    server.serve('/feed', { body: feedText() });
    const { id } = await subscribe();
    const last = () => server.requests.at(-1)?.headers.authorization;
    mustBeOk(await app.call('feeds.configure', { ids: [id], credentials: { kind: 'bearer', token: 'SECOND' } }));
    await refresh(id);
    expect(last()).toBe('Bearer SECOND');
    mustBeOk(await app.call('feeds.configure', { ids: [id], credentials: null }));
    expect(await feed(id)).toMatchObject({ hasLogin: false });
    mustBeOk(await app.call('operations.undo', {}));
    mustBeOk(await app.call('operations.undo', {}));
    await refresh(id);
    expect(last()).toBe(header);
    mustBeOk(await app.call('operations.redo', {}));
    await refresh(id);
    expect(last()).toBe('Bearer SECOND');
    mustBeOk(await app.call('feeds.remove', { ids: [id] }));
    mustBeOk(await app.call('operations.undo', {}));
    await refresh(id);
    expect(last()).toBe('Bearer SECOND');
  });
});

describe('a permission for a host at home', () => {
  it('holds for the pictures of the feed that has it, not for those that another feed names', async () => {
    const { app, server, asked } = await twoPublishers();
    const home = `http://127.0.0.1:${server.port}`;
    for (const path of ['/own.png', '/router']) server.serve(path, { body: png });
    server.serve('/home', { body: feedText({ body: `<img src="${home}/own.png">`, link: `${home}/page` }) });
    server.serve('/page', { headers: { 'content-type': 'text/html' }, body: '<p>Nothing here' });
    server.serve('/feed', { body: feedText({ body: `<img src="${home}/router">`, link: `${home}/router` }) });
    mustBeOk(await app.call('feeds.add', { url: `${home}/home`, allowPrivate: true }));
    mustBeOk(await app.call('feeds.add', { url: 'http://other.example/feed' }));
    mustBeOk(await app.call('media.get', { url: `${home}/own.png` }));
    await app.call('media.get', { url: `${home}/router` });
    for (const { id } of mustBeOk(await app.call('articles.list', { view: 'all' })).articles)
      errorOf(await app.call('articles.fullText', { id }));
    expect(asked('127.0.0.1')).toEqual(expect.arrayContaining(['/home', '/own.png', '/page']));
    expect(asked('127.0.0.1')).not.toContain('/router');
  });
});
