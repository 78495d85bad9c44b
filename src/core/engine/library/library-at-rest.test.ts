/** Which libraries are read before their writer has opened them, and what a command gets when it then cannot. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { newestVersion } from '../../store/migrate.ts';
import { openWritable } from '../../store/open.ts';
import { setIndexAside } from '../../store/search/index-aside.ts';
import { isAtRest, noteCleanClose, noteOpen } from './library-at-rest.ts';

const open = async (libraryFolder: string) =>
  mustBeOk(await createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1 }));

async function closedLibrary(): Promise<string> {
  const folder = temporaryFolder();
  const core = await open(folder);
  mustBeOk(await core.call('folders.add', { name: 'Papers' }));
  await core.close();
  return folder;
}

function plainLibrary(): string {
  const { db, folder } = temporaryLibrary();
  db.close();
  noteCleanClose(folder);
  return folder;
}

function change(folder: string, sql: string): void {
  // as another program would: we open no library of a version that is not ours
  const db = new DatabaseSync(join(folder, 'library.db'));
  db.exec(sql);
  db.close();
}

it('a library that was closed as it should be may be read at once', () => {
  expect(isAtRest(plainLibrary())).toBe(true);
});

it('a library that is new, was left open, is to be restored, is of another version or to be mended waits for its writer', () => {
  expect(isAtRest(temporaryFolder())).toBe(false);
  const [left, restored, newer, older, aside, garbage] = Array.from({ length: 6 }, plainLibrary);
  noteOpen(left ?? '');
  writeFileSync(join(restored ?? '', 'restore.json'), '{}');
  change(newer ?? '', 'PRAGMA user_version = 99');
  change(older ?? '', 'PRAGMA user_version = 1');
  const db = mustBeOk(openWritable(aside ?? ''));
  setIndexAside(db);
  db.close();
  writeFileSync(join(garbage ?? '', 'library.db'), 'broken '.repeat(2_000));
  for (const folder of [left, restored, newer, older, aside, garbage]) expect(isAtRest(folder ?? '')).toBe(false);
});

it('a core that only read leaves the library as it was closed', async () => {
  const folder = await closedLibrary();
  const core = await open(folder);
  expect(mustBeOk(await core.call('folders.list', {}))).toHaveLength(1);
  await core.close();
  expect(isAtRest(folder)).toBe(true);
});

it('a command whose writer cannot open the library says why, and the next one tries again', async () => {
  const folder = await closedLibrary();
  const core = await open(folder);
  onTestFinished(() => core.close());
  change(folder, 'PRAGMA user_version = 99');
  expect(errorOf(await core.call('folders.add', { name: 'Radio' }))).toBe('library_newer');
  change(folder, `PRAGMA user_version = ${newestVersion}`);
  mustBeOk(await core.call('folders.add', { name: 'Radio' }));
});
