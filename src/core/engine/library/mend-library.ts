/** Writes a library anew without an index that was put aside because its pages are damaged. Before anything else opens it. */
import { rmSync } from 'node:fs';
import { ok, type Result } from '../../../contract/errors.ts';
import { openWritable, writeWithout } from '../../store/open.ts';
import { tablesAside } from '../../store/search/index-aside.ts';
import { type TellOpening, tellNobody } from './opening.ts';
import { finishRestore, planPlacing, restoringFile } from './restore-backup.ts';

/**
 * Nothing to do in all but a very few lives. Takes about half a minute for each GB. What was there before is kept beside
 * the library, as with a restore. Fails with library_full or library_damaged, and then nothing is changed.
 */
export function mendLibrary(libraryFolder: string, now: number, tell: TellOpening = tellNobody): Result<true> {
  const opened = openWritable(libraryFolder);
  if (!opened.ok) return opened;
  const db = opened.value;
  const tables = tablesAside(db);
  if (tables.length === 0) {
    db.close();
    return ok(true);
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const file = restoringFile(libraryFolder);
  for (const ending of ['', '-journal', '.part', '.part-journal']) rmSync(`${file}${ending}`, { force: true });
  const written = writeWithout(libraryFolder, {
    file,
    tables,
    tell: (writing) => tell({ step: 'mend', ...writing }),
  });
  if (!written.ok) return written;
  planPlacing(libraryFolder, `library-before-mending-${now}.db`);
  return finishRestore(libraryFolder);
}
