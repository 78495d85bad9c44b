/**
 * Writes the whole archive into a folder, through a connection of its own: one read transaction, so that it is the library
 * of one moment, and nobody waits for it.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { archivedMedia, archivedPages } from '../../store/archive/archive-pages.ts';
import { archivedTables, tableLines } from '../../store/archive/archive-tables.ts';
import { momentOfId } from '../../store/articles/article-id.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { archivePage } from '../../store/library.ts';
import { newestVersion } from '../../store/migrate.ts';
import { openReadable } from '../../store/open.ts';
import { exportOpml } from '../subscribing/export-opml.ts';
import type { TaskContext } from '../task-context.ts';
import { ArchiveWriter } from './archive-manifest.ts';
import { archivePageHtml } from './archive-page-html.ts';

export interface ExportFolder {
  readonly folder: string;
  /** The script that checks an archive, to be put into it. */
  readonly checker: string | null;
}

const linesAtOnce = 500;

export function archiveFolderTask(context: TaskContext, input: ExportFolder): Result<OutputOf<'archive.exportFolder'>> {
  if (existsSync(input.folder) && readdirSync(input.folder).length > 0)
    return fail('conflict', 'This folder holds something already. Choose an empty or a new one.', {
      folder: input.folder,
    });
  const opened = openReadable(context.libraryFolder);
  if (!opened.ok) return opened;
  try {
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
  const pictures = writePictures(db, context.libraryFolder, writer);
  let articles = 0;
  for (const page of archivedPages(db)) {
    const month = new Date(momentOfId(page.id)).toISOString().slice(0, 7);
    writer.write(
      `pages/${month}/${page.id}.html`,
      archivePageHtml(page, (url) => pictures.get(url)),
      {
        kind: 'page',
        address: page.url ?? page.feed_url,
        fetchedAt: new Date(page.fetched_at).toISOString(),
        ...(page.headers !== null && { headers: JSON.parse(page.headers) as Record<string, unknown> }),
      },
    );
    articles += 1;
  }
  writer.writeLines('articles.ndjson', articleLines(db), { kind: 'articles' });
  for (const table of archivedTables())
    writer.writeLines(`tables/${table}.ndjson`, jsonLines(tableLines(db, table)), { kind: 'table' });
  writer.write('subscriptions.opml', exportOpml(db, undefined, context.now).text, { kind: 'subscriptions' });
  writer.write('library.json', JSON.stringify({ version: newestVersion }), { kind: 'tool' });
  if (checker !== null) writer.write('check-archive.mjs', checker, { kind: 'tool' });
  writer.finish();
  return { articles, pictures: pictures.size, files: writer.files + 2, sizeBytes: writer.sizeBytes };
}

/** Address of each picture and sound that is kept, with its place in the archive. */
function writePictures(db: ReadableDb, libraryFolder: string, writer: ArchiveWriter): Map<string, string> {
  const places = new Map<string, string>();
  const written = new Set<string>();
  for (const { url, path, fetched_at } of archivedMedia(db)) {
    const file = join(libraryFolder, path);
    // what the cap on the media folder took away is not there to be archived
    if (!existsSync(file)) continue;
    const place = `pictures/${path}`;
    places.set(url, place);
    if (written.has(path)) continue;
    written.add(path);
    writer.write(place, readFileSync(file), {
      kind: 'picture',
      address: url,
      fetchedAt: new Date(fetched_at).toISOString(),
    });
  }
  return places;
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

/** Copies pictures of a checked archive into the library's own folder. */
export function takePictures(
  archiveFolder: string,
  libraryFolder: string,
  paths: readonly string[],
  makeFolder: (path: string) => void,
): number {
  let taken = 0;
  for (const path of paths) {
    const to = join(libraryFolder, path.slice('pictures/'.length));
    if (existsSync(to)) continue;
    makeFolder(to);
    copyFileSync(join(archiveFolder, path), to);
    taken += 1;
  }
  return taken;
}
