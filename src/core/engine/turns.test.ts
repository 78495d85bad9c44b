/** Undo and redo of what is not the newest, of what others built on, and after a kill in the middle. */
import { expect, it } from 'vitest';
import { errorOf, mustBeOk, testCore } from '../../testing/test-core.ts';
import { findOperation, turnOperation } from '../store/turn-operation.ts';
import { openLibrary } from './library/open-library.ts';

const line = (n: number) =>
  JSON.stringify({ feedUrl: 'https://a.example/f', guid: `${n}`, title: `Number ${n}`, html: '<p>Text.</p>' });

async function filled(articles: number, clock = { now: Date.now }) {
  const core = await testCore({ clock });
  const lines = Array.from({ length: articles }, (_, n) => line(n));
  mustBeOk(await core.call('archive.import', { lines }));
  const ids = mustBeOk(await core.call('articles.list', { limit: 500 })).articles.map(({ id }) => id);
  const [feed] = mustBeOk(await core.call('feeds.list', {}));
  if (feed === undefined) throw new Error('the archive brought no feed');
  const unread = async (asOf?: number) =>
    mustBeOk(await core.call('articles.list', { view: 'unread', limit: 500, ...(asOf !== undefined && { asOf }) }))
      .articles.length;
  return { ...core, ids, feed, unread };
}

const idOf = (done: { readonly operationId: unknown }) => done.operationId as never;

it('undoing an earlier change leaves what was changed by hand since', async () => {
  const { call, ids, feed, unread } = await filled(3);
  const renamed = mustBeOk(await call('feeds.rename', { id: feed.id, title: 'First' }));
  mustBeOk(await call('feeds.rename', { id: feed.id, title: 'Second' }));
  mustBeOk(await call('operations.undo', { id: renamed.operationId }));
  expect(mustBeOk(await call('feeds.list', {}))[0]?.title).toBe('Second');

  const some = ids.slice(0, 1);
  const marked = mustBeOk(await call('articles.mark', { ids, set: { read: true } }));
  mustBeOk(await call('articles.mark', { ids: some, set: { read: false } }));
  mustBeOk(await call('articles.mark', { ids: some, set: { read: true } }));
  mustBeOk(await call('operations.undo', { id: idOf(marked) }));
  expect(await unread()).toBe(2);
});

it('a feed is never left in a folder that is gone', async () => {
  const { call, feed } = await filled(1);
  const folderOf = async () => mustBeOk(await call('feeds.list', {}))[0]?.folderId;
  const made = mustBeOk(await call('folders.add', { name: 'One' }));
  const other = mustBeOk(await call('folders.add', { name: 'Two' }));
  mustBeOk(await call('feeds.move', { ids: [feed.id], folderId: made.id }));
  const moved = mustBeOk(await call('feeds.move', { ids: [feed.id], folderId: other.id }));
  mustBeOk(await call('folders.remove', { id: made.id }));
  mustBeOk(await call('operations.undo', { id: moved.operationId }));
  expect(await folderOf()).toBeNull();

  mustBeOk(await call('feeds.move', { ids: [feed.id], folderId: other.id }));
  mustBeOk(await call('operations.undo', { id: other.operationId }));
  expect(await folderOf()).toBeNull();
  expect(await call('feeds.move', { ids: [feed.id], folderId: other.id })).toMatchObject({
    error: { code: 'not_found' },
  });
});

it('a feed does not come back to an address that another has taken since, and does once that is free', async () => {
  const { call, feed } = await filled(1);
  mustBeOk(await call('archive.import', { lines: [line(9).replace('a.example', 'b.example')] }));
  const other = mustBeOk(await call('feeds.list', {})).find(({ id }) => id !== feed.id);
  const removed = mustBeOk(await call('feeds.remove', { ids: [feed.id] }));
  const configure = (url: string) => call('feeds.configure', { ids: [other?.id ?? feed.id], url });
  mustBeOk(await configure('https://a.example/f'));
  expect(errorOf(await call('operations.undo', { id: removed.operationId }))).toBe('already_subscribed');
  expect(mustBeOk(await call('feeds.list', {}))).toHaveLength(1);
  mustBeOk(await configure('https://c.example/f'));
  mustBeOk(await call('operations.undo', { id: removed.operationId }));
  expect(mustBeOk(await call('feeds.list', {}))).toHaveLength(2);
});

it('a change of feeds that are not there is refused and is no operation', async () => {
  const { call } = await filled(1);
  const before = mustBeOk(await call('operations.list', {})).length;
  const ids = [999] as never;
  for (const answer of [
    await call('feeds.remove', { ids }),
    await call('feeds.move', { ids, folderId: null }),
    await call('feeds.configure', { ids, settings: { paused: true } }),
  ])
    expect(answer).toMatchObject({ error: { code: 'not_found' } });
  expect(mustBeOk(await call('operations.list', {}))).toHaveLength(before);
});

it('a feed gets no address that is none, or that another feed has', async () => {
  const { call, feed } = await filled(1);
  const other = JSON.stringify({ feedUrl: 'https://b.example/f', guid: '1', title: 'Other' });
  mustBeOk(await call('archive.import', { lines: [other] }));
  const [first, second] = mustBeOk(await call('feeds.list', {})).map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('two feeds were brought');
  const change = async (ids: (typeof first)[], url: string) => errorOf(await call('feeds.configure', { ids, url }));
  expect(await change([first], 'nonsense')).toBe('bad_address');
  expect(await change([first], 'file:///etc/hosts')).toBe('bad_address');
  expect(await change([first], 'https://b.example/f')).toBe('already_subscribed');
  expect(await change([first, second], 'https://c.example/f')).toBe('bad_input');
  expect(await change([first], feed.url)).toBe('ok');
  expect(errorOf(await call('folders.sort', { id: 999 as never }))).toBe('not_found');
});

it('the past knows each turn of a mark that was undone and done again', async () => {
  let now = Date.now();
  const { call, ids, unread } = await filled(10, { now: () => now });
  const moments: { readonly at: number; readonly unread: number }[] = [];
  const later = async () => {
    now += 1_000;
    moments.push({ at: now, unread: await unread() });
    now += 1_000;
  };
  await later();
  mustBeOk(await call('articles.mark', { ids, set: { read: true } }));
  for (const turn of ['operations.undo', 'operations.redo', 'operations.undo', 'operations.redo'] as const) {
    await later();
    mustBeOk(await call(turn, {}));
  }
  await later();
  expect(moments.map((moment) => moment.unread)).toEqual([10, 0, 10, 0, 10, 0]);
  for (const moment of moments) expect(await unread(moment.at)).toBe(moment.unread);
});

it('an undo that a kill broke off is finished at the next start', async () => {
  const { core, call, folder, ids } = await filled(40);
  mustBeOk(await call('articles.mark', { ids: ids.slice(0, 20), set: { read: true, starred: true } }));
  await core.close();
  const { db } = mustBeOk(openLibrary(folder));
  const operation = findOperation(db, 'undo');
  if (operation === undefined) throw new Error('nothing to undo');
  db.transaction(() => turnOperation(db, operation, 'undo', Date.now()).next());
  db.close();
  const again = await testCore({ libraryFolder: folder });
  expect(mustBeOk(await again.call('counts.get', {}))).toMatchObject({ all: { unread: 40 }, starred: 0 });
  expect(mustBeOk(await again.call('operations.list', {}))[0]?.undone).toBe(true);
});
