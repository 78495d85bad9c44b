/** An archive folder back into a library: checked first, then row by row into an empty library, or merged into one that is not. */
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { mediaFolderName } from '../../lib/own-files/media-path.ts';
import { isPlainFile, readPlain } from '../../lib/own-files/plain-files.ts';
import { storeMedia } from '../../reading/media-store.ts';
import { fillTables, isEmptyLibrary, type TableLine, UnfitTablesError } from '../../store/archive/archive-tables.ts';
import type { ReadableDb, WritableDb } from '../../store/handles.ts';
import { newestVersion } from '../../store/migrate.ts';
import type { TaskContext } from '../task-context.ts';
import { mediaPathOf, mostBytesOf, tableOf } from './archive-names.ts';
import { archiveTrouble, checkArchive } from './check-archive.ts';
import { linesOf } from './lines-of.ts';
import { clearStage, stageTables } from './stage-tables.ts';

export interface CheckedArchive {
  /** Names of tables. */
  readonly tables: readonly string[];
  /** Paths in the archive. */
  readonly pictures: readonly string[];
  readonly articles: number;
  /** Its tables are those of this version of the library. */
  readonly isSameForm: boolean;
}

export function archiveCheckTask(
  _context: TaskContext,
  { folder }: { readonly folder: string },
): Result<CheckedArchive> {
  return orTrouble(folder, () => {
    const { tables, pictures, pages, version } = checkArchive(folder);
    return ok({
      tables: tables.map(tableOf).filter((table) => table !== undefined),
      pictures,
      articles: pages,
      isSameForm: version === newestVersion,
    });
  });
}

/** Cleans the tables and puts them where fillLibrary takes them from. */
export function archiveStageTask(
  context: TaskContext,
  { folder, tables }: { readonly folder: string; readonly tables: readonly string[] },
): Result<readonly string[]> {
  const paths = { archive: folder, library: context.libraryFolder, tables };
  const staged = orTrouble(folder, () => ok(stageTables(paths)));
  if (!staged.ok) clearStage(context.libraryFolder);
  return staged;
}

export function archiveClearStageTask(context: TaskContext): Result<true> {
  clearStage(context.libraryFolder);
  return ok(true);
}

/** Takes the pictures of a checked archive into the media folder, under the name that what is in them gives. */
export async function archivePicturesTask(
  context: TaskContext,
  { folder, pictures }: { readonly folder: string; readonly pictures: readonly string[] },
): Promise<Result<number>> {
  let taken = 0;
  for (const path of pictures) {
    const place = mediaPathOf(path);
    const mostBytes = mostBytesOf('picture', path);
    if (place === undefined || mostBytes === undefined || isPlainFile(context.libraryFolder, place)) continue;
    const read = orTrouble(folder, () => ok(readPlain(folder, path, mostBytes)));
    if (!read.ok) return read;
    const stored = await storeMedia(join(context.libraryFolder, mediaFolderName), read.value);
    if (stored.ok) taken += 1;
    // what is no picture, sound or film, or none that can be shown, is left where it is
    else if (stored.error.code !== 'bad_input' && stored.error.code !== 'too_large') return stored;
  }
  return ok(taken);
}

export function libraryIsEmpty(db: ReadableDb): Result<boolean> {
  return ok(isEmptyLibrary(db));
}

/** One transaction: all of it or nothing. `folder` is the one in which archiveStageTask put the tables. */
export function fillLibrary(
  db: WritableDb,
  input: { readonly folder: string; readonly tables: readonly string[] },
): Result<{ readonly added: number; readonly known: number; readonly feeds: number }> {
  if (!isEmptyLibrary(db)) return fail('conflict', 'The library is not empty any more. Start the import again.');
  const tables = input.tables.map((name) => ({ name, lines: tableRows(input.folder, `${name}.ndjson`) }));
  try {
    db.savepoint(() => fillTables(db, tables));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof UnfitTablesError) && !code.startsWith('SQLITE_CONSTRAINT')) throw error;
    return notTaken('Its tables do not fit together.');
  }
  const count = (sql: string): number => db.get<{ n: number }>(sql)?.n ?? 0;
  return ok({
    added: count('SELECT count(*) AS n FROM article'),
    known: 0,
    feeds: count('SELECT count(*) AS n FROM feed WHERE removed_at IS NULL'),
  });
}

function* tableRows(folder: string, path: string): Generator<TableLine> {
  for (const line of linesOf(folder, path)) yield JSON.parse(line) as TableLine;
}

function orTrouble<Value>(folder: string, work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    const trouble = archiveTrouble(error);
    if (trouble === undefined) throw error;
    return notTaken(trouble, folder);
  }
}

function notTaken(trouble: string, folder?: string): ReturnType<typeof fail> {
  return fail(
    'archive_unreadable',
    `The archive was not taken, and nothing was changed. ${trouble}`,
    folder === undefined ? undefined : { folder },
  );
}
