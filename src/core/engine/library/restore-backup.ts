/**
 * Puts a backup in the place of the library. Each step can be done twice, and a note says how far it came: a kill at any
 * moment is finished at the next start. The library that was there is kept beside it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RestoreState } from '../../../contract/archive.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { copyFile } from '../../lib/copy-file.ts';
import { isPlainFile, moveInside, replacePlain, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { readNote } from '../../lib/own-files/state-note.ts';
import { damageInFile, holdsStrangeParts } from '../../store/file-checks.ts';
import { libraryFile } from '../../store/open.ts';
import { backupFolder, isBackupName, listBackups } from './backup-files.ts';
import { putForeignAside, strangeNote } from './foreign-files.ts';
import { type TellOpening, tellNobody } from './opening.ts';
import { takeOwnership } from './owner.ts';

const noteName = 'restore.json';
const restoredName = 'restored.json';
const restoringName = 'library.restoring';

const keptName = /^library-before-(?:restore|mending)-\d{1,16}\.db$/;

/** What this file writes itself, and nothing else: the note may lie in a folder from somebody else. */
const noteSchema = z
  .strictObject({
    /** Of the backup, or of a library that was kept; empty where what takes the library's place lies there already. */
    name: z.string().refine((name) => name === '' || isBackupName(name) || keptName.test(name)),
    /** Where the library that was there goes. */
    keepAs: z.string().regex(keptName),
    step: z.enum(['copy', 'move', 'place']),
  })
  .refine(({ name, step }) => step !== 'copy' || name !== '');
type Note = z.infer<typeof noteSchema>;

/** What the last restore did, so that the reader is told of it and can go back. */
const restoredSchema = z.strictObject({ at: z.int().nullable(), keptAs: z.string().regex(keptName) });

/** What takes the library's place, until it has. */
export const restoringFile = (folder: string): string => join(folder, restoringName);

export const isRestorePlanned = (libraryFolder: string): boolean =>
  whatIsAt(join(libraryFolder, noteName)) !== 'nothing';

/** Checks the backup and leaves a note that the next start finds. Seconds for each GB. */
export function planRestore(
  libraryFolder: string,
  { name, now, tell = tellNobody }: { readonly name: string; readonly now: number; readonly tell?: TellOpening },
): Result<true> {
  if (!listBackups(libraryFolder).some((backup) => backup.name === name))
    return fail('not_found', 'This backup is not there any more. Choose another one.', { name });
  const file = join(backupFolder(libraryFolder), name);
  // it was checked in full when it was made; of one that is not ours throughout each row is looked at when it is opened
  const damage = holdsStrangeParts(file)
    ? undefined
    : damageInFile(file, (done, total) => tell({ step: 'check-backup', done, total }));
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

/** Which backup comes back at the next start, and which has. */
export function restoreState(libraryFolder: string): RestoreState {
  const note = readNote(libraryFolder, noteName, noteSchema);
  const done = readNote(libraryFolder, restoredName, restoredSchema);
  return {
    pending: note.kind === 'note' && note.value.step === 'copy' ? { at: madeAt(libraryFolder, note.value.name) } : null,
    restored:
      done.kind === 'note'
        ? { at: done.value.at, keptAs: isPlainFile(libraryFolder, done.value.keptAs) ? done.value.keptAs : null }
        : null,
  };
}

/** Nothing has been copied or moved before the next start. */
export function cancelRestore(libraryFolder: string): void {
  const note = readNote(libraryFolder, noteName, noteSchema);
  if (note.kind === 'note' && note.value.step === 'copy') removeNote(libraryFolder);
}

/** For the next start: what was there before the last restore takes the library's place again. */
export function planGoBack(libraryFolder: string, now: number): Result<true> {
  const keptAs = restoreState(libraryFolder).restored?.keptAs;
  if (keptAs === undefined || keptAs === null)
    return fail('not_found', 'The library that was there before is not here any more.');
  // its log would be lost: it was killed, and opening it by itself is what mends it
  if (whatIsAt(join(libraryFolder, `${keptAs}-wal`)) !== 'nothing')
    return fail(
      'conflict',
      'What was here before had not been closed as it should be, so it cannot come back by itself.',
      { keptAs },
    );
  writeNote(libraryFolder, { name: keptAs, keepAs: `library-before-restore-${now}.db`, step: 'copy' });
  return ok(true);
}

function madeAt(libraryFolder: string, name: string): number | null {
  return listBackups(libraryFolder).find((backup) => backup.name === name)?.at ?? null;
}

/** undefined when it is gone. */
function sourceOf(libraryFolder: string, name: string): string | undefined {
  if (keptName.test(name)) return isPlainFile(libraryFolder, name) ? join(libraryFolder, name) : undefined;
  return listBackups(libraryFolder).some((backup) => backup.name === name)
    ? join(backupFolder(libraryFolder), name)
    : undefined;
}

/** The library goes to `keepAs`, and restoringFile comes into its place: from here on each start will finish it. */
export function planPlacing(libraryFolder: string, keepAs: string): void {
  writeNote(libraryFolder, { name: '', keepAs, step: 'move' });
}

/** For a library that cannot be opened: restores at once. Fails with library_in_use while a process holds it. */
export function restoreLibrary(libraryFolder: string, name: string, tell: TellOpening = tellNobody): Result<true> {
  const looked = putForeignAside(libraryFolder);
  if (!looked.ok) return looked;
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

/**
 * Does what a note asks for; nothing without one. To be called before the library is opened. Fails with library_not_ours
 * for a note that is not of this program: that is put aside, and nothing is done.
 */
export function finishRestore(libraryFolder: string, tell: TellOpening = tellNobody): Result<true> {
  const read = readNote(libraryFolder, noteName, noteSchema);
  if (read.kind === 'none') return ok(true);
  if (read.kind === 'unfit') return strangeNote(libraryFolder, noteName, read.why);
  let note = read.value;
  if (note.step === 'copy') {
    const source = sourceOf(libraryFolder, note.name);
    if (source === undefined) {
      removeNote(libraryFolder);
      return fail('not_found', 'The backup to be restored is gone. The library is as it was; choose another backup.');
    }
    const restoring = restoringFile(libraryFolder);
    rmSync(restoring, { force: true });
    copyFile(source, restoring, (done, total) => tell({ step: 'restore', done, total }));
    note = { ...note, step: 'move' };
    writeNote(libraryFolder, note);
  }
  if (!canBeFollowed(libraryFolder, note))
    return strangeNote(libraryFolder, noteName, `${noteName} does not fit what lies beside it`);
  if (note.step === 'move') {
    moveLibrary(libraryFolder, note.keepAs);
    writeNote(libraryFolder, { ...note, step: 'place' });
  }
  if (isPlainFile(libraryFolder, restoringName)) moveInside(libraryFolder, restoringName, 'library.db');
  rmSync(join(libraryFolder, 'library.open'), { force: true });
  if (note.name !== '') {
    const { name, keepAs } = note;
    replacePlain(libraryFolder, restoredName, JSON.stringify({ at: madeAt(libraryFolder, name), keptAs: keepAs }));
  }
  removeNote(libraryFolder);
  return ok(true);
}

/** A note of ours is only ever left where following it loses no library and puts nothing over one. */
function canBeFollowed(libraryFolder: string, { step, keepAs }: Note): boolean {
  const isRestoring = isPlainFile(libraryFolder, restoringName);
  const isThere = whatIsAt(libraryFile(libraryFolder)) !== 'nothing';
  if (step === 'move') return isRestoring && !(isThere && whatIsAt(join(libraryFolder, keepAs)) !== 'nothing');
  return isRestoring !== isThere;
}

/** Makes room for a new, empty library: the one that was there is kept beside it. Fails as restoreLibrary does. */
export function setLibraryAside(libraryFolder: string, now: number): Result<true> {
  const looked = putForeignAside(libraryFolder);
  if (!looked.ok) return looked;
  const owned = takeOwnership(libraryFolder);
  if (!owned.ok) return owned;
  try {
    removeNote(libraryFolder);
    moveLibrary(libraryFolder, `library-set-aside-${now}.db`);
    rmSync(join(libraryFolder, 'library.open'), { force: true });
    return ok(true);
  } finally {
    owned.value.release();
  }
}

function moveLibrary(libraryFolder: string, name: string): void {
  // its log first: a log beside another library would be taken for that one's
  for (const ending of ['-wal', '-shm', ''])
    if (whatIsAt(`${libraryFile(libraryFolder)}${ending}`) !== 'nothing')
      moveInside(libraryFolder, `library.db${ending}`, `${name}${ending}`);
}

function writeNote(libraryFolder: string, note: Note): void {
  replacePlain(libraryFolder, noteName, JSON.stringify(note));
}

function removeNote(libraryFolder: string): void {
  rmSync(join(libraryFolder, noteName), { force: true });
}
