/** One process owns a library: an exclusive lock that the system frees even after kill -9, and a note of how to reach the owner. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { makeFolder } from '../../lib/make-folder.ts';
import { replacePlain } from '../../lib/own-files/plain-files.ts';
import { readNote } from '../../lib/own-files/state-note.ts';
import { lockExclusively } from '../../store/open.ts';

const noteName = 'owner.json';

const doorSchema = z.strictObject({
  pid: z.int().positive(),
  /** On this computer, and nowhere else, whatever a note says. */
  address: z.string().regex(/^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}$/),
  /** Known to whoever can read the note, and said to nobody: see door-handshake.ts. */
  secret: z.string().regex(/^[\w-]{43}$/),
});

/** How a second window or command reaches the owner. */
export type OwnerDoor = Readonly<z.output<typeof doorSchema>>;

export interface Ownership {
  readonly announce: (door: OwnerDoor) => void;
  readonly release: () => void;
}

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
    // of an owner that was killed: its port may be another program's by now
    removeNote(folder);
    return ok({
      announce: (door) => replacePlain(folder, noteName, JSON.stringify(door)),
      release: () => {
        removeNote(folder);
        lock.release();
      },
    });
  } catch (error) {
    return cannotWrite(folder, error);
  }
}

/** The door of the process that owns the library, as far as it left a note that is ours in every part. */
export function readOwnerDoor(folder: string): OwnerDoor | undefined {
  try {
    const note = readNote(folder, noteName, doorSchema);
    return note.kind === 'note' ? note.value : undefined;
  } catch {
    return undefined; // not ours to read: as good as absent
  }
}

/** Of a link the link. */
function removeNote(folder: string): void {
  rmSync(join(folder, noteName), { force: true });
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
