/** What was thrown, as a failure. */
import { fail } from '../../contract/errors.ts';

/** SQLite met pages that make no sense. */
export function isCorrupt(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT');
}

/** SQLite was given a row that the library's form does not take. */
export function isUnfit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

/** Only bugs throw, and SQLite: of its errors a person can meet these. */
export function asFailure(error: unknown, name: string): ReturnType<typeof fail> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return fail(
      'library_full',
      'There is no room left for the library. Free some space; what was stored before is safe.',
      { name },
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return fail(
      'library_read_only',
      'The library cannot be written to. Copy its folder to a place of your own and open it there.',
      { name },
    );
  }
  if (isCorrupt(error) || code === 'SQLITE_NOTADB') {
    return fail(
      'library_damaged',
      'The library is damaged. Close Broadsheet and start it again: it then looks at the whole file and offers your backups.',
      { name },
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return fail('internal', `Something in Broadsheet itself went wrong (${message}).`, { name, stack });
}
