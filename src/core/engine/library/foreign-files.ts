/**
 * What lies in a library's folder under a name of ours and cannot be ours: a link where we make files, a note that we would
 * not write. A folder may come from somebody else, and Broadsheet would write through the one and obey the other.
 */
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import { type WhatIsThere, whatIsAt } from '../../lib/own-files/plain-files.ts';
import { setNoteAside } from '../../lib/own-files/state-note.ts';
import { libraryFile } from '../../store/open.ts';

const places: readonly (readonly [name: string, wanted: WhatIsThere])[] = [
  ...[
    'library.db-wal',
    'library.db-shm',
    'library.db-journal',
    'library.open',
    'library.restoring',
    'owner.db',
    'owner.db-journal',
    'owner.json',
    'restore.json',
    'restored.json',
    'sample.json',
  ].map((name) => [name, 'file'] as const),
  ['backups', 'folder'],
  ['logs', 'folder'],
  ['media', 'folder'],
];

/**
 * Puts aside what is no plain file or folder. Fails with library_not_ours then, so that the reader hears of it; the next
 * start finds nothing of it. To be asked before anything in the folder is opened: costs a dozen looks.
 */
export function putForeignAside(libraryFolder: string): Result<true> {
  const library = lookAt(libraryFile(libraryFolder));
  if (library !== 'nothing' && library !== 'file')
    return fail(
      'library_not_ours',
      'The library file in this folder (library.db) is not a file but a link or something else, so it was not opened. Open the folder in which the file itself lies.',
      { folder: libraryFolder },
    );
  for (const [name, wanted] of places) {
    const found = lookAt(join(libraryFolder, name));
    if (found !== 'nothing' && found !== wanted)
      return strangeNote(libraryFolder, name, `${name} is not a ${wanted} but a ${found}`);
  }
  return ok(true);
}

/** `why` ends a sentence. What has the name is moved, not looked into, and nothing that it says is done. */
export function strangeNote(libraryFolder: string, name: string, why: string): ReturnType<typeof fail> {
  const aside = putAside(libraryFolder, name);
  const where =
    aside === undefined
      ? `Take ${name} out of the folder; until then it is not opened`
      : `It was put aside as ${aside}`;
  return fail(
    'library_not_ours',
    `Something beside this library did not come from Broadsheet: ${why}. Nothing was done with it, and your articles were not touched. ${where}. If somebody else gave you this library, open it only if you trust them.`,
    { folder: libraryFolder, name },
  );
}

function putAside(libraryFolder: string, name: string): string | undefined {
  try {
    return setNoteAside(libraryFolder, name, Date.now());
  } catch {
    return undefined; // a folder that cannot be written to: the sentence says what to do
  }
}

function lookAt(place: string): WhatIsThere {
  try {
    return whatIsAt(place);
  } catch {
    return 'nothing'; // a folder that cannot be looked into: opening it says so in its own words
  }
}
