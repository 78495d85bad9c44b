/**
 * Paths that come from outside: out of an archive, a note, a row of somebody else's library. They are recognised, never
 * built: each name in them has to be one that Broadsheet writes itself, and the place has to lie in its folder. The same
 * names are refused on every system, so that a folder which is harmless here is harmless where it is copied to.
 */
import * as thisSystem from 'node:path';

/** `node:path`, or its `posix` or `win32`: the tests try both everywhere. */
type PathSystem = Pick<typeof thisSystem, 'join' | 'relative' | 'isAbsolute' | 'resolve'>;

const longestName = 120;
const mostNames = 8;
// No space, colon, tilde, backslash, percent sign or capital: nothing that one system reads otherwise than another.
const ownName = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?$/;
// Windows opens a device for these, whatever ending they have.
const deviceName = /^(?:con|prn|aux|nul|conin|conout|clock|com\d|lpt\d)(?:\.|$)/;

/** Whether every system takes this for the name of an ordinary file, and the same one. */
function isOwnName(name: string): boolean {
  return name.length <= longestName && ownName.test(name) && !deviceName.test(name);
}

/**
 * The absolute place of a path with slashes, or undefined when one of its names is not ours or it leads out of the folder.
 * Looks at no file: see plain-files.ts for what lies there.
 */
export function insidePath(folder: string, path: string, system: PathSystem = thisSystem): string | undefined {
  const names = path.split('/');
  if (names.length > mostNames || !names.every(isOwnName)) return undefined;
  const place = system.resolve(folder, ...names);
  const way = system.relative(folder, place);
  return way === '' || way.startsWith('..') || system.isAbsolute(way) ? undefined : place;
}
