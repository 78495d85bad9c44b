/**
 * The file that lets a browser in, for its owner alone and there for a minute at most. Its path may stand on a command line,
 * where every user of the computer can read it: the token stands in the file.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { writeNew } from '../core/index.ts';

/** Its path; `remove` takes it away. Throws when there is no folder at all that can be written to. */
export function writeEntryFile(
  libraryFolder: string,
  content: string,
): { readonly path: string; readonly remove: () => void } {
  const name = `open-broadsheet-${randomBytes(4).toString('hex')}.html`;
  for (const folder of [ownFolder(libraryFolder), libraryFolder]) {
    try {
      writeNew(folder, name, content);
      const path = join(folder, name);
      return { path, remove: () => rmSync(path, { force: true }) };
    } catch {
      // may only be read, or is full: the next one may do
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  writeNew(folder, name, content);
  return { path: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A browser that Linux shuts in (snap) reads no folder of the home folder whose name begins with a dot. */
function ownFolder(libraryFolder: string): string {
  if (process.platform !== 'linux') return libraryFolder;
  const fromHome = relative(homedir(), libraryFolder).split(sep);
  const isHidden = fromHome[0] !== '..' && fromHome.some((part) => part.startsWith('.'));
  return isHidden ? homedir() : libraryFolder;
}
