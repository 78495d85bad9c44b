import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../contract/errors.ts';
import { parseFeed } from '../parsing/parse-feed.ts';
import { type DiscoverDeps, discoverFeeds } from './discover-feeds.ts';
import { iconCandidates } from './favicon.ts';

const day = 24 * 3600 * 1000;
const rss = (title: string, articles: readonly string[], path = title): string =>
  `<rss version="2.0"><channel><title>${title}</title><link>http://paper.example/</link>${articles.map((name, at) => `<item><title>${name}</title><link>http://paper.example/${encodeURIComponent(path)}/${at}</link><pubDate>${new Date(1_750_000_000_000 - at * 2 * day).toUTCString()}</pubDate></item>`).join('')}</channel></rss>`;
const head = (links: string, body = ''): string =>
  `<!doctype html><html><head><title>x</title>${links}</head><body>${body}</body></html>`;

/** What the servers of this test have, by host and path. */
const pages: Readonly<Record<string, string>> = {
  'paper.example/feed.xml': rss('Paper', ['Wall to be rebuilt', 'Storm', 'Ferry late']),
  'paper.example/atom.xml': rss('Paper', ['Wall to be rebuilt', 'Storm', 'Ferry late']),
  'paper.example/comments/feed/': rss('Comments for Paper', ['Kim on Wall']),
  'paper.example/': head(
    '<base href="/en/"><link rel="alternate" type="application/rss+xml" title="Paper » Comments" href="/comments/feed/"><link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" href="../../feed.xml"><link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="alternate" type="application/rss+xml" href="/gone.xml">',
  ),
  'quiet.example/news/wall': head('', '<p>Nothing here.</p>'),
  'quiet.example/': head('', '<a href="/services/page">Follow us by RSS</a><a href="/shop">Shop</a>'),
  'quiet.example/services/page': rss('Quiet', ['One']),
  'usual.example/': head(''),
  'usual.example/atom.xml': rss('Usual', ['One']),
  'moved.example/': '<html><head><meta http-equiv="refresh" content="0; url=http://paper.example/"></head></html>',
  'none.example/': head(''),
  'post.example/wall/': head(
    '<link rel="alternate" type="application/rss+xml" title="Wall-Kommentar-Feed" href="feed/">',
  ),
  'post.example/wall/feed/': rss('Kommentare zu: Wall', ['Kim']),
  'post.example/': head('<link rel="alternate" type="application/rss+xml" href="feed:https://post.example/all.xml">'),
  'post.example/all.xml': rss('Post', ['Wall', 'Roof']),
  'www.youtube.com/@kim': head('', `<script>var x={"externalId":"UCabcdefghijklmnopqrstuv"}</script>`),
  'www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv': rss('Kim', ['Short', 'Film'], 'kim'),
  'www.youtube.com/feeds/videos.xml?playlist_id=UULFabcdefghijklmnopqrstuv': rss('Kim', ['Film'], 'kim-long'),
  'itunes.apple.com/lookup?entity=podcast&id=42':
    '{"resultCount":1,"results":[{"feedUrl":"http:\\/\\/paper.example\\/feed.xml"}]}',
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[`${request.headers['x-host']}${request.url}`];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'not here');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());

const deps: DiscoverDeps = {
  async fetchPage(url) {
    const { host, pathname, search } = new URL(url);
    if (host === 'nowhere.example') return fail('dns_failed', 'There is no nowhere.example.');
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, { headers: { 'x-host': host } });
    if (!answer.ok) return fail('feed_not_found', `Nothing was found at ${host}.`);
    return ok({ url, bytes: await answer.bytes(), contentType: answer.headers.get('content-type') ?? undefined });
  },
  parse: ({ bytes, url, contentType }) =>
    parseFeed(bytes, { url, now: 1_760_000_000_000, ...(contentType !== undefined && { contentType }) }),
  textOf: ({ bytes }) => Buffer.from(bytes).toString('utf8'),
};
const found = async (address: string): Promise<readonly string[]> => {
  const result = await discoverFeeds(address, deps);
  return result.ok ? result.value.choices.map(({ url }) => url) : [result.error.code];
};

describe('finding feeds', () => {
  it('a feed itself is the choice, with its newest headlines and how often it comes', async () => {
    const result = await discoverFeeds('http://paper.example/feed.xml', deps);
    expect(result.ok && result.value.choices).toEqual([
      {
        url: 'http://paper.example/feed.xml',
        title: 'Paper',
        siteUrl: 'http://paper.example/',
        format: 'rss',
        articleCount: 3,
        lastArticleAt: 1_750_000_000_000,
        perWeek: 3.5,
        sample: [
          { title: 'Wall to be rebuilt', at: 1_750_000_000_000 },
          { title: 'Storm', at: 1_750_000_000_000 - 2 * day },
          { title: 'Ferry late', at: 1_750_000_000_000 - 4 * day },
        ],
        note: undefined,
      },
    ]);
  });

  it('a page names its feeds; one feed in two forms is one choice, comments come last, a dead link is left out', async () => {
    expect(await found('paper.example')).toEqual([
      'https://paper.example/feed.xml',
      'https://paper.example/comments/feed/',
    ]);
  });

  it("an article's page without a feed leads to the front page and the link in its text", async () => {
    expect(await found('http://quiet.example/news/wall')).toEqual(['http://quiet.example/services/page']);
  });

  it("a post that names only its comments' feed leads to the site's own, which comes first", async () => {
    expect(await found('https://post.example/wall/')).toEqual([
      'https://post.example/all.xml',
      'https://post.example/wall/feed/',
    ]);
  });

  it('the usual places are looked at when nothing is named, and no further than the first', async () => {
    const result = await discoverFeeds('http://usual.example/', deps);
    expect(result.ok && result.value.choices.map(({ url }) => url)).toEqual(['http://usual.example/atom.xml']);
    expect(result.ok && result.value.tried.at(-1)).toBe('http://usual.example/atom.xml');
  });

  it('a page that only sends on is followed', async () => {
    expect((await found('http://moved.example/'))[0]).toBe('http://paper.example/feed.xml');
  });

  it('a handle on YouTube gives the channel, and its list without Shorts', async () => {
    expect(await found('https://www.youtube.com/@kim')).toEqual([
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
      'https://www.youtube.com/feeds/videos.xml?playlist_id=UULFabcdefghijklmnopqrstuv',
    ]);
  });

  it("Apple's page of a podcast leads to the podcast's own feed", async () => {
    expect(await found('https://podcasts.apple.com/gb/podcast/paper/id42')).toEqual(['http://paper.example/feed.xml']);
  });

  it('where there is none it says what was tried', async () => {
    const result = await discoverFeeds('none.example', deps);
    expect(result.ok || result.error.code).toBe('no_feeds_found');
    expect(!result.ok && result.error.detail?.tried).toContain('https://none.example/feed');
  });

  it('a host that is not there is said to be not there, and no address is none', async () => {
    expect(await found('nowhere.example')).toEqual(['dns_failed']);
    expect(await found('harbour news')).toEqual(['bad_address']);
  });
});

describe("a site's icon", () => {
  it('is the smallest that is sharp, else one that scales, and the usual path at the end', () => {
    const html = head(
      '<link rel="shortcut icon" href="/16.png" sizes="16x16"><link rel="icon" href="/a.svg"><link rel="icon" sizes="192x192" href="/192.png"><link rel="icon" sizes="32x32" href="/32.png"><link rel="mask-icon" href="/m.svg">',
    );
    expect(
      iconCandidates(html, 'https://paper.example/x').map(({ url }) => url.slice('https://paper.example'.length)),
    ).toEqual(['/32.png', '/192.png', '/a.svg', '/favicon.ico', '/16.png']);
  });
});
