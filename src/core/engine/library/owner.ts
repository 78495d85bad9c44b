/** One process owns a library: an exclusive lock that the system frees even after kill -9, and a note of how to reach the owner. */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { makeFolder } from '../../lib/make-folder.ts';
import { lockExclusively } from '../../store/open.ts';

/** How a second window or command reaches the owner. */
export interface OwnerDoor {
  readonly pid: number;
  /** http://127.0.0.1:PORT */
  readonly address: string;
  readonly token: string;
}

export interface Ownership {
  readonly announce: (door: OwnerDoor) => void;
  readonly release: () => void;
}

const noteOf = (folder: string): string => join(folder, 'owner.json');

/** Makes the folder when it is absent. Fails with library_in_use, library_read_only or library_unopenable. */
export function takeOwnership(folder: string): Result<Ownership> {
  try {
    // logins of feeds lie in it: nobody else's to read
    makeFolder(folder, 0o700);
    const lock = lockExclusively(join(folder, 'owner.db'));
    if (lock === undefined) {
      return fail(
        'library_in_use',
        'This library is open in another window of Broadsheet. Use that window, or close it first.',
        { folder },
      );
    }
    return ok({
      announce: (door) => {
        writeFileSync(noteOf(folder), JSON.stringify(door), { mode: 0o600 });
        // the mode above counts only for a new file
        chmodSync(noteOf(folder), 0o600);
      },
      release: () => {
        rmSync(noteOf(folder), { force: true });
        lock.release();
      },
    });
  } catch (error) {
    return cannotWrite(folder, error);
  }
}

/** The door of the process that owns the library, as far as it left a note. */
export function readOwnerDoor(folder: string): OwnerDoor | undefined {
  try {
    if (!existsSync(noteOf(folder))) return undefined;
    return JSON.parse(readFileSync(noteOf(folder), 'utf8')) as OwnerDoor;
  } catch {
    return undefined; // half-written or not ours to read: as good as absent
  }
}

function cannotWrite(folder: string, error: unknown): ReturnType<typeof fail> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EROFS', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].some((known) => code.startsWith(known))) {
    return fail(
      'library_read_only',
      'The library is in a folder that cannot be written to, so it cannot be opened, not even for reading. Copy the folder to a place of your own and open it there.',
      { folder, cause: code },
    );
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return fail('library_full', 'The disk is full. Free some space and start again; nothing was lost.', { folder });
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return fail('library_unopenable', 'There is a file where the library’s folder should be. Choose another folder.', {
      folder,
    });
  const cause = error instanceof Error ? error.message : String(error);
  return fail(
    'library_unopenable',
    `The library folder ${folder} could not be used (${cause}). Choose another folder.`,
    { folder },
  );
}
