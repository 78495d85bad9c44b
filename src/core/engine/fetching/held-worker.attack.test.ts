/** One feed or picture that holds its worker: all others come in, it rests itself, and the program can be closed. */
import { describe, expect, it } from 'vitest';
import type { FeedServer } from '../../../../e2e/support/feed-server.ts';
import { errorOf, mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';
import { nodeWorkers } from '../../index.ts';

const held = { workers: { ...nodeWorkers, task: new URL('../../../testing/held-worker.ts', import.meta.url) } };

const one = rss({ items: [{ guid: 'a', title: 'First' }] });
const two = rss({
  items: [
    { guid: 'b', title: 'Second' },
    { guid: 'a', title: 'First' },
  ],
});

async function withTwoFeeds(app: TestCore, server: FeedServer): Promise<void> {
  for (const path of ['/held', '/good']) {
    server.serve(path, one);
    mustBeOk(await app.call('feeds.add', { url: server.url(path), allowPrivate: true }));
    server.serve(path, two);
  }
  server.requests.length = 0;
}

const asked = (server: FeedServer, path: string): number =>
  server.requests.filter((request) => request.path === path).length;

describe('a feed that holds its worker', () => {
  it('fails with a sentence, and the others come in', async () => {
    const server = await testServer();
    const app = await testCore({ ...held, taskPatienceMs: 1_500 });
    await withTwoFeeds(app, server);
    const round = mustBeOk(await app.call('feeds.refresh', { force: true }));
    const outcomes = Object.fromEntries(
      round.results.map(({ url, outcome, code }) => [new URL(url).pathname, code ?? outcome]),
    );
    expect(outcomes).toEqual({ '/held': 'took_too_long', '/good': 'new' });
    expect(round.results.find(({ code }) => code !== undefined)?.message).toContain('took too long');
  });

  it('is left alone afterwards, also by the next start', async () => {
    const server = await testServer();
    const app = await testCore({ ...held, taskPatienceMs: 1_500 });
    await withTwoFeeds(app, server);
    mustBeOk(await app.call('feeds.refresh', { force: true }));
    await app.core.close();
    const next = await testCore({ ...held, libraryFolder: app.folder, clock: { now: () => Date.now() + 11 * 60_000 } });
    const before = asked(server, '/held');
    mustBeOk(await next.call('feeds.refresh', { dueOnly: true }));
    expect(asked(server, '/held')).toBe(before);
  });

  it('does not keep the program from closing', async () => {
    const server = await testServer();
    const app = await testCore(held);
    await withTwoFeeds(app, server);
    const round = app.call('feeds.refresh', { force: true });
    await expect.poll(() => asked(server, '/held')).toBe(1);
    await app.core.close();
    mustBeOk(await round);
  });
});

it('a picture that holds its worker is not asked for again at once', async () => {
  const server = await testServer();
  const app = await testCore({ ...held, taskPatienceMs: 1_500 });
  const url = server.url('/held.png');
  server.serve('/feed', rss({ items: [{ guid: 'a', title: 'First', text: `&lt;img src="${url}"&gt;` }] }));
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  server.serve('/held.png', 'anything');
  expect(errorOf(await app.core.call('media.get', { url }))).toBe('took_too_long');
  expect(errorOf(await app.core.call('media.get', { url }))).not.toBe('ok');
  expect(asked(server, '/held.png')).toBe(1);
});
