/** Starts that take long because of how large the library is: a window is there at once, and says how far it is. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Transport } from '../../../contract/client.ts';
import type { CoreEvent } from '../../../contract/events.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { httpTransport, httpWindow, signedIn } from '../../../testing/http-window.ts';
import { enlarge, overwriteTexts } from '../../../testing/large-library.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { nodeWorkers, openAtStart } from '../../index.ts';
import { sql as firstForm } from '../../store/migrations/0001-library.ts';
import { openWritable } from '../../store/open.ts';
import { noteCleanClose, noteOpen } from './library-at-rest.ts';

type Status = OutputOf<'start.status'>;
// looked through in a quarter of a second where nothing else runs, and asked about every few milliseconds
const pages = 60_000;

function closedLibrary(): string {
  const { db, folder } = temporaryLibrary();
  db.close();
  noteCleanClose(folder);
  return folder;
}

async function start(libraryFolder: string, openingPatienceMs?: number) {
  const lines: string[] = [];
  const core = await openAtStart({
    libraryFolder,
    workers: nodeWorkers,
    taskWorkers: 1,
    onQuit: () => {},
    say: (line) => void lines.push(line),
    ...(openingPatienceMs !== undefined && { openingPatienceMs }),
  });
  onTestFinished(() => core.close());
  return { core, lines };
}

const statusOf = async ({ call }: Pick<Transport, 'call'>) => mustBeOk(await call('start.status', {})) as Status;

/** All that a window is told of until nothing is under way any more. */
async function followed(core: Pick<Transport, 'call'>): Promise<readonly NonNullable<Status['progress']>[]> {
  const told: NonNullable<Status['progress']>[] = [];
  for (;;) {
    const { progress } = await statusOf(core);
    if (progress === null) return told;
    told.push(progress);
    await wait(5);
  }
}

/** The way from the window to the core. */
const transports = {
  directly: async (core: Transport) => core,
  'over HTTP': async (core: Transport) => {
    const window = await httpWindow(core);
    return httpTransport(window.origin, await signedIn(window));
  },
} as const;

describe.each(Object.entries(transports))('a large library that was left open, asked of %s', (_, transportTo) => {
  it('is looked through while the window says how far it is, and is then open', async () => {
    const folder = closedLibrary();
    enlarge(folder, pages);
    noteOpen(folder);
    const { core, lines } = await start(folder, 0);
    const events: CoreEvent[] = [];
    core.on((event) => events.push(event));
    const window = await transportTo(core);
    const refused = await window.call('articles.list', { view: 'all' });
    expect(errorOf(refused)).toBe('library_opening');
    const told = await followed(window);
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told.map(({ message }) => message))).toEqual(new Set([expect.stringContaining('looked through')]));
    const done = told.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(told.at(-1)?.total).toBeGreaterThan(pages);
    expect(mustBeOk(await window.call('articles.list', { view: 'all' }))).toMatchObject({ articles: [] });
    expect(lines[0]).toBe(told[0]?.message);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^ {2}\d+%$/);
    expect(lines.at(-1)).toBe('Your library is open.');
    // the shell has gone by the usual settings so far
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['settings-changed', 'feeds-changed']));
  });
});

describe('a start', () => {
  it('that takes no longer than usual tells nobody of what there was to do', async () => {
    const folder = closedLibrary();
    noteOpen(folder);
    const { core, lines } = await start(folder, 60_000);
    expect(await statusOf(core)).toEqual({ progress: null, trouble: null });
    expect(lines).toEqual([]);
  });

  it('with a large library of an earlier form tells of the backup and then of each step', async () => {
    const folder = temporaryFolder();
    const db = mustBeOk(openWritable(folder));
    db.exec(`${firstForm} PRAGMA user_version = 1; PRAGMA application_id = ${0x42534854};`);
    db.close();
    enlarge(folder, pages);
    const { core, lines } = await start(folder, 0);
    const told = await followed(core);
    expect(told[0]?.message).toContain('a backup is made');
    expect(told.some(({ done, total }) => done > 0 && done < total)).toBe(true);
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      expect.stringContaining('a backup is made'),
      expect.stringContaining('brought into that form'),
      'Your library is open.',
    ]);
    expect(mustBeOk(await core.call('backups.list', {}))).toMatchObject([{ kind: 'migration' }]);
  });

  it('whose library turns out to be damaged says so in the end, and offers the ways out', async () => {
    const folder = closedLibrary();
    enlarge(folder, pages);
    overwriteTexts(folder);
    noteOpen(folder);
    const { core, lines } = await start(folder, 0);
    await followed(core);
    expect((await statusOf(core)).trouble).toMatchObject({ code: 'library_damaged' });
    expect(lines.at(-1)).toContain('The library was damaged');
  });
});

describe('a backup that takes the place of a library', () => {
  it('is looked through and copied while the window says how far it is', async () => {
    const first = await testCore();
    mustBeOk(await first.call('folders.add', { name: 'Kept' }));
    await first.core.close();
    enlarge(first.folder, pages);
    const again = await testCore({ libraryFolder: first.folder });
    const { name } = mustBeOk(await again.call('backups.make', {}));
    await again.core.close();
    overwriteTexts(first.folder);
    noteOpen(first.folder);
    const { core } = await start(first.folder, 0);
    await followed(core);
    expect((await statusOf(core)).trouble?.code).toBe('library_damaged');
    const left = core.call('start.leave', { way: 'restore', backup: name });
    const messages = new Set<string>();
    let isLeft = false;
    void left.then(() => {
      isLeft = true;
    });
    while (!isLeft) {
      const { progress } = await statusOf(core);
      if (progress !== null) messages.add(progress.message);
      await wait(5);
    }
    expect(mustBeOk(await left)).toEqual({ isOpen: true });
    expect([...messages].join()).toMatch(/Your backup is looked through/);
    expect(mustBeOk(await core.call('folders.list', {}))).toMatchObject([{ name: 'Kept' }]);
  });
});
