/**
 * What is kept from one start to the next, so that a tab that was left open finds its way back: the port, and the sums of the
 * sessions. It is believed only in the very folder it was written for: one in a copy, or in a library of somebody else,
 * would let in whoever wrote it.
 */
import { statSync } from 'node:fs';
import { z } from 'zod';
import { readNote, replacePlain } from '../core/index.ts';
import { type KeptSession, longestKeptMs, mostSessions } from './sessions.ts';

const name = 'browser-window.json';

const noteSchema = z.strictObject({
  folder: z.string(),
  port: z.int().min(1).max(65_535),
  sessions: z
    .array(z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), usedAt: z.int().nonnegative() }))
    .max(mostSessions),
});

export interface WindowNote {
  readonly port: number;
  readonly sessions: readonly KeptSession[];
}

/** undefined when there is none, or none that can be believed; what has expired by `now` is left out. */
export function readWindowNote(libraryFolder: string, now = Date.now()): WindowNote | undefined {
  try {
    const found = readNote(libraryFolder, name, noteSchema);
    if (found.kind !== 'note' || found.value.folder !== identityOf(libraryFolder)) return undefined;
    const { port, sessions } = found.value;
    return { port, sessions: sessions.filter(({ usedAt }) => Math.abs(now - usedAt) <= longestKeptMs) };
  } catch {
    return undefined; // a folder that cannot be read: it holds nothing that this start could go on with
  }
}

/** Where it cannot be written, tabs are let in anew after the next start. */
export function writeWindowNote(libraryFolder: string, note: WindowNote): void {
  try {
    replacePlain(libraryFolder, name, JSON.stringify({ folder: identityOf(libraryFolder), ...note }));
  } catch {
    // no room, or a folder that may only be read: nothing of the library depends on it
  }
}

/** Of the folder as it lies on this disk. Its number and the instant of its making are nobody's to choose. */
function identityOf(folder: string): string {
  const { ino, birthtimeNs } = statSync(folder, { bigint: true });
  return `${ino}-${birthtimeNs}`;
}
