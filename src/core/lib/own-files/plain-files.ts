/**
 * Reads and writes below a folder that may come from somebody else. Nothing but plain files is read, no link is followed
 * below the folder itself, nothing that is there is written over, and what is made is its owner's alone. All throw
 * what the system says (`code` ENOSPC, EACCES, EEXIST…), and NotPlainError for what is no plain file of ours.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { insidePath } from './inside-path.ts';

export type WhatIsThere = 'nothing' | 'file' | 'folder' | 'link' | 'something else';

/** The message ends a sentence: "restore.json is a link". */
export class NotPlainError extends Error {
  readonly code = 'NOT_PLAIN';
}

// Windows has neither of the two; there lstat before, and fstat after, are all there is
const noLink = constants.O_NOFOLLOW ?? 0;
// a named pipe would otherwise be waited at until somebody writes into it
const noWait = constants.O_NONBLOCK ?? 0;

/** Of the place itself: a link is a link, wherever it leads. */
export function whatIsAt(place: string): WhatIsThere {
  let found: ReturnType<typeof lstatSync>;
  try {
    found = lstatSync(place);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    throw error;
  }
  if (found.isSymbolicLink()) return 'link';
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'something else';
}

/** The place of a path below `folder`; every folder on the way that is there is a real one. */
export function placeInside(folder: string, path: string): string {
  const place = insidePath(folder, path);
  if (place === undefined) throw new NotPlainError(`${path} is no name that Broadsheet writes`);
  for (const above of foldersBetween(folder, place)) {
    const found = whatIsAt(above);
    if (found !== 'folder' && found !== 'nothing') throw new NotPlainError(`${path} lies behind a ${named(found)}`);
  }
  return place;
}

/** Whether a plain file lies there. Throws nothing: what cannot be looked at is as good as absent. */
export function isPlainFile(folder: string, path: string): boolean {
  try {
    return whatIsAt(placeInside(folder, path)) === 'file';
  } catch {
    return false;
  }
}

/** Undefined where no plain file lies. Throws nothing. */
export function sizeOfPlain(folder: string, path: string): number | undefined {
  return isPlainFile(folder, path) ? lstatSync(placeInside(folder, path), { throwIfNoEntry: false })?.size : undefined;
}

/** Opens a plain file for reading; the caller closes it. `mostBytes` is looked at before anything is read. */
export function openPlain(folder: string, path: string, mostBytes?: number): number {
  return openPlainAt(placeInside(folder, path), mostBytes);
}

/** As openPlain, at a place that the caller has found himself. */
export function openPlainAt(place: string, mostBytes = Number.POSITIVE_INFINITY): number {
  const name = basename(place);
  const found = whatIsAt(place);
  if (found !== 'file' && found !== 'nothing') throw new NotPlainError(`${name} is a ${named(found)}`);
  const handle = openSync(place, constants.O_RDONLY | noLink | noWait);
  // between the look and the opening it may have become another
  const opened = fstatSync(handle);
  if (opened.isFile() && opened.size <= mostBytes) return handle;
  closeSync(handle);
  throw new NotPlainError(`${name} is ${opened.isFile() ? 'larger than such a file can be' : 'no file'}`);
}

/** The bytes of a plain file, of `mostBytes` at most. Throws ENOENT when there is none. */
export function readPlain(folder: string, path: string, mostBytes: number): Buffer {
  const handle = openPlain(folder, path, mostBytes);
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The place of a folder below `folder`, made for its owner alone where it is not there. */
export function makeFolderInside(folder: string, path: string): string {
  const place = placeInside(folder, path);
  for (const above of foldersBetween(folder, place)) makeOwnFolder(above);
  makeOwnFolder(place);
  return place;
}

/** Opens a new file for writing, for its owner alone; the caller closes it. Throws EEXIST when anything is there, also a link. */
export function openNew(folder: string, path: string): number {
  const place = placeInside(folder, path);
  for (const above of foldersBetween(folder, place)) makeOwnFolder(above);
  return openNewAt(place);
}

/** As openNew, at a place that the caller has found himself. */
export function openNewAt(place: string): number {
  return openSync(place, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noLink, 0o600);
}

/** A new file with this content. Throws EEXIST when anything is there. */
export function writeNew(folder: string, path: string, content: string | Uint8Array): void {
  const handle = openNew(folder, path);
  try {
    writeFileSync(handle, content);
  } finally {
    closeSync(handle);
  }
}

/**
 * A file with this content in the place of one that may be there: whole or not at all, and a new one, so that the mode,
 * the target of a link and the other names of the old one are left alone. Throws EISDIR and the like for a folder.
 */
export function replacePlain(folder: string, path: string, content: string | Uint8Array): void {
  // an import of it would cost each reader that opens a library 5 ms
  const { randomUUID } = process.getBuiltinModule('node:crypto');
  const unfinished = `${path}.${randomUUID()}.new`;
  writeNew(folder, unfinished, content);
  try {
    renameSync(placeInside(folder, unfinished), placeInside(folder, path));
  } catch (error) {
    rmSync(placeInside(folder, unfinished), { force: true });
    throw error;
  }
}

/** Gives what is there another name below the same folder: a link stays the link it is. Throws EEXIST when that name is taken. */
export function moveInside(folder: string, from: string, to: string): void {
  const target = placeInside(folder, to);
  if (whatIsAt(target) !== 'nothing') throw Object.assign(new Error(`there is a ${to} already`), { code: 'EEXIST' });
  renameSync(placeInside(folder, from), target);
}

function makeOwnFolder(place: string): void {
  if (whatIsAt(place) === 'folder') return;
  try {
    mkdirSync(place, { mode: 0o700 });
  } catch (error) {
    const found = whatIsAt(place);
    if (found === 'folder') return;
    throw found === 'nothing' ? error : new NotPlainError(`${basename(place)} is a ${named(found)}, and no folder`);
  }
}

/** From the one just below `folder` down to the one that holds `place`. */
function foldersBetween(folder: string, place: string): string[] {
  const top = resolve(folder);
  const between: string[] = [];
  for (let above = dirname(place); above !== top; above = dirname(above)) between.unshift(above);
  return between;
}

function named(found: WhatIsThere): string {
  return found === 'something else' ? 'pipe or device' : found;
}
