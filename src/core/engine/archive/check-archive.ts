/**
 * Looks at an archive folder before anything of it is taken. It may come from anybody: each line of its manifest has to be
 * one that an export writes, each file a plain one with the bytes and the sum that its line says.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { z } from 'zod';
import { fail } from '../../../contract/errors.ts';
import { NotPlainError, openPlain, placeInside, readPlain, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { archiveKinds, articlesFile, hashOfPicture, libraryFacts, mostBytesOf } from './archive-names.ts';
import { linesOf, longestLineBytes } from './lines-of.ts';

export interface ArchiveContents {
  readonly tables: readonly string[];
  readonly pictures: readonly string[];
  readonly pages: number;
  /** Of the library that it was written from. */
  readonly version: number;
}

/** The message is a sentence for the person. */
export class ArchiveTroubleError extends Error {}

const manifestName = 'manifest.ndjson';
const sumName = 'manifest.sha256';
const mostFiles = 10_000_000;
const chunkBytes = 1024 * 1024;

const manifestLine = z.object({
  path: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  kind: z.enum(archiveKinds),
});
type ManifestLine = z.infer<typeof manifestLine>;
const facts = z.object({ version: z.int().min(1) });

/** Reads every file once. Throws ArchiveTroubleError with the first thing that is not as an export leaves it. */
export function checkArchive(folder: string): ArchiveContents {
  for (const name of [manifestName, sumName])
    if (whatIsAt(placeInside(folder, name)) === 'nothing')
      throw new ArchiveTroubleError('It has no manifest: it is no archive, or its export did not end.');
  const sum = readPlain(folder, sumName, 1_000).toString('latin1').slice(0, 64);
  if (sumOf(folder, manifestName, { isLines: true }) !== sum)
    throw new ArchiveTroubleError('Its manifest was changed.');
  const seen = new Set<string>();
  const tables: string[] = [];
  const pictures: string[] = [];
  let pages = 0;
  for (const text of linesOf(folder, manifestName)) {
    if (text === '') continue;
    const line = readLine(text);
    if (seen.has(line.path)) throw new ArchiveTroubleError(`It names ${line.path} twice.`);
    seen.add(line.path);
    if (seen.size > mostFiles) throw new ArchiveTroubleError('It names more files than a library can have.');
    checkFile(folder, line);
    if (line.kind === 'page') pages += 1;
    else if (line.kind === 'table') tables.push(line.path);
    else if (line.kind === 'picture') pictures.push(line.path);
  }
  for (const name of [articlesFile, libraryFacts])
    if (!seen.has(name)) throw new ArchiveTroubleError(`Its manifest does not name ${name}.`);
  return { tables, pictures, pages, version: versionOf(folder) };
}

function readLine(text: string): ManifestLine {
  const parsed = manifestLine.safeParse(asJson(text));
  if (!parsed.success)
    throw new ArchiveTroubleError(`Its manifest has a line that no export writes: ${inSentence(text)}.`);
  return parsed.data;
}

function checkFile(folder: string, { path, kind, bytes, sha256 }: ManifestLine): void {
  const mostBytes = mostBytesOf(kind, path);
  if (mostBytes === undefined)
    throw new ArchiveTroubleError(`It names a file that no export writes: ${inSentence(path)}.`);
  if (whatIsAt(placeInside(folder, path)) === 'nothing') throw new ArchiveTroubleError(`${path} is missing.`);
  if (bytes > mostBytes) throw new ArchiveTroubleError(`${path} is larger than such a file can be.`);
  const isLines = kind === 'articles' || kind === 'table';
  const found = sumOf(folder, path, { isLines, bytes });
  if (found !== sha256 || (kind === 'picture' && hashOfPicture(path) !== sha256))
    throw new ArchiveTroubleError(`${path} was changed.`);
}

/** Stops at the first thing that is wrong: a file may be far larger than the disk that it seems to lie on. */
function sumOf(
  folder: string,
  path: string,
  { isLines, bytes }: { readonly isLines: boolean; readonly bytes?: number },
): string {
  const handle = openPlain(folder, path);
  try {
    if (bytes !== undefined && fstatSync(handle).size !== bytes) throw new ArchiveTroubleError(`${path} was changed.`);
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let lineBytes = 0;
    for (;;) {
      const read = chunk.subarray(0, readSync(handle, chunk, 0, chunkBytes, null));
      if (read.length === 0) return hash.digest('hex');
      hash.update(read);
      const end = read.lastIndexOf(0x0a);
      lineBytes = end < 0 ? lineBytes + read.length : read.length - end - 1;
      if (isLines && lineBytes > longestLineBytes) throw new ArchiveTroubleError(`${path} has a line without end.`);
    }
  } finally {
    closeSync(handle);
  }
}

function versionOf(folder: string): number {
  const parsed = facts.safeParse(asJson(readPlain(folder, libraryFacts, 10_000).toString('utf8')));
  if (!parsed.success) throw new ArchiveTroubleError(`${libraryFacts} does not say what an export would have written.`);
  return parsed.data.version;
}

/** What went wrong with an archive, as a sentence; undefined for what is not the archive's doing. */
export function archiveTrouble(error: unknown): string | undefined {
  if (error instanceof ArchiveTroubleError) return error.message;
  if (error instanceof NotPlainError) return `${error.message}.`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) && error instanceof Error ? `It could not be read (${error.message}).` : undefined;
}

/** For what reads an archive once more after it was checked: its files may be others by then. Throws what is a bug. */
export function takenInPart(error: unknown): ReturnType<typeof fail> {
  const trouble = archiveTrouble(error);
  if (trouble === undefined) throw error;
  return fail(
    'archive_unreadable',
    `The archive was changed while it was read. What came of it before is in the library. ${trouble}`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema of ours takes that
  }
}

/** Text from outside, as much of it as tells, and nothing that a terminal would obey. */
function inSentence(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}
