/** Opens a library for writing: migrated, checked after an unclean stop, unfinished bulk changes finished. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { makeFolderInside } from '../../lib/own-files/plain-files.ts';
import { finishMark } from '../../store/articles/mark-articles.ts';
import { damageInPages } from '../../store/check-pages.ts';
import { forgetLogins } from '../../store/feeds/logins.ts';
import type { WritableDb } from '../../store/handles.ts';
import { noteIndexUnchecked } from '../../store/index-unchecked.ts';
import { migrate } from '../../store/migrate.ts';
import { libraryFile, openWritable } from '../../store/open.ts';
import { isDamagedInIndexAlone, setIndexAside } from '../../store/search/index-aside.ts';
import { getFact, setFact } from '../../store/settings.ts';
import { interruptedTurns, turnOperation } from '../../store/turn-operation.ts';
import { asFailure, isUnfit } from '../as-failure.ts';
import { noteOpen, wasLeftOpen } from './library-at-rest.ts';
import { mendLibrary } from './mend-library.ts';
import { type TellOpening, tellNobody } from './opening.ts';
import { finishRestore } from './restore-backup.ts';
import { takeRowsIfStrange } from './take-rows.ts';
import { noteTakenRows } from './taken-notice.ts';

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
export function openLibrary(folder: string, tell: TellOpening = tellNobody): Result<Opened> {
  try {
    return openIn(folder, tell);
  } catch (error) {
    return asFailure(error, 'open');
  }
}

function openIn(folder: string, tell: TellOpening): Result<Opened> {
  const restored = finishRestore(folder, tell);
  if (!restored.ok) return restored;
  const isNew = !existsSync(libraryFile(folder));
  const taken = isNew ? ok(null) : takeRowsIfStrange(folder, Date.now(), tell);
  if (!taken.ok) return taken;
  const mended = isNew ? ok(true) : mendLibrary(folder, Date.now(), tell);
  if (!mended.ok) return mended;
  const unclean = wasLeftOpen(folder);
  const opened = openWritable(folder);
  if (!opened.ok) return opened;
  const db = opened.value;
  const migrated = migrate(db, {
    backUp: () => backUpBeforeMigration(db, folder, tell),
    tell: (done, total) => tell({ step: 'migrate', done, total }),
  });
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  if (unclean) {
    const damage = damageInPages(db, (done, total) => tell({ step: 'check', done, total }));
    if (damage !== undefined && !isMendable(db)) {
      db.close();
      return fail(
        'library_damaged',
        'The library was damaged when Broadsheet or the computer stopped. Restore a backup from the start screen; the file was not changed.',
        { damage },
      );
    }
    noteIndexUnchecked(db);
  }
  noteOpen(folder);
  if (getFact(db, 'created_at') === undefined) setFact(db, 'created_at', String(Date.now()));
  finishInterrupted(db, tell);
  if (taken.value !== null) noteTakenRows(db, taken.value, Date.now());
  forgetLogins(db, Date.now());
  return ok({ db, facts: { checked: unclean, isNew } });
}

/** An index can be made again from the articles: that is no reason not to open a library. */
function isMendable(db: WritableDb): boolean {
  if (!isDamagedInIndexAlone(db)) return false;
  setIndexAside(db);
  return true;
}

function backUpBeforeMigration(db: WritableDb, folder: string, tell: TellOpening): void {
  const backups = makeFolderInside(folder, 'backups');
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const file = join(backups, `before-version-${version + 1}.db`);
  const unfinished = `${file}.unfinished`;
  // with its log: SQLite would take that for one of the new file
  for (const ending of ['', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
  tell({ step: 'back-up', done: 0, total: bytesIn(db), grows: unfinished });
  db.copyInto(unfinished);
  renameSync(unfinished, file);
}

function bytesIn(db: WritableDb): number {
  const pragma = (name: string) => db.column<number>(`PRAGMA ${name}`)[0] ?? 0;
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

function finishInterrupted(db: WritableDb, tell: TellOpening): void {
  const running = db.all<{ id: number; change: string; at: number }>(
    "SELECT id, change, at FROM operation WHERE state = 'running' AND kind IN ('mark', 'mark-automatic')",
  );
  for (const operation of running) finish(db, operation.id, { steps: finishMark(db, operation), tell });
  for (const { row, direction } of interruptedTurns(db))
    finish(db, row.id, { steps: turnOperation(db, row, direction, Date.now()), tell });
}

/**
 * Each step in a transaction of its own, as the writer would have run it: a kill in the middle is finished next time. What
 * does not fit into the library, of a file that was made elsewhere, is closed: it would keep the library shut for good.
 */
function finish(
  db: WritableDb,
  id: number,
  { steps, tell }: { readonly steps: Generator<undefined, unknown>; readonly tell: TellOpening },
): void {
  try {
    for (let done = 0; db.transaction(() => steps.next()).done !== true; done += 1)
      tell({ step: 'finish', done, total: 0 });
  } catch (error) {
    if (!isUnfit(error)) throw error;
    db.run("UPDATE operation SET state = 'closed' WHERE id = :id", { id });
  }
}
