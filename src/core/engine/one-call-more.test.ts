/** What it takes to add a call: one declaration (below) and one function (testing/one-command-more.ts). */
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { CoreEvent } from '../../contract/events.ts';
import { feedId, operationId } from '../../contract/ids.ts';
import { methods, type OutputOf } from '../../contract/index.ts';
import { command, nothing, query } from '../../contract/method.ts';
import { staleAfterOf } from '../../contract/stale-after.ts';
import { temporaryFolder } from '../../testing/temporary-library.ts';
import { errorOf, mustBeOk } from '../../testing/test-core.ts';
import { systemClock } from '../lib/clock.ts';
import { silentLog } from '../lib/log.ts';
import { nodeWorkers } from '../lib/node-workers.ts';
import { announcementsOf } from './announce.ts';
import { EventBus } from './event-bus.ts';
import { callThroughDoor, listenThroughDoor } from './library/call-door.ts';
import { openDoor } from './library/local-door.ts';
import { createRouter } from './router.ts';
import { WorkerPool } from './workers/worker-pool.ts';

const shout = command(
  'Gives a feed a name in capitals.',
  z.strictObject({ id: feedId, title: z.string().min(1) }),
  z.object({ operationId }),
  { changes: ['feeds'], undoable: true },
);

async function start(kind: 'reader' | 'writer', file: URL, libraryFolder: string): Promise<WorkerPool> {
  const data = { libraryFolder };
  const pool = mustBeOk(await WorkerPool.start({ kind, file, size: 1, data, clock: systemClock, onSlow: () => {} }));
  onTestFinished(() => pool.close());
  return pool;
}

async function coreWithShout() {
  const folder = temporaryFolder();
  const writer = await start('writer', new URL('../../testing/one-command-more.ts', import.meta.url), folder);
  const readers = await start('reader', nodeWorkers.reader, folder);
  const bus = new EventBus(silentLog);
  const stories = { ask: () => Promise.reject(new Error('nobody asks for stories here')) };
  const calls = { ...methods, 'feeds.shout': shout };
  const call = createRouter({ calls, readers, writer, stories, flows: {}, bus, onDamagedIndex: () => {} });
  const { door, close } = await openDoor({ call, on: (listener) => bus.on(listener) });
  onTestFinished(close);
  const events: CoreEvent['type'][] = [];
  onTestFinished(
    listenThroughDoor(
      door,
      ({ type }) => events.push(type),
      () => {},
    ),
  );
  const feeds = [{ url: 'https://courier.example/feed', feedTitle: 'Courier', folderId: null }];
  const added = mustBeOk(await writer.call('feeds.subscribe', { label: 'Subscribed', feeds }));
  const [id] = (added as { readonly ids: readonly number[] }).ids;
  const title = async () =>
    (mustBeOk(await callThroughDoor(door, 'feeds.list', {})) as OutputOf<'feeds.list'>)[0]?.title;
  return { ask: (name: string, input: unknown) => callThroughDoor(door, name, input), events, id, title };
}

it('a call that is declared, and has its function, travels, is checked, announces what it changes, and is undone', async () => {
  const { ask, events, id, title } = await coreWithShout();
  // the door tells of events once it has let the listener in
  await vi.waitFor(async () => {
    mustBeOk(await ask('feeds.shout', { id, title: 'courier' }));
    expect(events).toContain('feeds-changed');
  });
  expect(await title()).toBe('COURIER');
  expect(errorOf(await ask('feeds.shout', { id, title: '' }))).toBe('bad_input');
  events.length = 0;
  mustBeOk(await ask('operations.undo', {}));
  expect(await title()).toBe('Courier');
  await vi.waitFor(() => expect(events).toContain('feeds-changed'));
});

it('an undo tells of what undoable calls change, and of nothing else', () => {
  const undo = { name: 'operations.undo', input: {}, value: {} };
  const { 'operations.undo': undoing, 'settings.set': setting } = methods;
  const calls = { 'operations.undo': undoing, 'settings.set': setting, 'feeds.shout': shout };
  expect(announcementsOf(calls, undo)).toEqual([{ type: 'feeds-changed' }]);
});

it('an answer is asked for again after a change of what its call reads', () => {
  const loud = query('Feeds in capitals.', nothing, z.array(feedId), { reads: ['feeds'] });
  const steady = query('The same, held still.', nothing, z.array(feedId), { reads: ['feeds'], isSteady: true });
  const told = query('The same, sent with the event.', nothing, z.array(feedId), { reads: ['feeds'], isTold: true });
  const stale = staleAfterOf({ 'feeds.loud': loud, 'feeds.steady': steady, 'feeds.told': told });
  expect(stale['feeds-changed']).toEqual({ shown: ['feeds.loud'], unseen: ['feeds.steady'] });
  expect(stale['articles-marked']).toEqual({ shown: [], unseen: [] });
});
