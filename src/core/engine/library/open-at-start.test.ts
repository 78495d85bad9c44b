import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CoreEvent } from '../../../contract/events.ts';
import type { StartTrouble } from '../../../contract/start.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { nodeWorkers, openAtStart } from '../../index.ts';

async function startOn(libraryFolder: string, onQuit = () => {}) {
  const core = await openAtStart({ libraryFolder, workers: nodeWorkers, taskWorkers: 1, waitForOwnerMs: 200, onQuit });
  onTestFinished(() => core.close());
  const trouble = async () =>
    (mustBeOk(await core.call('start.status', {})) as { trouble: StartTrouble | null }).trouble;
  return { core, trouble };
}

/** A library of three articles with a backup; then its first page is overwritten. */
async function damagedLibrary(): Promise<string> {
  const { core, folder } = await testCore();
  const line = (n: number) =>
    JSON.stringify({ feedUrl: 'https://a.example/f', guid: `${n}`, title: `Kept ${n}`, html: '<p>Text.</p>' });
  mustBeOk(await core.call('archive.import', { lines: [1, 2, 3].map(line) }));
  mustBeOk(await core.call('settings.set', { theme: 'paper' }));
  mustBeOk(await core.call('backups.make', {}));
  await core.close();
  const file = join(folder, 'library.db');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 0, 4096);
  writeFileSync(file, bytes);
  return folder;
}

const titles = async ({ call }: Awaited<ReturnType<typeof startOn>>['core']) =>
  (mustBeOk(await call('articles.list', { view: 'all' })) as { articles: { title: string }[] }).articles.length;

describe('a start without a library that can be opened', () => {
  it('says that it is damaged, lists the backups with their articles, and restores one', async () => {
    const folder = await damagedLibrary();
    const { core, trouble } = await startOn(folder);
    expect(errorOf(await core.call('articles.list', { view: 'all' }))).toBe('library_damaged');
    const found = await trouble();
    expect(found).toMatchObject({ code: 'library_damaged', folder, ways: ['restore', 'begin-anew', 'open', 'quit'] });
    expect(found?.backups).toMatchObject([{ kind: 'manual', articles: 3 }]);
    const events: CoreEvent[] = [];
    core.on((event) => events.push(event));
    const backup = found?.backups[0]?.name ?? '';
    expect(mustBeOk(await core.call('start.leave', { way: 'restore', backup }))).toEqual({ isOpen: true });
    expect(await trouble()).toBeNull();
    expect(await titles(core)).toBe(3);
    expect(readdirSync(folder).filter((name) => name.startsWith('library-before-restore-'))).toHaveLength(1);
    // the shell has gone by the usual settings so far
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'settings-changed', settings: expect.objectContaining({ theme: 'paper' }) }),
    );
  });

  it('restores nothing from a backup that is damaged itself, and goes on offering the ways out', async () => {
    const folder = await damagedLibrary();
    const backups = join(folder, 'backups');
    const [name = ''] = readdirSync(backups);
    const bytes = readFileSync(join(backups, name));
    bytes.fill(0xff, 4096, 5 * 4096);
    writeFileSync(join(backups, name), bytes);
    const { core, trouble } = await startOn(folder);
    expect(errorOf(await core.call('start.leave', { way: 'restore', backup: name }))).toBe('library_damaged');
    expect(errorOf(await core.call('start.leave', { way: 'restore', backup: '../../library.db' }))).toBe('not_found');
    expect((await trouble())?.ways).toContain('begin-anew');
  });

  it('begins a new library beside the damaged one, which is kept', async () => {
    const folder = await damagedLibrary();
    const before = readFileSync(join(folder, 'library.db'));
    const { core } = await startOn(folder);
    expect(mustBeOk(await core.call('start.leave', { way: 'begin-anew' }))).toEqual({ isOpen: true });
    expect(await titles(core)).toBe(0);
    const [kept = ''] = readdirSync(folder).filter((name) => name.startsWith('library-set-aside-'));
    expect(readFileSync(join(folder, kept)).equals(before)).toBe(true);
  });

  it('offers no backup of a newer version, but another folder, and a new library', async () => {
    const { db, folder } = temporaryLibrary();
    db.pragma('user_version = 999');
    db.close();
    const { core, trouble } = await startOn(folder);
    expect(await trouble()).toMatchObject({ code: 'library_newer', ways: ['open', 'begin-anew', 'quit'] });
    const other = join(temporaryFolder(), 'another');
    expect(mustBeOk(await core.call('start.leave', { way: 'open', folder: other }))).toEqual({ isOpen: true });
    expect(core.libraryFolder()).toBe(other);
  });

  it('keeps to the folder that was asked for when another cannot be opened either', async () => {
    const folder = await damagedLibrary();
    const { core, trouble } = await startOn(folder);
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, 'no folder');
    expect(mustBeRefused(await core.call('start.leave', { way: 'open', folder: file }))).toMatch(/a file where/);
    expect(await trouble()).toMatchObject({ folder, code: 'library_damaged' });
  });

  it('that is in use elsewhere opens once the other has let go of it', async () => {
    const first = await testCore();
    const note = join(first.folder, 'owner.json');
    writeFileSync(note, JSON.stringify({ pid: 1, address: 'http://127.0.0.1:9', token: 'x' }));
    const { core, trouble } = await startOn(first.folder);
    expect(await trouble()).toMatchObject({ code: 'library_in_use', ways: ['try-again', 'open', 'quit'] });
    expect(errorOf(await core.call('start.leave', { way: 'try-again' }))).toBe('library_in_use');
    await first.core.close();
    expect(mustBeOk(await core.call('start.leave', { way: 'try-again' }))).toEqual({ isOpen: true });
  });

  it('ends the app when the person gives up', async () => {
    const folder = await damagedLibrary();
    const ended = Promise.withResolvers<void>();
    const { core } = await startOn(folder, ended.resolve);
    expect(mustBeOk(await core.call('start.leave', { way: 'quit' }))).toEqual({ isOpen: false });
    await ended.promise;
    expect(existsSync(join(folder, 'library.db'))).toBe(true);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'in a folder that cannot be written to is copied, and the copy opened',
    async () => {
      const { db, folder } = temporaryLibrary();
      db.close();
      rmSync(join(folder, 'library.open'), { force: true });
      mkdirSync(join(folder, 'media'));
      for (const name of ['library.db', 'media']) chmodSync(join(folder, name), 0o555);
      chmodSync(folder, 0o555);
      const place = temporaryFolder();
      chmodSync(place, 0o777);
      // permissions do not bind root: the case runs as nobody
      const script = `process.setgid(65534); process.setuid(65534);
      const { nodeWorkers, openAtStart } = await import(${JSON.stringify(new URL('../../index.ts', import.meta.url).href)});
      const core = await openAtStart({ libraryFolder: ${JSON.stringify(folder)}, workers: nodeWorkers, taskWorkers: 1 });
      const { value } = await core.call('start.status', {});
      const inside = await core.call('start.leave', { way: 'copy', folder: ${JSON.stringify(join(folder, 'in', 'it'))} });
      const left = await core.call('start.leave', { way: 'copy', folder: ${JSON.stringify(join(place, 'copy'))} });
      const list = await core.call('articles.list', { view: 'all' });
      console.log(value.trouble.code, value.trouble.ways.join(), inside.error.code, JSON.stringify(left), list.ok, core.libraryFolder());
      await core.close();`;
      const file = join(place, 'as-nobody.mjs');
      writeFileSync(file, script);
      const child = spawnSync(process.execPath, [file], { encoding: 'utf8' });
      expect(child.stdout.trim() || child.stderr).toBe(
        `library_read_only copy,try-again,open,quit conflict {"ok":true,"value":{"isOpen":true}} true ${join(place, 'copy')}`,
      );
    },
  );
});

function mustBeRefused(result: { readonly ok: boolean; readonly error?: { readonly message: string } }): string {
  if (result.ok) throw new Error('It was not refused.');
  return result.error?.message ?? '';
}

describe('a new start', () => {
  it('is the shell’s, after its answer; where the shell cannot, a sentence says what to do', async () => {
    const folder = temporaryFolder();
    let restarts = 0;
    const onRestart = () => {
      restarts += 1;
    };
    const options = { libraryFolder: folder, workers: nodeWorkers, taskWorkers: 1, onQuit: () => {} };
    const desktop = await openAtStart({ ...options, onRestart });
    onTestFinished(() => desktop.close());
    mustBeOk(await desktop.call('start.again', {}));
    expect(restarts).toBe(0);
    await expect.poll(() => restarts).toBe(1);
    await desktop.close();
    const { core } = await startOn(folder);
    expect(errorOf(await core.call('start.again', {}))).toBe('conflict');
  });
});
