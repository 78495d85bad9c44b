/**
 * A library is its owner's alone: logins of feeds lie in it, and whoever can read its lock can keep its owner out. Also in a
 * folder that was there before, which has whatever rights it was made with.
 */
import { chmodSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

const forOthers = 0o077;
const writableByOthers = 0o022;
/** What Broadsheet itself puts into the folder; whatever else lies there is none of its business. */
const ownName = /^(?:library|owner|restored?|sample)[.-]|^(?:backups|logs|media)$/;

/**
 * Takes the rights of others away, of the folder first, so that nobody can put a link in a file's place meanwhile. Answers
 * what the reader has to know, in sentences: hardly ever anything. Nothing on Windows, where a profile's folders and files
 * are their owner's by inheritance, and these rights do not exist. Costs one look at each file, some 0.1 ms.
 */
export function keepPrivate(libraryFolder: string): string[] {
  const me = process.getuid?.();
  if (me === undefined) return [];
  const folder = statSync(libraryFolder, { throwIfNoEntry: false });
  if (folder === undefined || !folder.isDirectory()) return [];
  // root's reach is no other user's folder becoming its own
  if (folder.uid !== me)
    return [
      `The library’s folder (${libraryFolder}) belongs to another user of this computer, who can read and change everything in it. Copy it to a folder of your own and open that.`,
    ];
  if (!isTightened(libraryFolder, folder))
    return [
      `Other users of this computer can get at the library’s folder (${libraryFolder}), and that could not be changed. Move the library to a folder of your own.`,
    ];
  for (const place of ownPlaces(libraryFolder)) isTightened(place, lstatSync(place, { throwIfNoEntry: false }));
  if ((folder.mode & writableByOthers) === 0) return [];
  return [
    `Until now other users of this computer could change files in the library’s folder (${libraryFolder}). It is yours alone from now on; if somebody else may have used it, restore a backup from before.`,
  ];
}

function ownPlaces(libraryFolder: string): string[] {
  const own = readdirSync(libraryFolder).filter((name) => ownName.test(name));
  const folders = ['backups', 'logs'].map((name) => join(libraryFolder, name));
  const below = folders.filter((folder) => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true);
  return [
    ...own.map((name) => join(libraryFolder, name)),
    ...below.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
  ];
}

/** False where others still have rights. A link is left alone, and so is a pipe: its target would be changed. */
function isTightened(place: string, found: Stats | undefined): boolean {
  if (found === undefined || !(found.isFile() || found.isDirectory())) return true;
  if ((found.mode & forOthers) === 0) return true;
  try {
    // by name, and not through a handle: closing one would free every lock that this process has on the file
    chmodSync(place, found.mode & 0o700);
    return (statSync(place).mode & forOthers) === 0;
  } catch {
    return false; // a file system without rights, or a file of somebody else's
  }
}
