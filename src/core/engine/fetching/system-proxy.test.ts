import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { errorOf, mustBeOk, rss, testCore } from '../../../testing/test-core.ts';

const feed = rss({ items: [{ guid: 'a', title: 'By way of the proxy' }] });
const address = 'http://papers.example/feed';

/** Answers every name with one feed, as a company's proxy does that alone can see the network. */
async function proxy(): Promise<{ readonly at: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

it('feeds come through the proxy that the system names, which is asked once for many feeds of an origin', async () => {
  const { at, asked } = await proxy();
  const questions: string[] = [];
  const app = await testCore({
    systemProxy: async (url) => {
      questions.push(url);
      return `PROXY ${at}; DIRECT`;
    },
  });
  const { feedId } = mustBeOk(await app.call('feeds.add', { url: address }));
  mustBeOk(await app.call('feeds.refresh', { feedIds: [feedId], force: true }));
  expect(asked).toEqual([address, address]);
  expect(questions).toEqual([address]);
  const { articles } = mustBeOk(await app.call('articles.list', { view: 'all' }));
  expect(articles.map(({ title }) => title)).toEqual(['By way of the proxy']);
});

it.each([
  ['says DIRECT', async () => 'DIRECT'],
  ['cannot say', () => Promise.reject(new Error('no settings'))],
])('a system that %s has no proxy', async (_what, systemProxy) => {
  const app = await testCore({ systemProxy });
  expect(errorOf(await app.call('feeds.add', { url: 'http://nobody.invalid/feed' }))).toBe('dns_failed');
});

it('the permission for a private address is asked for all the same: a proxy opens nothing inside', async () => {
  const { at, asked } = await proxy();
  const app = await testCore({ systemProxy: async () => `PROXY ${at}` });
  expect(errorOf(await app.call('feeds.add', { url: 'http://10.0.0.1/feed' }))).toBe('private_address');
  expect(asked).toEqual([]);
});
