/** Several processes on one library: commands that run at once, and windows of which one ends first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { mustBeOk, rss, testCore, testServer } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { enter } from './door-handshake.ts';
import type { OwnerDoor } from './owner.ts';

const open = async (libraryFolder: string) => {
  const core = mustBeOk(await createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1 }));
  onTestFinished(() => core.close());
  return core;
};

it('commands that start at the same time are all answered', async () => {
  const folder = temporaryFolder();
  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map(async (name) => {
      const core = await open(folder);
      const added = await core.call('folders.add', { name });
      await core.close();
      return added.ok;
    }),
  );
  expect(answers).toEqual([true, true, true]);
  const after = await open(folder);
  expect(mustBeOk(await after.call('folders.list', {}))).toHaveLength(3);
});

it('a window whose library was opened by another goes on with it when the other ends', async () => {
  const first = await testCore();
  const second = await open(first.folder);
  const heard: string[] = [];
  second.on((event) => heard.push(event.type));
  expect(second.role).toBe('guest');
  await first.core.close();
  mustBeOk(await second.call('folders.add', { name: 'Afterwards' }));
  expect(second.role).toBe('owner');
  expect(heard).toContain('feeds-changed');
});

it('a call that is under way when its owner ends is answered', async () => {
  const first = await testCore();
  const second = await open(first.folder);
  const calls = Array.from({ length: 20 }, (_, n) => second.call('folders.add', { name: `Folder ${n}` }));
  await calls[0];
  await first.core.close();
  for (const answer of await Promise.all(calls)) mustBeOk(answer);
  expect(mustBeOk(await second.call('folders.list', {}))).toHaveLength(20);
});

/** An owner and a guest with four feeds of one host, which answers slowly; `asked` resolves at the second request. */
async function ownerAndGuest() {
  let requests = 0;
  const asked = Promise.withResolvers<void>();
  const server = await testServer({
    latencyMs: () => {
      requests += 1;
      if (requests === 2) asked.resolve();
      return requests > 2 ? 0 : 100;
    },
  });
  const paths = ['/one', '/two', '/three', '/four'];
  for (const path of paths) server.serve(path, rss({ items: [{ guid: path, title: path }] }));
  const outlines = paths.map((path) => `<outline type="rss" text="${path}" xmlUrl="${server.url(path)}"/>`);
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  const first = await testCore();
  mustBeOk(await first.call('opml.import', { text, allowPrivate: true, refresh: false }));
  return { first, second: createClient(await open(first.folder)), asked: asked.promise };
}

it('a round of fetching that goes through an owner goes on when that ends', async () => {
  const { first, second, asked } = await ownerAndGuest();
  const refreshing = second.call('feeds.refresh', {});
  await asked;
  await first.core.close();
  const summary = mustBeOk(await refreshing);
  expect(summary).toMatchObject({ feeds: 4, added: 4, cancelled: false });
  expect(new Set(summary.results.map(({ url }) => url)).size).toBe(4);
});

it('a round of fetching that was stopped by hand stays so', async () => {
  const { first, second, asked } = await ownerAndGuest();
  const refreshing = second.call('feeds.refresh', {});
  await asked;
  mustBeOk(await first.call('feeds.cancelRefresh', {}));
  expect(mustBeOk(await refreshing)).toMatchObject({ feeds: 4, cancelled: true });
});

it('an owner outlives a caller that is killed in the middle of its question', async () => {
  const owner = await testCore();
  const note = JSON.parse(readFileSync(join(owner.folder, 'owner.json'), 'utf8')) as OwnerDoor;
  const unhandled: unknown[] = [];
  const notice = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', notice);
  onTestFinished(() => void process.off('unhandledRejection', notice));
  const socket = connect(Number(new URL(note.address).port), '127.0.0.1');
  await enter(socket, note.secret);
  const head = 'POST /call HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n';
  socket.write(`${head}{"name":"lib`);
  // the door has begun to read once a call behind it was answered
  mustBeOk(await (await open(owner.folder)).call('library.info', {}));
  const gone = new Promise((closed) => socket.once('close', closed));
  socket.resetAndDestroy();
  await gone;
  mustBeOk(await (await open(owner.folder)).call('library.info', {}));
  expect(unhandled).toEqual([]);
});

it('a library opens although the file of its lock was damaged', async () => {
  const { core, folder } = await testCore();
  await core.close();
  writeFileSync(join(folder, 'owner.db'), 'no database '.repeat(500));
  expect((await open(folder)).role).toBe('owner');
});
