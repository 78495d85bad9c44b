/** What a start without a library says: its heading, and what goes on while a way out is taken. */
import type { ErrorCode } from '../../../contract/errors.ts';
import type { StartWay } from '../../../contract/start.ts';

const titles: Readonly<Partial<Record<ErrorCode, string>>> = {
  library_damaged: 'Your library is damaged',
  library_newer: 'This library needs a newer Broadsheet',
  library_read_only: 'Your library cannot be written to',
  library_in_use: 'Your library is open elsewhere',
  library_full: 'The disk is full',
  library_not_ours: 'Something strange lies beside your library',
};

export function titleOf(code: ErrorCode): string {
  return titles[code] ?? 'Your library cannot be opened';
}

export const workingWords: Readonly<Record<StartWay, string>> = {
  restore: 'Checking the backup and putting it in place. A large library takes some minutes.',
  copy: 'Copying. A large library takes some minutes.',
  'try-again': 'Trying again.',
  open: 'Opening.',
  'begin-anew': 'Making a new library.',
  quit: 'Quitting.',
};
