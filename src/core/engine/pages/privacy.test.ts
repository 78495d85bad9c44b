import { expect, test } from 'vitest';
import { errorOf, mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';

const body =
  '<p>A long walk by the river. <a href="https://shop.example/tea?utm_source=feed&amp;size=2">Tea</a></p>' +
  '<img src="https://shop.example/c.gif" width="1" height="1">';
const tracked = (guid: string) => ({ guid, title: `Walk ${guid}`, text: `<![CDATA[${body}]]>` });

async function htmlOf(app: TestCore, title: string): Promise<string> {
  const { articles } = mustBeOk(await app.call('articles.list', { view: 'all' }));
  const id = articles.find((article) => article.title === title)?.id;
  if (id === undefined) throw new Error(`no ${title}`);
  return mustBeOk(await app.call('articles.get', { id })).html;
}

test('links lose what follows a reader and pixels go, until the reader lets them stay; what is there is not edited by that', async () => {
  const server = await testServer();
  server.serve('/feed', rss({ items: [tracked('a')] }));
  const app = await testCore();
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  expect(await htmlOf(app, 'Walk a')).toContain('href="https://shop.example/tea?size=2"');
  expect(await htmlOf(app, 'Walk a')).not.toContain('c.gif');
  expect(mustBeOk(await app.call('reading.history', {})).pixelsThisWeek).toBe(1);
  mustBeOk(await app.call('settings.set', { stripTracking: false, removePixels: false }));
  server.serve('/feed', rss({ items: [tracked('b'), tracked('a')] }));
  expect(mustBeOk(await app.call('feeds.refresh', { force: true }))).toMatchObject({ added: 1 });
  expect(await htmlOf(app, 'Walk b')).toContain('utm_source=feed');
  expect(await htmlOf(app, 'Walk b')).toContain('c.gif');
  expect(await htmlOf(app, 'Walk a')).not.toContain('utm_source');
  const { articles } = mustBeOk(await app.call('articles.list', { view: 'all' }));
  expect(articles.filter(({ edited }) => edited)).toEqual([]);
  expect(mustBeOk(await app.call('reading.history', {})).pixelsThisWeek).toBe(1);
});

test('no picture is fetched where only kept ones are wanted, and none is given where none is', async () => {
  const server = await testServer();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  for (const path of ['/kept.png', '/other.png'])
    server.serve(path, { headers: { 'content-type': 'image/png' }, body: png });
  server.serve(
    '/feed',
    rss({ items: [{ guid: 'a', title: 'A', text: `<![CDATA[<img src="${server.url('/kept.png')}">]]>` }] }),
  );
  const app = await testCore();
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  mustBeOk(await app.call('media.get', { url: server.url('/kept.png') }));
  mustBeOk(await app.call('settings.set', { remotePictures: 'kept' }));
  server.requests.length = 0;
  mustBeOk(await app.call('media.get', { url: server.url('/kept.png') }));
  expect(errorOf(await app.call('media.get', { url: server.url('/other.png') }))).toBe('not_found');
  mustBeOk(await app.call('settings.set', { remotePictures: 'never' }));
  expect(errorOf(await app.call('media.get', { url: server.url('/kept.png') }))).toBe('not_found');
  expect(server.requests).toEqual([]);
});

test('the reading history goes with what was learned from it and the places; marks stay', async () => {
  const server = await testServer();
  server.serve('/feed', rss({ items: [tracked('a')] }));
  const app = await testCore();
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  const [article] = mustBeOk(await app.call('articles.list', { view: 'all' })).articles;
  const id = article?.id as never;
  mustBeOk(await app.call('reading.record', { id, kind: 'opened' }));
  mustBeOk(await app.call('reading.keepPlace', { id, place: 3 }));
  mustBeOk(await app.call('articles.mark', { ids: [id], set: { read: true, starred: true } }));
  expect(mustBeOk(await app.call('reading.history', {}))).toMatchObject({ articles: 1 });
  expect(mustBeOk(await app.call('reading.forget', {}))).toEqual({ articles: 1 });
  expect(mustBeOk(await app.call('reading.history', {}))).toMatchObject({ articles: 0, since: null });
  expect(mustBeOk(await app.call('articles.get', { id }))).toMatchObject({ place: null, starred: true, unread: false });
});
