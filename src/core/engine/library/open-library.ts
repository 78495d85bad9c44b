/** Opens a library for writing: migrated, checked after an unclean stop, unfinished bulk changes finished. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { finishMark } from '../../store/articles/mark-articles.ts';
import type { WritableDb } from '../../store/handles.ts';
import { migrate } from '../../store/migrate.ts';
import { libraryFile, openWritable } from '../../store/open.ts';
import { isDamagedInIndexAlone, setIndexAside } from '../../store/search/index-aside.ts';
import { getFact, setFact } from '../../store/settings.ts';
import { interruptedTurns, turnOperation } from '../../store/turn-operation.ts';
import { asFailure } from '../as-failure.ts';
import { noteOpen, wasLeftOpen } from './library-at-rest.ts';
import { mendLibrary } from './mend-library.ts';
import { finishRestore } from './restore-backup.ts';

export interface LibraryFacts {
  /** The last stop was unclean, and the file was checked. */
  readonly checked: boolean;
  readonly isNew: boolean;
}

interface Opened {
  readonly db: WritableDb;
  readonly facts: LibraryFacts;
}

/** Where the disk has no room even for the note that the library is open, that is said too. */
export function openLibrary(folder: string): Result<Opened> {
  try {
    return openIn(folder);
  } catch (error) {
    return asFailure(error, 'open');
  }
}

function openIn(folder: string): Result<Opened> {
  const restored = finishRestore(folder);
  if (!restored.ok) return restored;
  const isNew = !existsSync(libraryFile(folder));
  const mended = isNew ? ok(true) : mendLibrary(folder, Date.now());
  if (!mended.ok) return mended;
  const unclean = wasLeftOpen(folder);
  const opened = openWritable(folder);
  if (!opened.ok) return opened;
  const db = opened.value;
  const migrated = migrate(db, () => backUpBeforeMigration(db, folder));
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  if (unclean && !isSound(db) && !isMendable(db)) {
    db.close();
    return fail(
      'library_damaged',
      'The library was damaged when Broadsheet or the computer stopped. Restore a backup from the start screen; the file was not changed.',
    );
  }
  noteOpen(folder);
  if (getFact(db, 'created_at') === undefined) setFact(db, 'created_at', String(Date.now()));
  finishInterrupted(db);
  return ok({ db, facts: { checked: unclean, isNew } });
}

function isSound(db: WritableDb): boolean {
  return db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
}

/** An index can be made again from the articles: that is no reason not to open a library. */
function isMendable(db: WritableDb): boolean {
  if (!isDamagedInIndexAlone(db)) return false;
  setIndexAside(db);
  return true;
}

function backUpBeforeMigration(db: WritableDb, folder: string): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const file = join(backups, `before-version-${version + 1}.db`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  db.copyInto(unfinished);
  renameSync(unfinished, file);
}

function finishInterrupted(db: WritableDb): void {
  const running = db.all<{ id: number; change: string; at: number }>(
    "SELECT id, change, at FROM operation WHERE state = 'running' AND kind IN ('mark', 'mark-automatic')",
  );
  for (const operation of running) finish(db, finishMark(db, operation));
  for (const { row, direction } of interruptedTurns(db)) finish(db, turnOperation(db, row, direction, Date.now()));
}

function finish(db: WritableDb, steps: Generator<undefined, unknown>): void {
  db.transaction(() => {
    while (steps.next().done !== true);
  });
}
