/** Work on a library that is not open, in a thread of its own: a copy of several GB and its check take minutes. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { StartTrouble } from '../../../contract/start.ts';
import { copyFile } from '../../lib/copy-file.ts';
import { defaultLibraryFolder } from '../../lib/default-library.ts';
import { articlesIn, isIndexSound } from '../../store/file-checks.ts';
import { libraryFile } from '../../store/open.ts';
import type { TaskContext } from '../task-context.ts';
import { backupFolder, listBackups } from './backup-files.ts';
import type { TellOpening } from './opening.ts';
import { planRestore, restoreLibrary, setLibraryAside } from './restore-backup.ts';

export const startTasks = {
  'start.backups': ({ libraryFolder }: TaskContext): Result<StartTrouble['backups']> =>
    ok(countedBackups(libraryFolder)),
  'start.restore': ({ libraryFolder, tell }: TaskContext, input: { readonly backup: string }) =>
    restoreLibrary(libraryFolder, input.backup, tell),
  /** For the next start, while this one goes on. */
  'start.planRestore': ({ libraryFolder, now }: TaskContext, input: { readonly backup: string }) =>
    planRestore(libraryFolder, { name: input.backup, now }),
  'index.isSound': ({ libraryFolder }: TaskContext) => ok(isIndexSound(libraryFile(libraryFolder))),
  'start.setAside': ({ libraryFolder, now }: TaskContext) => setLibraryAside(libraryFolder, now),
  'start.copy': ({ libraryFolder, tell }: TaskContext, input: { readonly to: string }) =>
    copyFolder(libraryFolder, input.to, tell),
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
function copyFolder(from: string, to: string, tell: TellOpening): Result<true> {
  if (existsSync(to) && readdirSync(to).length > 0)
    return fail('conflict', 'There is something in this folder already. Choose a new one for the copy.', { to });
  if (!relative(resolve(from), resolve(to)).startsWith('..'))
    return fail('conflict', 'The copy cannot lie inside the folder that is copied. Choose another place.', { to });
  if (!existsSync(libraryFile(from)))
    return fail('not_found', 'There is no library in this folder to be copied. Choose another folder to open.', {
      from,
    });
  try {
    copyFiles(from, to, tell);
    makeWritable(to);
    return ok(true);
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    const cause = error instanceof Error ? error.message : String(error);
    return fail('file_unreadable', `The copy could not be made (${cause}). Choose another place for it.`, { to });
  }
}

function copyFiles(from: string, to: string, tell: TellOpening): void {
  const found = [...plainFilesIn(from)].filter((path) => !/^owner\.(db|json)/.test(path));
  const total = found.reduce((sum, path) => sum + statSync(join(from, path)).size, 0);
  let before = 0;
  mkdirSync(to, { recursive: true });
  for (const path of found) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    let copied = 0;
    copyFile(join(from, path), join(to, path), (done) => {
      copied = done;
      tell({ step: 'copy', done: before + done, total });
    });
    before += copied;
  }
}

/** Links and pipes stay behind, and so does what lies behind them: Node's own `recursive` would follow the links. */
function* plainFilesIn(folder: string, path = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isFile()) yield inner;
    else if (entry.isDirectory()) yield* plainFilesIn(folder, inner);
  }
}

/** Copies keep the rights of what they are copies of, and that could not be written to. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o700);
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, found.name);
    // never through a link: its target is somebody else's file
    if (found.isDirectory()) makeWritable(path);
    else if (found.isFile()) chmodSync(path, 0o600);
  }
}
