/** Numbered forward migrations. The file keeps its number in user_version; a newer file is refused, never touched. */
import { fail, ok, type Result } from '../../contract/errors.ts';
import type { ReadableDb, WritableDb } from './handles.ts';
import * as library from './migrations/0001-library.ts';
import * as archive from './migrations/0002-archive.ts';
import * as stories from './migrations/0003-stories.ts';
import * as follows from './migrations/0004-follows.ts';
import * as unseen from './migrations/0005-unseen.ts';
import * as headlines from './migrations/0006-headlines.ts';
import * as logins from './migrations/0007-logins.ts';
import * as articlesRead from './migrations/0008-articles-read.ts';
import * as chosenHeadlines from './migrations/0009-chosen-headlines.ts';
import * as searchCounts from './migrations/0010-search-counts.ts';

interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL alone cannot do, in the same transaction. */
  readonly after?: (db: WritableDb) => void;
}

const migrations: readonly Migration[] = [
  library,
  archive,
  stories,
  follows,
  unseen,
  headlines,
  logins,
  articlesRead,
  chosenHeadlines,
  searchCounts,
];
export const newestVersion = Math.max(...migrations.map((migration) => migration.version));

/** "BSHT": tells a library from any other SQLite file. */
export const applicationId = 0x42534854;

/** Makes the schema of this version, with what a new library begins with, where there is nothing. */
export function makeForm(db: WritableDb, version: number): void {
  for (const migration of migrations) {
    if (migration.version > version) continue;
    db.exec(migration.sql);
    migration.after?.(db);
  }
}

interface Around {
  /** Runs before the first step on a library that already holds something. */
  readonly backUp: () => void;
  /** Hears of each step that begins: some minutes in a large library. */
  readonly tell?: (done: number, total: number) => void;
}

/**
 * Brings the library to the newest form, each step in one transaction. Fails with library_newer, or library_damaged when
 * the file is no library.
 */
export function migrate(
  db: WritableDb,
  { backUp, tell }: Around,
): Result<{ readonly from: number; readonly to: number }> {
  const from = versionOf(db);
  if (!from.ok) return from;
  const due = migrations.filter((migration) => migration.version > from.value);
  // what a step takes out is gone from its pages at once
  if (due.length > 0) db.pragma('secure_delete = ON');
  if (due.length > 0 && from.value > 0) backUp();
  for (const [done, migration] of due.entries()) {
    tell?.(done, due.length);
    db.transaction(() => {
      db.exec(migration.sql);
      migration.after?.(db);
      db.pragma(`user_version = ${migration.version}`);
      db.pragma(`application_id = ${applicationId}`);
    });
  }
  if (due.length > 0) db.pragma('secure_delete = OFF');
  wipeWhatWasMoved(db);
  return ok({ from: from.value, to: newestVersion });
}

/** Writes the file anew where secrets lay in it: their bytes stay in free room otherwise. A kill leaves it to the next start. */
function wipeWhatWasMoved(db: WritableDb): void {
  if (db.get('SELECT 1 FROM fact WHERE key = :key', { key: logins.cleaningDue }) === undefined) return;
  db.exec('VACUUM');
  db.run('DELETE FROM fact WHERE key = :key', { key: logins.cleaningDue });
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** A library in its newest form, with a log that readers and the writer share. */
export function isOfNewestVersion(db: ReadableDb): boolean {
  const found = db.get<{ version: number; id: number; mode: string }>(
    `SELECT (SELECT user_version FROM pragma_user_version) AS version,
       (SELECT application_id FROM pragma_application_id) AS id,
       (SELECT journal_mode FROM pragma_journal_mode) AS mode`,
  );
  return found?.version === newestVersion && found.id === applicationId && found.mode === 'wal';
}

/** 0 where there is nothing yet. Fails with library_newer, or library_damaged when the file is no library. */
export function versionOf(db: ReadableDb): Result<number> {
  try {
    const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    const tables = db.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n ?? 0;
    const id = db.get<{ application_id: number }>('PRAGMA application_id')?.application_id ?? 0;
    if (version === 0 && tables > 0) return notALibrary(`it holds ${tables} other tables`);
    if (version > 0 && id !== applicationId) return notALibrary('it belongs to another program');
    if (version < 0) return notALibrary('it has no version of ours');
    return version > newestVersion ? isNewer(version) : ok(version);
  } catch (error) {
    return notALibrary(error instanceof Error ? error.message : String(error));
  }
}

function isNewer(found: number): ReturnType<typeof fail> {
  return fail(
    'library_newer',
    'This library was last opened by a newer version of Broadsheet. Install that version to open it; nothing was changed.',
    { found, known: newestVersion },
  );
}

function notALibrary(why: string): ReturnType<typeof fail> {
  return fail(
    'library_damaged',
    `The library file is damaged or is not a Broadsheet library (${why}). Restore a backup, or move the file away to begin anew; it was not changed.`,
    { why },
  );
}
