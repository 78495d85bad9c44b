/** An address that runs or opens something else than a web page must not get into the library, whichever way it comes. */
import { expect, test } from 'vitest';
import { mustBeOk, testCore, testServer } from '../../testing/test-core.ts';

const hostile = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' java&#9;script:alert(1)',
  'data:text/html,evil',
  'file:///etc/passwd',
  'vbscript:evil',
  'ms-msdt:/evil',
  'https://',
];
const unfit = /"(?:[^"\\]*)(?:script|data|file|ms-msdt):[^"]*"/i;
const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const feedOf = (
  address: string,
  at: number,
): string => `<item><title>Article ${at}</title><guid isPermaLink="true">${escaped(address)}</guid>
  <link>${escaped(address)}</link><comments>${escaped(address)}</comments><description>Words of ${at}</description>
  <enclosure url="${escaped(address)}" type="audio/mpeg" length="1"/>
  <podcast:transcript url="${escaped(address)}" type="text/plain"/><podcast:chapters url="${escaped(address)}"/>
  <media:content url="${escaped(address)}" type="video/mp4"/></item>`;

test('a feed keeps none of them', async () => {
  const server = await testServer();
  for (const [at, address] of hostile.entries())
    server.serve(
      `/feed${at}`,
      `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Feed ${at}</title><link>${escaped(address)}</link><image><url>${escaped(address)}</url></image>
      ${feedOf(address, at)}</channel></rss>`,
    );
  const { call } = await testCore();
  for (const at of hostile.keys())
    mustBeOk(await call('feeds.add', { url: server.url(`/feed${at}`), allowPrivate: true }));
  expect(mustBeOk(await call('feeds.list', {})).map(({ siteUrl }) => siteUrl)).toEqual(hostile.map(() => null));
  const { articles } = mustBeOk(await call('articles.list', { view: 'all', limit: 100 }));
  expect(articles).toHaveLength(hostile.length);
  for (const { id } of articles) {
    const { guid: _, ...article } = mustBeOk(await call('articles.get', { id }));
    expect(article).toMatchObject({ url: null, siteUrl: null, commentsUrl: null, enclosures: [] });
    expect(JSON.stringify(article)).not.toMatch(unfit);
  }
});

test('a list of subscriptions keeps none, and gives none away again', async () => {
  const { call } = await testCore();
  const outlines = hostile.map(
    (address, at) =>
      `<outline type="rss" text="${at}" xmlUrl="https://a.example/${at}" htmlUrl="${escaped(address)}"/><outline type="rss" text="x" xmlUrl="${escaped(address)}"/>`,
  );
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  expect(mustBeOk(await call('opml.import', { text, refresh: false }))).toMatchObject({ added: hostile.length });
  const feeds = mustBeOk(await call('feeds.list', {}));
  expect(feeds.map(({ siteUrl }) => siteUrl)).toEqual(hostile.map(() => null));
  expect(mustBeOk(await call('opml.export', {})).text).not.toMatch(/htmlUrl/);
});

test('lines of an archive keep none', async () => {
  const { call } = await testCore();
  const lines = hostile.flatMap((address, at) => [
    JSON.stringify({ feedUrl: address, guid: `feed ${at}`, title: 'No feed' }),
    JSON.stringify({
      feedUrl: 'https://a.example/f',
      guid: `${at}`,
      url: address,
      title: `Article ${at}`,
      html: `<a href="${address}">x</a>`,
    }),
  ]);
  const taken = mustBeOk(await call('archive.import', { lines, firstLine: 1 }));
  expect(taken).toMatchObject({ added: hostile.length });
  const { articles } = mustBeOk(await call('articles.list', { view: 'all', limit: 100 }));
  for (const { id, url } of articles) {
    expect(url).toBeNull();
    expect(JSON.stringify(mustBeOk(await call('articles.get', { id })))).not.toMatch(unfit);
  }
});
