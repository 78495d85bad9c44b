/**
 * Puts a backup in the place of the library. Each step can be done twice, and a note says how far it came: a kill at any
 * moment is finished at the next start. The library that was there is kept beside it.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { copyFile } from '../../lib/copy-file.ts';
import { damageInFile, libraryFile } from '../../store/open.ts';
import { backupFolder, listBackups } from './backup-files.ts';
import { type TellOpening, tellNobody } from './opening.ts';
import { takeOwnership } from './owner.ts';

interface Note {
  readonly name: string;
  /** Where the library that was there goes. */
  readonly keepAs: string;
  readonly step: 'copy' | 'move' | 'place';
}

const noteFile = (folder: string): string => join(folder, 'restore.json');
/** What takes the library's place, until it has. */
export const restoringFile = (folder: string): string => join(folder, 'library.restoring');

export const isRestorePlanned = (libraryFolder: string): boolean => existsSync(noteFile(libraryFolder));

/** Checks the backup and leaves a note that the next start finds. Seconds for each GB. */
export function planRestore(
  libraryFolder: string,
  { name, now, tell = tellNobody }: { readonly name: string; readonly now: number; readonly tell?: TellOpening },
): Result<true> {
  if (!listBackups(libraryFolder).some((backup) => backup.name === name))
    return fail('not_found', 'This backup is not there any more. Choose another one.', { name });
  // it was checked in full when it was made
  const damage = damageInFile(join(backupFolder(libraryFolder), name), (done, total) =>
    tell({ step: 'check-backup', done, total }),
  );
  if (damage !== undefined)
    return fail(
      'library_damaged',
      `This backup is damaged itself (${damage}). Choose an earlier one; nothing was changed.`,
      {
        name,
      },
    );
  writeNote(libraryFolder, { name, keepAs: `library-before-restore-${now}.db`, step: 'copy' });
  return ok(true);
}

/** The library goes to `keepAs`, and restoringFile comes into its place: from here on each start will finish it. */
export function planPlacing(libraryFolder: string, keepAs: string): void {
  writeNote(libraryFolder, { name: '', keepAs, step: 'move' });
}

/** For a library that cannot be opened: restores at once. Fails with library_in_use while a process holds it. */
export function restoreLibrary(libraryFolder: string, name: string, tell: TellOpening = tellNobody): Result<true> {
  // before anything is planned: a note left beside an open library would be followed at its next start
  const owned = takeOwnership(libraryFolder);
  if (!owned.ok) return owned;
  try {
    const planned = planRestore(libraryFolder, { name, now: Date.now(), tell });
    return planned.ok ? finishRestore(libraryFolder, tell) : planned;
  } finally {
    owned.value.release();
  }
}

/** Does what a note asks for; nothing without one. To be called before the library is opened. */
export function finishRestore(libraryFolder: string, tell: TellOpening = tellNobody): Result<true> {
  if (!isRestorePlanned(libraryFolder)) return ok(true);
  let note = JSON.parse(readFileSync(noteFile(libraryFolder), 'utf8')) as Note;
  const backup = join(backupFolder(libraryFolder), basename(note.name));
  if (note.step === 'copy') {
    if (!existsSync(backup)) {
      rmSync(noteFile(libraryFolder), { force: true });
      return fail('not_found', 'The backup to be restored is gone. The library is as it was; choose another backup.');
    }
    copyFile(backup, restoringFile(libraryFolder), (done, total) => tell({ step: 'restore', done, total }));
    note = { ...note, step: 'move' };
    writeNote(libraryFolder, note);
  }
  if (note.step === 'move') {
    moveLibrary(libraryFolder, note.keepAs);
    note = { ...note, step: 'place' };
    writeNote(libraryFolder, note);
  }
  if (existsSync(restoringFile(libraryFolder))) renameSync(restoringFile(libraryFolder), libraryFile(libraryFolder));
  rmSync(join(libraryFolder, 'library.open'), { force: true });
  rmSync(noteFile(libraryFolder), { force: true });
  return ok(true);
}

/** Makes room for a new, empty library: the one that was there is kept beside it. Fails as restoreLibrary does. */
export function setLibraryAside(libraryFolder: string, now: number): Result<true> {
  const owned = takeOwnership(libraryFolder);
  if (!owned.ok) return owned;
  try {
    rmSync(noteFile(libraryFolder), { force: true });
    moveLibrary(libraryFolder, `library-set-aside-${now}.db`);
    rmSync(join(libraryFolder, 'library.open'), { force: true });
    return ok(true);
  } finally {
    owned.value.release();
  }
}

function moveLibrary(libraryFolder: string, name: string): void {
  // its log first: a log beside another library would be taken for that one's
  for (const ending of ['-wal', '-shm', '']) {
    const from = `${libraryFile(libraryFolder)}${ending}`;
    if (existsSync(from)) renameSync(from, join(libraryFolder, `${name}${ending}`));
  }
}

function writeNote(libraryFolder: string, note: Note): void {
  writeFileSync(`${noteFile(libraryFolder)}.new`, JSON.stringify(note));
  renameSync(`${noteFile(libraryFolder)}.new`, noteFile(libraryFolder));
}
