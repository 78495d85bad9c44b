import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk } from '../../../testing/test-core.ts';
import { nodeWorkers } from '../../index.ts';
import { systemClock } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { setSettings } from '../../store/settings.ts';
import { type Asks, askOf } from '../asks.ts';
import { EventBus } from '../event-bus.ts';
import { makeBackup } from '../library/backup-files.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import { ArchiveKeeper } from './archive-keeper.ts';

/** A library with 600 articles that were read, of which 10 are to be kept. */
function filledLibrary(): string {
  const { db, folder } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://one.example/f');
  const articles = Array.from({ length: 600 }, (_, n) =>
    storedArticle({ identity: `n${n}`, publishedAt: testNow - n * 60_000 }),
  );
  db.transaction(() => ingestAll(db, { feedId, articles }));
  db.run('UPDATE article_status SET unread = 0');
  setSettings(db, { keepPerFeed: 10, backups: false });
  db.close();
  return folder;
}

async function pool(kind: 'reader' | 'writer' | 'task', libraryFolder: string): Promise<WorkerPool> {
  const data = { libraryFolder, hostOverrides: {} };
  const started = await WorkerPool.start({
    kind,
    file: nodeWorkers[kind],
    size: 1,
    data,
    clock: systemClock,
    onSlow: () => {},
  });
  const one = mustBeOk(started);
  onTestFinished(() => one.close());
  return one;
}

it('a clean that is under way when the library closes is given up at its next step', async () => {
  const libraryFolder = filledLibrary();
  const writer = await pool('writer', libraryFolder);
  const asks: Asks = {
    read: askOf(await pool('reader', libraryFolder)),
    write: askOf(writer),
    work: askOf(await pool('task', libraryFolder)),
  };
  const bus = new EventBus(silentLog);
  const keeper = new ArchiveKeeper({ asks, bus, clock: systemClock, options: { libraryFolder, workers: nodeWorkers } });
  const begun = new Promise((heard) => bus.on(heard));
  keeper.look();
  await begun;
  await keeper.stop();
  expect(mustBeOk(await asks.read('library.sums', {})).articles).toBeGreaterThan(300);
});

it('a backup that is under way when the library closes is given up, and leaves nothing behind', async () => {
  const folder = filledLibrary();
  const ending = new AbortController();
  const making = makeBackup(folder, { kind: 'daily', now: testNow, signal: ending.signal });
  ending.abort();
  expect(errorOf(await making)).toBe('cancelled');
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});
