/** How a library was left: whether it has to be looked at, finished or brought to a newer form before anybody reads it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { replacePlain, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { isOfNewestVersion } from '../../store/migrate.ts';
import { isWritableLibrary, openAtFirst } from '../../store/open.ts';
import { tablesAside } from '../../store/search/index-aside.ts';
import { isRestorePlanned } from './restore-backup.ts';

const markerName = 'library.open';
/** Written while the library is open and removed at a clean close: if it is there at the start, the stop was unclean. */
const openMarker = (folder: string): string => join(folder, markerName);

export const wasLeftOpen = (folder: string): boolean => whatIsAt(openMarker(folder)) !== 'nothing';

export function noteOpen(folder: string): void {
  replacePlain(folder, markerName, String(process.pid));
}

/** To be called once every connection is closed. */
export function noteCleanClose(folder: string): void {
  rmSync(openMarker(folder), { force: true });
}

/**
 * Whether a reader may open the library before the writer has: it was closed as it should be, is of the newest version and
 * ours throughout, can be written to, and nothing is to be restored or mended. To be asked by the process that owns it. Costs some 2 ms.
 */
export function isAtRest(folder: string): boolean {
  if (wasLeftOpen(folder) || isRestorePlanned(folder) || !isWritableLibrary(folder)) return false;
  const opened = openAtFirst(folder);
  if (!opened.ok) return false;
  const db = opened.value;
  try {
    return isOfNewestVersion(db) && tablesAside(db).length === 0;
  } catch {
    return false; // whatever cannot be read: the writer looks at it, and says what is wrong
  } finally {
    db.close();
  }
}
