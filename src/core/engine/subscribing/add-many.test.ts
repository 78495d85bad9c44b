import { expect, it } from 'vitest';
import { faults } from '../../../../e2e/support/feed-server.ts';
import { mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';

const list = (...names: readonly string[]) =>
  `<opml version="2.0"><body>${names.map((name) => `<outline text="${name}" xmlUrl="http://${name}.example/feed"/>`).join('')}</body></opml>`;

const lastLabel = async (app: TestCore) => mustBeOk(await app.call('operations.list', {}))[0]?.label;

it('an import is named by what it brought, and not by what was here already', async () => {
  const app = await testCore();
  mustBeOk(await app.call('opml.import', { text: list('one', 'two'), refresh: false }));
  expect(await lastLabel(app)).toBe('Imported 2 feeds');
  mustBeOk(await app.call('opml.import', { text: list('one', 'two', 'three'), refresh: false }));
  expect(await lastLabel(app)).toBe('Imported three');
});

it('several feeds behind one login are subscribed to as one step, with it and with the same settings', async () => {
  const server = await testServer();
  const right = `Basic ${Buffer.from('ines:tide').toString('base64')}`;
  for (const path of ['/news', '/letters']) {
    server.serve(path, ({ headers }) =>
      headers.authorization === right
        ? { body: rss({ items: [{ guid: path, title: `In ${path}` }] }) }
        : faults.login(),
    );
  }
  const app = await testCore();
  const added = mustBeOk(
    await app.call('feeds.addMany', {
      feeds: ['/news', '/letters'].map((path) => ({ url: server.url(path), title: path, folder: ['Harbour'] })),
      allowPrivate: true,
      credentials: { kind: 'basic', username: 'ines', password: 'tide' },
      loginFor: server.url('/'),
      settings: { fullText: 'always' },
    }),
  );
  expect(added.ids).toHaveLength(2);
  expect(await lastLabel(app)).toBe('Subscribed to 2 feeds');
  const feeds = async () => mustBeOk(await app.call('feeds.list', {}));
  await expect.poll(async () => (await feeds()).map(({ total }) => total), { timeout: 15_000 }).toEqual([1, 1]);
  expect((await feeds()).map(({ hasLogin, settings }) => [hasLogin, settings.fullText])).toEqual([
    [true, 'always'],
    [true, 'always'],
  ]);
  mustBeOk(await app.call('operations.undo', { id: added.operationId }));
  expect(await feeds()).toEqual([]);
});
