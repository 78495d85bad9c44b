/**
 * Writes the whole archive into a folder, through a connection of its own: one read transaction, so that it is the library
 * of one moment, and nobody waits for it.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { hashInMediaPath } from '../../lib/own-files/media-path.ts';
import { isPlainFile, readPlain, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { archivedMedia, archivedPages } from '../../store/archive/archive-pages.ts';
import { archivedTables, tableLines } from '../../store/archive/archive-tables.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { archivePage } from '../../store/library.ts';
import { newestVersion } from '../../store/migrate.ts';
import { openReadable } from '../../store/open.ts';
import { exportOpml } from '../subscribing/export-opml.ts';
import type { TaskContext } from '../task-context.ts';
import { type ArchivedMonth, archiveIndexHtml, indexLine, monthIndexHtml, monthOf } from './archive-index-html.ts';
import { ArchiveWriter } from './archive-manifest.ts';
import { articlesFile, libraryFacts, mostBytesOf, pictureFile, tableFile } from './archive-names.ts';
import { archivePageHtml } from './archive-page-html.ts';

export interface ExportFolder {
  readonly folder: string;
  /** The script that checks an archive, to be put into it. */
  readonly checker: string | null;
}

const linesAtOnce = 500;

export function archiveFolderTask(context: TaskContext, input: ExportFolder): Result<OutputOf<'archive.exportFolder'>> {
  const opened = openReadable(context.libraryFolder);
  if (!opened.ok) return opened;
  try {
    if (whatIsAt(input.folder) !== 'nothing' && readdirSync(input.folder).length > 0)
      return fail('conflict', 'This folder holds something already. Choose an empty or a new one.', {
        folder: input.folder,
      });
    return ok(opened.value.snapshot(() => writeArchive(opened.value, context, input)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail('file_unreadable', `The archive could not be written to ${input.folder} (${cause}).`, {
      folder: input.folder,
    });
  } finally {
    opened.value.close();
  }
}

function writeArchive(
  db: ReadableDb,
  context: TaskContext,
  { folder, checker }: ExportFolder,
): OutputOf<'archive.exportFolder'> {
  const writer = new ArchiveWriter(folder);
  try {
    return writeAll(db, context, { writer, checker });
  } finally {
    writer.close();
  }
}

function writeAll(
  db: ReadableDb,
  context: TaskContext,
  { writer, checker }: { readonly writer: ArchiveWriter; readonly checker: string | null },
): OutputOf<'archive.exportFolder'> {
  const pictures = writePictures(db, context.libraryFolder, writer);
  const articles = writePages(db, writer, pictures);
  writer.writeLines(articlesFile, articleLines(db), { kind: 'articles' });
  for (const table of archivedTables())
    writer.writeLines(tableFile(table), jsonLines(tableLines(db, table)), { kind: 'table' });
  writer.write('subscriptions.opml', exportOpml(db, {}, context.now).text, { kind: 'subscriptions' });
  writer.write(libraryFacts, JSON.stringify({ version: newestVersion }), { kind: 'tool' });
  if (checker !== null) writer.write('check-archive.mjs', checker, { kind: 'tool' });
  writer.finish();
  return { articles, pictures: pictures.size, files: writer.files + 2, sizeBytes: writer.sizeBytes };
}

/** Every article as a page, and the pages that lead to them. Pages come in the order of their time, month after month. */
function writePages(db: ReadableDb, writer: ArchiveWriter, pictures: ReadonlyMap<string, string>): number {
  const months: ArchivedMonth[] = [];
  let month = '';
  let lines: string[] = [];
  const endMonth = () => {
    if (lines.length === 0) return;
    writer.write(`pages/${month}/index.html`, monthIndexHtml(month, lines), { kind: 'index' });
    months.push({ month, articles: lines.length });
    lines = [];
  };
  for (const page of archivedPages(db)) {
    if (monthOf(page) !== month) endMonth();
    month = monthOf(page);
    writer.write(
      `pages/${month}/${page.id}.html`,
      archivePageHtml(page, (url) => pictures.get(url)),
      {
        kind: 'page',
        address: page.url ?? page.feed_url,
        fetchedAt: new Date(page.fetched_at).toISOString(),
        ...(page.headers !== null && { headers: storedJson<Record<string, unknown>>(page.headers, {}) }),
      },
    );
    lines.push(indexLine(page));
  }
  endMonth();
  writer.write('index.html', archiveIndexHtml(months), { kind: 'index' });
  return months.reduce((sum, { articles }) => sum + articles, 0);
}

/** Address of each picture and sound that is kept, with its place in the archive. */
function writePictures(db: ReadableDb, libraryFolder: string, writer: ArchiveWriter): Map<string, string> {
  const places = new Map<string, string>();
  const written = new Set<string>();
  for (const { url, path, fetched_at } of archivedMedia(db)) {
    const place = pictureFile(path);
    if (written.has(path)) {
      places.set(url, place);
      continue;
    }
    const bytes = ownMedia(libraryFolder, path);
    if (bytes === undefined) continue;
    places.set(url, place);
    written.add(path);
    writer.write(place, bytes, {
      kind: 'picture',
      address: url,
      fetchedAt: new Date(fetched_at).toISOString(),
    });
  }
  return places;
}

/**
 * A picture or sound of ours: under its kind of name, and holding what that name says. Undefined for what a stranger's library
 * calls one, and for what the cap on the media folder took away.
 */
function ownMedia(libraryFolder: string, path: string): Buffer | undefined {
  const hash = hashInMediaPath(path);
  const mostBytes = mostBytesOf('picture', pictureFile(path));
  if (hash === undefined || mostBytes === undefined || !isPlainFile(libraryFolder, path)) return undefined;
  const bytes = readPlain(libraryFolder, path, mostBytes);
  return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : undefined;
}

function* jsonLines(lines: Iterable<unknown>): Generator<string> {
  for (const line of lines) yield JSON.stringify(line);
}

function* articleLines(db: ReadableDb): Generator<string> {
  let after: number | undefined;
  for (;;) {
    const page = archivePage(db, after, linesAtOnce);
    for (const line of page.lines) yield JSON.stringify(line);
    if (page.next === null) return;
    after = page.next;
  }
}
