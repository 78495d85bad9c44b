/**
 * The folder of pictures and sounds beside the library. A file's name is the SHA-256 of what is in it, so that one
 * picture used by many articles lies there once and a damaged file can be told. Which address it came from, and when it
 * was last wanted, is the caller's to keep.
 */

import { createHash, randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { makeFolder } from '../lib/make-folder.ts';
import { hashInMediaPath, mediaFolderName } from '../lib/own-files/media-path.ts';
import { isPlainFile, NotPlainError, placeInside, sizeOfPlain, writeNew } from '../lib/own-files/plain-files.ts';
import { isDrawnTooLarge } from './drawing-size.ts';
import { mostPixels, pixelsIn } from './picture-pixels.ts';
import { type SniffedMedia, sniffMedia } from './sniff-media.ts';

export interface StoredMedia extends SniffedMedia {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Relative to the folder, with slashes: ab/cd/abcd….jpg */
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * Keeps bytes, or finds that they are kept. Fails with bad_input for what is no picture, sound or film, with too_large for a
 * picture that no window could show, and with library_full or library_read_only as the disk says. A file is there whole or
 * not at all, also after a kill.
 */
export async function storeMedia(folder: string, bytes: Uint8Array): Promise<Result<StoredMedia>> {
  const sniffed = sniffMedia(bytes);
  if (sniffed === undefined) {
    return fail('bad_input', 'This is not a picture, a sound or a film that can be shown here.', {
      sizeBytes: bytes.byteLength,
    });
  }
  if (isTooLargeToShow(sniffed, bytes))
    return fail('too_large', 'This picture is small as a file and far too large to be shown, so it was not kept.', {
      sizeBytes: bytes.byteLength,
    });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.${sniffed.extension}`;
  const stored: StoredMedia = { ...sniffed, hash, path, sizeBytes: bytes.byteLength };
  try {
    if (sizeOfPlain(folder, path) !== bytes.byteLength) await writeWhole(folder, path, bytes);
    return ok(stored);
  } catch (error) {
    return fullOrReadOnly(error);
  }
}

function isTooLargeToShow({ mimeType }: SniffedMedia, bytes: Uint8Array): boolean {
  if (mimeType === 'image/svg+xml') return isDrawnTooLarge(new TextDecoder().decode(bytes));
  return pixelsIn(bytes, mimeType) > mostPixels;
}

async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  makeFolder(folder, 0o700);
  try {
    writeNew(folder, unfinished, bytes);
    renameSync(placeInside(folder, unfinished), placeInside(folder, path));
  } catch (error) {
    if (isPlainFile(folder, unfinished)) await rm(placeInside(folder, unfinished), { force: true });
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
  if (error instanceof NotPlainError)
    return fail(
      'library_not_ours',
      `The picture could not be kept: in the library’s folder ${error.message}. Move that away.`,
    );
  throw error;
}

const isStoredPath = (path: string): boolean => hashInMediaPath(`${mediaFolderName}/${path}`) !== undefined;

/** Removes stored files; what is not a name of this folder's kind is refused, so that no path leads out of it. */
export async function removeMedia(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (isStoredPath(path) && isPlainFile(folder, path)) await rm(placeInside(folder, path), { force: true });
  }
}
