/** An archive folder back into a library: checked first, then row by row into an empty library, or merged into one that is not. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { fillTables, isEmptyLibrary, type TableLine } from '../../store/archive/archive-tables.ts';
import type { ReadableDb, WritableDb } from '../../store/handles.ts';
import { newestVersion } from '../../store/migrate.ts';
import type { TaskContext } from '../task-context.ts';
import { takePictures } from './archive-folder-task.ts';
import { checkManifest } from './archive-manifest.ts';
import { linesOf } from './lines-of.ts';

export interface CheckedArchive {
  readonly tables: readonly string[];
  readonly pictures: readonly string[];
  readonly articles: number;
  /** Its tables are those of this version of the library. */
  readonly isSameForm: boolean;
}

export function archiveCheckTask(_context: TaskContext, input: { readonly folder: string }): Result<CheckedArchive> {
  const checked = checkManifest(input.folder);
  if ('trouble' in checked)
    return fail('archive_unreadable', `The archive was not taken, and nothing was changed. ${checked.trouble}`, {
      folder: input.folder,
    });
  const of = (kind: string): string[] => checked.lines.filter((line) => line.kind === kind).map((line) => line.path);
  const { version } = JSON.parse(readFileSync(join(input.folder, 'library.json'), 'utf8')) as { version: number };
  return ok({
    tables: of('table'),
    pictures: of('picture'),
    articles: of('page').length,
    isSameForm: version === newestVersion,
  });
}

export function archivePicturesTask(
  context: TaskContext,
  input: { readonly folder: string; readonly pictures: readonly string[] },
): Result<number> {
  const makeFolder = (path: string): void => void mkdirSync(dirname(path), { recursive: true });
  return ok(takePictures(input.folder, context.libraryFolder, input.pictures, makeFolder));
}

export function libraryIsEmpty(db: ReadableDb): Result<boolean> {
  return ok(isEmptyLibrary(db));
}

/** One transaction: all of it or nothing. */
export function fillLibrary(
  db: WritableDb,
  input: { readonly folder: string; readonly tables: readonly string[] },
): Result<{ readonly added: number; readonly known: number; readonly feeds: number }> {
  if (!isEmptyLibrary(db)) return fail('conflict', 'The library is not empty any more. Start the import again.');
  const tables = input.tables.map((path) => ({
    name: path.slice('tables/'.length, -'.ndjson'.length),
    lines: tableRows(join(input.folder, path)),
  }));
  fillTables(db, tables);
  const count = (sql: string): number => db.get<{ n: number }>(sql)?.n ?? 0;
  return ok({
    added: count('SELECT count(*) AS n FROM article'),
    known: 0,
    feeds: count('SELECT count(*) AS n FROM feed WHERE removed_at IS NULL'),
  });
}

function* tableRows(file: string): Generator<TableLine> {
  for (const line of linesOf(file)) yield JSON.parse(line) as TableLine;
}
