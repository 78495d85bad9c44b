/** Work on a library that is not open, in a thread of its own: a copy of several GB and its check take minutes. */
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { StartTrouble } from '../../../contract/start.ts';
import { defaultLibraryFolder } from '../../lib/default-library.ts';
import { articlesIn, libraryFile } from '../../store/open.ts';
import type { TaskContext } from '../task-context.ts';
import { backupFolder, listBackups } from './backup-files.ts';
import { restoreLibrary, setLibraryAside } from './restore-backup.ts';

export const startTasks = {
  'start.backups': ({ libraryFolder }: TaskContext): Result<StartTrouble['backups']> =>
    ok(countedBackups(libraryFolder)),
  'start.restore': ({ libraryFolder }: TaskContext, input: { readonly backup: string }) =>
    restoreLibrary(libraryFolder, input.backup),
  'start.setAside': ({ libraryFolder, now }: TaskContext) => setLibraryAside(libraryFolder, now),
  'start.copy': ({ libraryFolder }: TaskContext, input: { readonly to: string }) => copyFolder(libraryFolder, input.to),
};

/** Newest first, each with its number of articles: the way to tell which one to take. */
export function countedBackups(libraryFolder: string): StartTrouble['backups'] {
  return listBackups(libraryFolder).map((backup) => ({
    ...backup,
    articles: articlesIn(join(backupFolder(libraryFolder), backup.name)) ?? null,
  }));
}

/** Beside the usual library, named for the folder that is copied; never a name that is taken. */
export function placeForCopy(libraryFolder: string): string {
  const wanted = join(dirname(defaultLibraryFolder()), `${basename(resolve(libraryFolder))}-copy`);
  for (let n = 1; ; n += 1) {
    const place = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(place)) return place;
  }
}

/** Everything but the note of who owns it. Fails with conflict or file_unreadable, and then leaves nothing behind. */
function copyFolder(from: string, to: string): Result<true> {
  if (existsSync(to) && readdirSync(to).length > 0)
    return fail('conflict', 'There is something in this folder already. Choose a new one for the copy.', { to });
  if (!relative(resolve(from), resolve(to)).startsWith('..'))
    return fail('conflict', 'The copy cannot lie inside the folder that is copied. Choose another place.', { to });
  if (!existsSync(libraryFile(from)))
    return fail('not_found', 'There is no library in this folder to be copied. Choose another folder to open.', {
      from,
    });
  try {
    cpSync(from, to, { recursive: true, filter: (file) => !/^owner\.(db|json)/.test(basename(file)) });
    makeWritable(to);
    return ok(true);
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    const cause = error instanceof Error ? error.message : String(error);
    return fail('file_unreadable', `The copy could not be made (${cause}). Choose another place for it.`, { to });
  }
}

/** Copies keep the rights of what they are copies of, and that could not be written to. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o700);
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, found.name);
    if (found.isDirectory()) makeWritable(path);
    else chmodSync(path, 0o600);
  }
}
