/**
 * Backups as files beside the library: 7 daily, 4 weekly, those before a migration and those made by hand. A file has its
 * name only when it is whole and checked, so that a kill at any moment leaves no backup that is none.
 */
import { linkSync, lstatSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../contract/archive.ts';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { copyFile } from '../../lib/copy-file.ts';
import { makeFolderInside, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { damageOfTables } from '../../store/file-checks.ts';
import { copyLibrary } from '../../store/open.ts';
import { isCorrupt } from '../as-failure.ts';

export const backupFolder = (libraryFolder: string): string => join(libraryFolder, 'backups');

const kinds: readonly (readonly [RegExp, Backup['kind']])[] = [
  [/^daily-\d{4}-\d{2}-\d{2}\.db$/, 'daily'],
  [/^weekly-\d{4}-\d{2}-\d{2}\.db$/, 'weekly'],
  [/^before-version-\d+\.db$/, 'migration'],
  [/^manual-\d{8}-\d{6}\.db$/, 'manual'],
];
const keptDaily = 7;
const keptWeekly = 4;
const weekDays = 7;

const kindOf = (name: string): Backup['kind'] | undefined => kinds.find(([pattern]) => pattern.test(name))?.[1];

export const isBackupName = (name: string): boolean => kindOf(name) !== undefined;

/** Newest first. A link is no backup, and neither is what lies behind one. */
export function listBackups(libraryFolder: string): Backup[] {
  const folder = backupFolder(libraryFolder);
  if (whatIsAt(folder) !== 'folder') return [];
  return readdirSync(folder)
    .flatMap((name): Backup[] => {
      const kind = kindOf(name);
      const place = join(folder, name);
      if (kind === undefined || whatIsAt(place) !== 'file') return [];
      const { mtimeMs, size } = lstatSync(place);
      return [{ name, at: Math.round(mtimeMs), sizeBytes: size, kind }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Seconds for each GB, in a thread of its own. Fails with cancelled when the signal says to give up, and leaves nothing then. */
export async function makeBackup(
  libraryFolder: string,
  { kind, now, signal }: { readonly kind: 'daily' | 'manual'; readonly now: EpochMs; readonly signal?: AbortSignal },
): Promise<Result<Backup>> {
  const folder = backupFolder(libraryFolder);
  try {
    makeFolderInside(libraryFolder, 'backups');
  } catch (error) {
    return couldNot(error);
  }
  const name = kind === 'daily' ? `daily-${dayOf(now)}.db` : `manual-${stampOf(now)}.db`;
  const unfinished = join(folder, `${name}.unfinished`);
  rmSync(unfinished, { force: true });
  let damage: string | undefined;
  try {
    await copyLibrary(libraryFolder, unfinished, signal);
    damage = await damageOfTables(unfinished, signal);
  } catch (error) {
    rmSync(unfinished, { force: true });
    return signal?.aborted === true
      ? fail('cancelled', 'Broadsheet is closing; this backup was not made.')
      : couldNot(error);
  }
  if (damage !== undefined) {
    rmSync(unfinished, { force: true });
    return fail('library_damaged', `No backup was kept: a check of it found damage (${damage}). ${whatFollows}`);
  }
  renameSync(unfinished, join(folder, name));
  if (kind === 'daily') rotate(libraryFolder, name, now);
  const { size } = statSync(join(folder, name));
  return ok({ name, at: now, sizeBytes: size, kind });
}

// the engine looks for the damage once it hears of it
const whatFollows =
  'If it is in the search index, that is built anew now. Else close Broadsheet and start it again: it then offers your backups.';

function couldNot(error: unknown): ReturnType<typeof fail> {
  const cause = error instanceof Error ? error.message : String(error);
  if (isCorrupt(error)) return fail('library_damaged', `No backup could be made (${cause}). ${whatFollows}`);
  const isFull = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_FULL');
  return isFull
    ? fail('library_full', 'There is no room for a backup. Free some space; the library itself is as it was.')
    : fail('file_unreadable', `The backup could not be written (${cause}). The library itself is as it was.`);
}

function rotate(libraryFolder: string, newest: string, now: EpochMs): void {
  const folder = backupFolder(libraryFolder);
  const weekly = listBackups(libraryFolder).filter((backup) => backup.kind === 'weekly');
  if (weekly[0] === undefined || dayNumber(dayOf(now)) - dayNumber(weekly[0].name) >= weekDays)
    shareFile(join(folder, newest), join(folder, `weekly-${dayOf(now)}.db`));
  const byKind = (kind: Backup['kind']): string[] =>
    listBackups(libraryFolder)
      .filter((backup) => backup.kind === kind)
      .map((backup) => backup.name)
      .sort()
      .reverse();
  const old = [...byKind('daily').slice(keptDaily), ...byKind('weekly').slice(keptWeekly)];
  for (const name of old) rmSync(join(folder, name), { force: true });
}

/** One file under two names takes the room of one, where the file system can do that. */
function shareFile(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFile(from, to, () => {}); // a file system without links: a copy is as good, and larger
  }
}

/** Days of the calendar, as the names have them: a moment less a date would make weeks of eight days east of Greenwich. */
function dayNumber(name: string): number {
  return Date.parse(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '') / 86_400_000;
}

/** The day on the reader's own calendar. */
function dayOf(at: EpochMs): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

function stampOf(at: EpochMs): string {
  const time = new Date(at);
  return `${dayOf(at).replaceAll('-', '')}-${pad(time.getHours())}${pad(time.getMinutes())}${pad(time.getSeconds())}`;
}

const pad = (n: number): string => String(n).padStart(2, '0');
