import { expect, it } from 'vitest';
import { type FeedServer, faults } from '../../../../e2e/support/feed-server.ts';
import { mustBeOk, rss, testCore, testServer } from '../../../testing/test-core.ts';

const good = rss({ items: [{ guid: 'a', title: 'First' }] });
const page =
  '<!doctype html><html><head><title>Site</title><link rel="alternate" type="application/rss+xml" href="/news.xml"></head>';

type Served = Parameters<FeedServer['serve']>[1];

/** What the host does at the second check, and what a person reads in the diary then. */
const told: readonly (readonly [
  what: string,
  served: (server: FeedServer) => Served,
  words: RegExp,
  outcome: string,
])[] = [
  ['nothing new', () => good, /^Nothing has changed since the last check\.$/, 'unchanged'],
  ['new articles', () => rss({ items: [{ guid: 'b', title: 'Second' }] }), /^The feed was read: 1 new\.$/, 'new'],
  [
    'a move',
    (server) => faults.redirect(server.url('/new'), 301),
    /^The feed has moved to http.*\/new \(.*\)\.$/,
    'moved',
  ],
  ['a login', () => faults.login(), /asks for a login\. Add your user name/, 'failed'],
  [
    'a wall',
    () => faults.cloudflareChallenge(),
    /behind a Cloudflare challenge, which only a browser can pass/,
    'failed',
  ],
  [
    'a web page',
    () => ({ body: page }),
    /is a web page, not a feed\. Here are the feeds on it: http.*\/news\.xml\.$/,
    'failed',
  ],
  [
    'broken XML',
    () => good.replace('All about', 'Odds & ends about'),
    /^The feed is broken at line \d+; it was repaired and read/,
    'repaired',
  ],
  ['a wish for quiet', () => faults.askToWait(429, '600'), /asked us to wait 10 minutes/, 'failed'],
  ['an end for good', () => faults.status(410), /gone for good \(410\)/, 'failed'],
];

it.each(told)('the diary tells %s in words, with the next try', async (_what, served, words, outcome) => {
  const server = await testServer();
  server.serve('/feed', good);
  server.serve('/new', good);
  const app = await testCore();
  const { feedId: id } = mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  server.serve('/feed', served(server));
  mustBeOk(await app.call('feeds.refresh', { force: true }));
  const [line, first] = mustBeOk(await app.call('feeds.diary', { id }));
  expect(line?.message).toMatch(words);
  expect(line?.outcome).toBe(outcome);
  expect(first?.message).toBe('The feed was read: 1 new.');
  const [feed] = mustBeOk(await app.call('feeds.list', {}));
  if (line?.code === 'feed_gone') expect(feed?.nextCheckAt).toBeNull();
  else expect(feed?.nextCheckAt).toBeGreaterThan(Date.now() + 9 * 60_000);
});
