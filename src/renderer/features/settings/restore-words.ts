/** What is said of backups and of going back to one. */
import type { Backup } from '../../../contract/archive.ts';
import { clockTime, fullDate } from '../../lib/times.ts';

/** Two of one night differ in this alone. */
export const kindWords: Readonly<Record<Backup['kind'], string>> = {
  daily: 'Nightly',
  weekly: 'Weekly',
  migration: 'Before an update',
  manual: 'Made by you',
};

/** '24 Nov 2026, 03:00' */
export function momentWords(at: number): string {
  return `${fullDate(at)}, ${clockTime(at)}`;
}
