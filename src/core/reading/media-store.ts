/**
 * The folder of pictures and sounds beside the library. A file's name is the SHA-256 of what is in it, so that one
 * picture used by many articles lies there once and a damaged file can be told. Which address it came from, and when it
 * was last wanted, is the caller's to keep.
 */

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { type SniffedMedia, sniffMedia } from './sniff-media.ts';

export interface StoredMedia extends SniffedMedia {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Relative to the folder, with slashes: ab/cd/abcd….jpg */
  readonly path: string;
  readonly sizeBytes: number;
}

/** What the caller's index knows of one stored file. */
export interface MediaUse {
  readonly path: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970; the longest unwanted goes first. */
  readonly lastUsedAt: number;
}

/**
 * Keeps bytes, or finds that they are kept. Fails with bad_input for what is no picture, sound or film, and with
 * library_full or library_read_only as the disk says. A file is there whole or not at all, also after a kill.
 */
export async function storeMedia(folder: string, bytes: Uint8Array): Promise<Result<StoredMedia>> {
  const sniffed = sniffMedia(bytes);
  if (sniffed === undefined) {
    return fail('bad_input', 'This is not a picture, a sound or a film that can be shown here.', {
      sizeBytes: bytes.byteLength,
    });
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.${sniffed.extension}`;
  const stored: StoredMedia = { ...sniffed, hash, path, sizeBytes: bytes.byteLength };
  const target = join(folder, path);
  if ((await sizeOf(target)) === bytes.byteLength) {
    return ok(stored);
  }
  try {
    await writeWhole(target, bytes);
    return ok(stored);
  } catch (error) {
    return fullOrReadOnly(error);
  }
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function fullOrReadOnly(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return fail(
      'library_full',
      'The disk is full, so the picture could not be kept. Make room, or lower the limit for pictures in Settings › Storage.',
      { cause: code },
    );
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return fail(
      'library_read_only',
      'The picture folder cannot be written to. Check the rights of the library folder.',
      { cause: code },
    );
  }
  throw error;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined; // not there, which is the usual answer
  }
}

/** Which files must go so that the rest fits into `capBytes`: those unwanted longest. Pure; empty while all fit. */
export function overCap(uses: readonly MediaUse[], capBytes: number): readonly MediaUse[] {
  let total = uses.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total <= capBytes) {
    return [];
  }
  // A tenth below the cap, so that the next picture does not start it all again.
  const aim = capBytes * 0.9;
  return uses
    .toSorted((a, b) => a.lastUsedAt - b.lastUsedAt)
    .filter(({ sizeBytes }) => {
      const goes = total > aim;
      if (goes) total -= sizeBytes;
      return goes;
    });
}

const storedPath = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{2,5}$/;

/** Removes stored files; what is not a name of this folder's kind is refused, so that no path leads out of it. */
export async function removeMedia(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (storedPath.test(path)) await rm(join(folder, path), { force: true });
  }
}

/** The absolute place of a stored file, or undefined for a path that is not one of this folder's kind. */
export function mediaFile(folder: string, path: string): string | undefined {
  return storedPath.test(path) ? join(folder, path) : undefined;
}

/** Files that the index does not know, left by a kill between file and index. `known` holds paths as stored. */
export async function strayMedia(folder: string, known: ReadonlySet<string>): Promise<readonly string[]> {
  const strays: string[] = [];
  for (const outer of await namesIn(folder)) {
    for (const inner of await namesIn(join(folder, outer))) {
      for (const name of await namesIn(join(folder, outer, inner))) {
        const path = `${outer}/${inner}/${name}`;
        if (storedPath.test(path) && !known.has(path)) strays.push(path);
        if (name.endsWith('.part')) await rm(join(folder, path), { force: true });
      }
    }
  }
  return strays;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // not there, or a file where a folder was looked for
  }
}
