/**
 * A library that holds parts of somebody else's making is not opened: its rows are taken into a new one of ours, and the
 * file as it was is kept beside it. Before anything else opens it.
 */
import { rmSync } from 'node:fs';
import { ok, type Result } from '../../../contract/errors.ts';
import { copyRows } from '../../store/copy-rows.ts';
import { libraryFile, openFailure, strangePartsOf } from '../../store/open.ts';
import { type TellOpening, tellNobody } from './opening.ts';
import { finishRestore, planPlacing, restoringFile } from './restore-backup.ts';

/** What became of a library whose rows were taken. */
export interface TakenRows {
  /** The name of the file as it was, beside the library. */
  readonly keptAs: string;
  readonly leftOut: number;
}

/**
 * null where the library is ours throughout: in all but a very few lives. Else some 100,000 rows a second. A kill begins it
 * anew at the next start. Fails with library_full, library_damaged or library_unopenable, and then nothing is changed.
 */
export function takeRowsIfStrange(
  libraryFolder: string,
  now: number,
  tell: TellOpening = tellNobody,
): Result<TakenRows | null> {
  const parts = strangePartsOf(libraryFolder);
  if (!parts.ok) return parts;
  if (parts.value.length === 0) return ok(null);
  const file = restoringFile(libraryFolder);
  const keptAs = `library-before-mending-${now}.db`;
  try {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    const { leftOut } = copyRows(libraryFile(libraryFolder), file, (rows) =>
      tell({ step: 'take-rows', done: rows, total: 0 }),
    );
    planPlacing(libraryFolder, keptAs);
    const placed = finishRestore(libraryFolder);
    return placed.ok ? ok({ keptAs, leftOut }) : placed;
  } catch (error) {
    return openFailure(error, libraryFile(libraryFolder));
  }
}
