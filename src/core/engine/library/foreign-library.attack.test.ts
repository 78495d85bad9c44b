/** A library's folder from somebody else: what lies in it under our names is not obeyed, and nothing outside of it is touched. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSample } from '../../../sample/open-sample.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { listBackups, makeBackup } from './backup-files.ts';
import { openAtStart } from './open-at-start.ts';
import { finishRestore } from './restore-backup.ts';
import { startTasks } from './start-tasks.ts';

let home: string;
let folder: string;
const victim = () => join(home, 'victim.txt');

/** A closed library in HOME/Papers, and a file of the reader's beside it. */
beforeEach(() => {
  home = temporaryFolder();
  writeFileSync(join(home, 'victim.txt'), 'Dear all', { mode: 0o644 });
  const made = temporaryLibrary();
  made.db.run("INSERT INTO folder (name, position) VALUES ('Mine', 1)");
  made.db.close();
  folder = join(home, 'Papers');
  renameSync(made.folder, folder);
  mkdirSync(made.folder);
  expect(existsSync(join(folder, 'library.db'))).toBe(true);
});

const clear = () => {
  for (const name of ['library.restoring', 'library-before-restore-5.db']) rmSync(join(folder, name), { force: true });
};
const open = () => createCore({ libraryFolder: folder, workers: nodeWorkers, taskWorkers: 1, waitForOwnerMs: 200 });

async function untouchedAndOpensAgain(): Promise<void> {
  expect(readFileSync(victim(), 'utf8')).toBe('Dear all');
  expect(lstatSync(victim()).mode & 0o777).toBe(0o644);
  expect(readdirSync(home).sort()).toEqual(['Papers', 'victim.txt']);
  const core = mustBeOk(await open());
  expect(JSON.stringify(await core.call('folders.list', {}))).toContain('Mine');
  await core.close();
  expect(readFileSync(victim(), 'utf8')).toBe('Dear all');
}

const note = (change: object) => ({ name: '', keepAs: 'library-before-restore-5.db', step: 'move', ...change });
const backup = 'daily-2026-11-30.db';

const strangeNotes: readonly unknown[] = [
  ...[
    '../victim.txt',
    '../../.bashrc',
    '..\\victim.txt',
    '/tmp/victim.txt',
    'C:\\victim.txt',
    'library.db',
    'LIBRARY.DB',
    'backups/daily-2026-11-30.db',
    'library-before-restore-5.db.',
    'library-before-restore-5.db ',
    'library-before-restore-5.db:x',
    'library-before-restore-5.db/../../victim.txt',
    'library-before-restore-../../victim.txt-5.db',
    'Library-before-restore-5.db',
    'library-before-restore-５.db',
    'library-before-restore-5.db\n',
    'library-before-restore-99999999999999999999999999.db',
    '',
    5,
    null,
    ['library-before-restore-5.db'],
  ].map((keepAs) => note({ keepAs })),
  ...['../victim.txt', 'x', '..', `../backups/${backup}`, `${backup}.unfinished`, `DAILY-2026-11-30.db`, 7].map(
    (name) => note({ name, step: 'copy' }),
  ),
  note({ step: 'copy' }),
  note({ step: 'delete' }),
  note({ step: 'constructor' }),
  note({ more: 1 }),
  { __proto__: note({}) },
  null,
  {},
  [],
  '[1',
  '',
];

describe('a note of what is to be restored', () => {
  it.each(strangeNotes.map((value) => [typeof value === 'string' ? value : JSON.stringify(value)]))(
    'that says %s is put aside and not followed, and the next start opens the library',
    async (text) => {
      writeFileSync(join(folder, 'restore.json'), text);
      writeFileSync(join(folder, 'library.restoring'), 'attacker');
      const opened = finishRestore(folder);
      expect(errorOf(opened)).toBe('library_not_ours');
      expect(opened.ok || opened.error.message).toMatch(/restore\.json .+ put aside as restore\.json\.set-aside-\d+/);
      expect(existsSync(join(folder, 'restore.json'))).toBe(false);
      expect(readFileSync(join(folder, 'library.db')).subarray(0, 6).toString()).toBe('SQLite');
      expect(readFileSync(victim(), 'utf8')).toBe('Dear all');
    },
  );

  it('is not followed where that would lose a library or put something over one', async () => {
    const before = readFileSync(join(folder, 'library.db'));
    const cases: readonly (readonly [object, () => void])[] = [
      // nothing would take its place
      [note({}), () => {}],
      [note({ step: 'place' }), () => writeFileSync(join(folder, 'library.restoring'), 'attacker')],
      [
        note({}),
        () => {
          writeFileSync(join(folder, 'library.restoring'), 'attacker');
          writeFileSync(join(folder, 'library-before-restore-5.db'), 'kept');
        },
      ],
      [note({ step: 'move' }), () => symlinkSync(victim(), join(folder, 'library.restoring'))],
    ];
    for (const [said, prepare] of cases) {
      clear();
      writeFileSync(join(folder, 'restore.json'), JSON.stringify(said));
      prepare();
      expect(errorOf(finishRestore(folder))).toBe('library_not_ours');
      expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true);
    }
    clear();
    await untouchedAndOpensAgain();
  });

  it('copies no backup that is a link, and none from behind one', () => {
    mkdirSync(join(folder, 'backups'));
    symlinkSync(victim(), join(folder, 'backups', backup));
    writeFileSync(join(folder, 'restore.json'), JSON.stringify(note({ name: backup, step: 'copy' })));
    expect(errorOf(finishRestore(folder))).toBe('not_found');
    expect(existsSync(join(folder, 'library.restoring'))).toBe(false);
    expect(listBackups(folder)).toEqual([]);
  });

  it('does not write through a link in the place of the copy', () => {
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', backup), 'attacker');
    symlinkSync(victim(), join(folder, 'library.restoring'));
    writeFileSync(join(folder, 'restore.json'), JSON.stringify(note({ name: backup, step: 'copy' })));
    finishRestore(folder);
    expect(readFileSync(victim(), 'utf8')).toBe('Dear all');
  });

  it.each(['link', 'dangling link', 'pipe', 'folder', 'endless file'] as const)(
    'that is a %s is put aside at once',
    async (kind) => {
      const place = join(folder, 'restore.json');
      if (kind === 'link') {
        writeFileSync(join(folder, 'other.json'), JSON.stringify(note({})));
        symlinkSync(join(folder, 'other.json'), place);
      } else if (kind === 'dangling link') symlinkSync(join(home, 'nothing'), place);
      else if (kind === 'pipe') execFileSync('mkfifo', [place]);
      else if (kind === 'folder') mkdirSync(place);
      else {
        writeFileSync(place, JSON.stringify(note({})));
        truncateSync(place, 2 ** 40);
      }
      expect(errorOf(await open())).toBe('library_not_ours');
      await untouchedAndOpensAgain();
    },
  );

  it('that was not followed is told on the start screen, with the way to open the library', async () => {
    writeFileSync(join(folder, 'restore.json'), JSON.stringify(note({ keepAs: '../victim.txt' })));
    const core = await openAtStart({ libraryFolder: folder, workers: nodeWorkers, taskWorkers: 1, onQuit: () => {} });
    const status = await core.call('start.status', {});
    expect(status).toMatchObject({
      ok: true,
      value: { trouble: { code: 'library_not_ours', ways: ['try-again', 'open', 'quit'] } },
    });
    expect(await core.call('start.leave', { way: 'try-again' })).toMatchObject({ ok: true, value: { isOpen: true } });
    await core.close();
    await untouchedAndOpensAgain();
  });
});

describe('a link in the place of a file of ours', () => {
  it.each(['library.open', 'owner.json', 'owner.db', 'sample.json', 'library.db-wal', 'library.restoring'])(
    '%s is put aside: what it leads to keeps its text and its mode',
    async (name) => {
      rmSync(join(folder, name), { force: true });
      symlinkSync(victim(), join(folder, name));
      expect(errorOf(await open())).toBe('library_not_ours');
      await untouchedAndOpensAgain();
    },
  );

  it('sample.json is not written through', async () => {
    symlinkSync(victim(), join(folder, 'sample.json'));
    const sample = await openSample(folder);
    await sample.close();
    expect(readFileSync(victim(), 'utf8')).toBe('Dear all');
  });

  it.each([
    'null',
    '5',
    '{"startedAt":"x"}',
    '{"startedAt":1e400}',
    '{"startedAt":1,"correctionFetches":{"a":1}}',
    '[1',
  ])('a sample.json that says %s is not believed: the edition begins now', async (text) => {
    writeFileSync(join(folder, 'sample.json'), text);
    const sample = await openSample(folder);
    await sample.close();
    const { startedAt } = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8'));
    expect(Math.abs(startedAt - Date.now())).toBeLessThan(60_000);
  });

  it('the library file itself is not opened through one', async () => {
    renameSync(join(folder, 'library.db'), join(folder, 'other.db'));
    symlinkSync(join(folder, 'other.db'), join(folder, 'library.db'));
    expect(errorOf(await open())).toBe('library_not_ours');
  });

  it.each(['backups', 'logs', 'media'])(
    'the folder %s is put aside, and nothing is written where it led',
    async (name) => {
      const elsewhere = temporaryFolder();
      symlinkSync(elsewhere, join(folder, name));
      if (name === 'backups') {
        writeFileSync(join(elsewhere, 'daily-2020-01-01.db'), 'theirs');
        expect(listBackups(folder)).toEqual([]);
        expect((await makeBackup(folder, { kind: 'manual', now: Date.now() })).ok).toBe(false);
        expect(readdirSync(elsewhere)).toEqual(['daily-2020-01-01.db']);
      }
      expect(errorOf(await open())).toBe('library_not_ours');
      await untouchedAndOpensAgain();
    },
  );
});

it('a copy of a library’s folder takes no links along, and changes nothing that they lead to', async () => {
  symlinkSync(victim(), join(folder, 'link'));
  symlinkSync(home, join(folder, 'links'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const to = join(temporaryFolder(), 'copy');
  const context = { libraryFolder: folder, tell: () => {}, now: 1 } as unknown as Parameters<
    (typeof startTasks)['start.copy']
  >[0];
  mustBeOk(startTasks['start.copy'](context, { to }));
  expect(readdirSync(to).filter((name) => /link|pipe/.test(name))).toEqual([]);
  expect(lstatSync(victim()).mode & 0o777).toBe(0o644);
  const core = await testCore({ libraryFolder: to });
  expect(JSON.stringify(mustBeOk(await core.call('folders.list', {})))).toContain('Mine');
});
