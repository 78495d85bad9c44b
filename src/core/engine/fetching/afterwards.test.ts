import { expect, it } from 'vitest';
import { faults } from '../../../../e2e/support/feed-server.ts';
import { mustBeOk, testCore, testServer } from '../../../testing/test-core.ts';

function feedOf(site: string, articles: readonly string[]): string {
  const items = articles.map(
    (name) =>
      `<item><title>${name}</title><guid isPermaLink="false">${name}</guid><link>${site}${name}</link><description>Short.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Courier</title><link>${site}</link>${items.join('')}</channel></rss>`;
}

const page = (text: string) => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head><title>Courier</title><link rel="icon" sizes="32x32" href="/icon.png"></head><body><article><h1>Headline</h1>${`<p>${text}</p>`.repeat(6)}</article></body></html>`,
});

it('a site’s icon comes after its feed, and is asked for once', async () => {
  const server = await testServer();
  server.serve('/feed', feedOf(server.url('/'), ['one']));
  server.serve('/', page('The front page of the paper, with enough words on it to be one.'));
  const app = await testCore({ polling: true });
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  const icon = async () => mustBeOk(await app.call('feeds.list', {}))[0]?.iconUrl;
  await expect.poll(icon, { timeout: 15_000 }).toBe(server.url('/icon.png'));
  await app.call('feeds.refresh', { force: true });
  expect(server.requests.filter(({ path }) => path === '/')).toHaveLength(1);
});

it('a feed of a list has its icon after the first fetch, which is what names its site', async () => {
  const server = await testServer();
  server.serve('/feed', feedOf(server.url('/'), ['one']));
  server.serve('/', page('The front page of the paper, with enough words on it to be one.'));
  const app = await testCore({ polling: true });
  mustBeOk(await app.call('feeds.addMany', { feeds: [{ url: server.url('/feed') }], allowPrivate: true }));
  const icon = async () => mustBeOk(await app.call('feeds.list', {}))[0]?.iconUrl;
  await expect.poll(icon, { timeout: 15_000 }).toBe(server.url('/icon.png'));
  expect(server.requests.filter(({ path }) => path === '/feed')).toHaveLength(1);
});

it('a feed that wants whole texts has them fetched with its new articles', async () => {
  const server = await testServer();
  server.serve('/feed', feedOf(server.url('/'), ['one']));
  server.serve('/', page('The front page.'));
  server.serve(
    '/one',
    page('The harbour master counted the boats twice, and both times there was one more than had gone out.'),
  );
  const app = await testCore({ polling: true });
  mustBeOk(
    await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true, settings: { fullText: 'always' } }),
  );
  const [summary] = mustBeOk(await app.call('articles.list', {})).articles;
  if (summary === undefined) throw new Error('nothing was stored');
  const text = async () => mustBeOk(await app.call('articles.get', { id: summary.id })).html;
  await expect.poll(text, { timeout: 15_000 }).toContain('harbour master');
  expect(mustBeOk(await app.call('articles.search', { query: 'harbour' })).articles).toHaveLength(1);
});

it('a feed that is gone is found again where its site names it', async () => {
  const server = await testServer();
  server.serve('/feed', feedOf(server.url('/'), ['one']));
  server.serve('/', page('The front page.'));
  const app = await testCore({ polling: true });
  const { feedId } = mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  server.serve('/feed', faults.status(404));
  server.serve('/news.xml', feedOf(server.url('/'), ['one', 'two']));
  server.serve('/', {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><html><head><title>Courier</title><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body><p>Hello</body></html>`,
  });
  for (let n = 0; n < 3; n += 1) await app.call('feeds.refresh', { force: true });
  const address = async () => mustBeOk(await app.call('feeds.list', {}))[0]?.url;
  await expect.poll(address, { timeout: 15_000 }).toBe(server.url('/news.xml'));
  const [line] = mustBeOk(await app.call('feeds.diary', { id: feedId }));
  expect(line).toMatchObject({ outcome: 'moved' });
  expect(mustBeOk(await app.call('feeds.refresh', { force: true })).added).toBe(1);
});
