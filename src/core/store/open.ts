/** Opens library files with the settings that readers and the writer need, and names what can go wrong. */
import { accessSync, constants, existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { copyFile } from '../lib/copy-file.ts';
import { type Connection, connect } from './connect.ts';
import { damageInFile } from './file-checks.ts';
import { ReadableDb, WritableDb } from './handles.ts';
import { versionOf } from './migrate.ts';
import { strangeParts } from './own-schema.ts';

export const libraryFile = (libraryFolder: string): string => join(libraryFolder, 'library.db');

// KiB as negative pages, the measured choice: 32 MB for the writer, 16 MB a reader, no mmap.
const writerCacheKib = 32 * 1024;
const readerCacheKib = 16 * 1024;

/**
 * Opens the library for writing, creating it when absent. Migrating is the caller's next step. What is no library of ours
 * throughout is refused before a byte of it is changed.
 */
export function openWritable(libraryFolder: string): Result<WritableDb> {
  const file = libraryFile(libraryFolder);
  const refusal = writeRefusal(libraryFolder, file);
  if (refusal !== undefined) return refusal;
  try {
    const connection = connect(file);
    const db = new WritableDb(connection);
    const isOurs = looksOurs(connection, db);
    if (!isOurs.ok) {
      db.close();
      return isOurs;
    }
    // before the first table: room that is freed can then be given back a little at a time
    connection.pragma('auto_vacuum = INCREMENTAL');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = NORMAL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('temp_store = MEMORY');
    connection.pragma(`cache_size = -${writerCacheKib}`);
    // 8 MB: half of the waiting for the disk that the usual 4 MB cost; with 16 MB one checkpoint held the writer for 54 ms
    connection.pragma('wal_autocheckpoint = 2000');
    connection.pragma('journal_size_limit = 67108864');
    return ok(db);
  } catch (error) {
    return openFailure(error, file);
  }
}

/** Opens the library read-only. The file must exist, be migrated, and have been looked at by the process that owns it. */
export function openReadable(libraryFolder: string): Result<ReadableDb> {
  const file = libraryFile(libraryFolder);
  try {
    const connection = connect(file, { readonly: true });
    connection.pragma('temp_store = MEMORY');
    connection.pragma(`cache_size = -${readerCacheKib}`);
    return ok(new ReadableDb(connection));
  } catch (error) {
    return openFailure(error, file);
  }
}

/** As openReadable, for the first look at a library: fails as openWritable does. */
export function openAtFirst(libraryFolder: string): Result<ReadableDb> {
  const file = libraryFile(libraryFolder);
  try {
    const connection = connect(file, { readonly: true });
    const db = new ReadableDb(connection);
    const isOurs = looksOurs(connection, db);
    if (isOurs.ok) return ok(db);
    db.close();
    return isOurs;
  } catch (error) {
    return openFailure(error, file);
  }
}

/** What in a library's schema our migrations did not make, by name; empty for a library that migrate.ts refuses unread. */
export function strangePartsOf(libraryFolder: string): Result<readonly string[]> {
  const file = libraryFile(libraryFolder);
  const refusal = writeRefusal(libraryFolder, file);
  if (refusal !== undefined) return refusal;
  try {
    // for writing: what a stop left in its log is only then put where it belongs
    const connection = connect(file);
    try {
      return ok(strangeParts(connection));
    } finally {
      connection.close();
    }
  } catch (error) {
    return openFailure(error, file);
  }
}

function looksOurs(connection: Connection, db: ReadableDb): Result<true> {
  const version = versionOf(db);
  if (!version.ok) return version;
  const parts = strangeParts(connection);
  if (parts.length === 0) return ok(true);
  return fail(
    'library_damaged',
    'The library file holds parts that Broadsheet did not make, so it is not used as it is. Restore a backup; the file was not changed.',
    { parts: parts.slice(0, 20) },
  );
}

/** There, and both it and its folder can be written to. */
export function isWritableLibrary(libraryFolder: string): boolean {
  return isWritable(libraryFolder) && isWritable(libraryFile(libraryFolder));
}

function writeRefusal(folder: string, file: string): ReturnType<typeof fail> | undefined {
  if (isWritable(folder) && (!existsSync(file) || isWritable(file))) return undefined;
  return fail(
    'library_read_only',
    'The library is in a folder that cannot be written to, so it cannot be opened, not even for reading. Copy the folder to a place of your own and open it there.',
    { folder, file },
  );
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false; // the answer is the point: whatever the reason, it cannot be written to
  }
}

/** What keeps a library from being opened, as a person can read it. */
export function openFailure(error: unknown, file: string): ReturnType<typeof fail> {
  const cause = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return fail(
      'library_damaged',
      'The library file is damaged or is not a Broadsheet library. Restore a backup, or move the file away to begin anew; it was not changed.',
      { file, cause },
    );
  }
  if (code === 'NOT_PLAIN') {
    return fail(
      'library_not_ours',
      `The library was not opened, because ${cause}. Broadsheet follows nothing that leads out of a library’s folder. Put the file itself there, or open the folder in which it lies.`,
      { file },
    );
  }
  // without room for its shared memory SQLite speaks of the disk alone
  if (code === 'SQLITE_FULL' || (code.startsWith('SQLITE_IOERR') && hasNoRoom(file))) {
    return fail(
      'library_full',
      'There is no room left for the library. Free some space and start again; what was stored is safe.',
      { file },
    );
  }
  return fail('library_unopenable', `The library at ${file} could not be opened (${cause}).`, { file });
}

function hasNoRoom(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 64 * 1024;
  } catch {
    return false; // not to be had here: the failure keeps its own words
  }
}

// 8 MB: some 10 ms
const pagesAStep = 2_000;

/**
 * Copies the library as it is now, a few pages at a time and through a connection of its own: nothing else waits. Rejects when
 * the signal says to give up, and with what SQLite throws; what there is of the copy is then the caller's to remove.
 */
export async function copyLibrary(libraryFolder: string, file: string, signal?: AbortSignal): Promise<void> {
  const connection = connect(libraryFile(libraryFolder), { readonly: true });
  try {
    // The library of one moment: without this, each change by the writer would begin the copy anew.
    connection.exec('BEGIN');
    connection.prepare('SELECT 1 FROM sqlite_schema').get();
    await connection.backup(file, {
      progress: () => {
        signal?.throwIfAborted();
        return pagesAStep;
      },
    });
  } finally {
    connection.close();
  }
  // a copy of a log that is not there would have to be given one before it can be read
  const copy = connect(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

interface WritingAnew {
  /** Bytes of three times the library: its copy, the file that is written from it, and that file's check. */
  readonly done: number;
  readonly total: number;
  /** A file whose bytes are to be added to `done`: SQLite writes it in one go. */
  readonly grows?: string;
}

/**
 * A compact copy of a closed library without some tables, whose pages need not be readable. Fails with library_full and
 * library_damaged, and then leaves no file.
 */
export function writeWithout(
  libraryFolder: string,
  { file, tables, tell }: { file: string; tables: readonly string[]; tell: (writing: WritingAnew) => void },
): Result<true> {
  const part = `${file}.part`;
  try {
    const { size } = statSync(libraryFile(libraryFolder));
    const total = size * 3;
    copyFile(libraryFile(libraryFolder), part, (done) => tell({ done, total }));
    forget(part, tables);
    tell({ done: size, total, grows: file });
    const connection = connect(part, { readonly: true });
    connection.prepare('VACUUM INTO :file').run({ file });
    connection.close();
    const damage = damageInFile(file, (done, pages) => tell({ done: size * (2 + done / pages), total }));
    if (damage === undefined) return ok(true);
    rmSync(file, { force: true });
    return fail('library_damaged', `The library is damaged (${damage}). Restore a backup.`, { file });
  } catch (error) {
    rmSync(file, { force: true });
    return openFailure(error, libraryFile(libraryFolder));
  } finally {
    rmSync(part, { force: true });
  }
}

/** Takes tables out of a file's schema. Their pages stay behind, which is why the file is then written anew. */
function forget(file: string, tables: readonly string[]): void {
  const connection = connect(file);
  try {
    connection.unsafeMode(true);
    connection.pragma('writable_schema = ON');
    connection
      .prepare('DELETE FROM sqlite_schema WHERE tbl_name IN (SELECT value FROM json_each(:tables))')
      .run({ tables: JSON.stringify(tables) });
  } finally {
    connection.close();
  }
}

/**
 * Holds a library for one process: an exclusive lock on a tiny file that the system frees even after kill -9. undefined when
 * another process holds it; throws what else keeps it from being locked.
 */
export function lockExclusively(file: string): { readonly release: () => void } | undefined {
  const connection = connect(file, { timeoutMs: 0 });
  try {
    connection.pragma('journal_mode = DELETE');
    connection.exec('BEGIN EXCLUSIVE');
    return { release: () => connection.close() };
  } catch (error) {
    connection.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return undefined;
    if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) throw error;
  }
  // nothing is ever written into it, so that a damaged one is as good as none; and nobody can hold such a file
  rmSync(file);
  return lockExclusively(file);
}
