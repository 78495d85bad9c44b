/** A start at which the library is not open yet, or cannot be: how far it is, or what is wrong and the ways out. A window shows that instead of its lists. */
import { z } from 'zod';
import { backup } from './archive.ts';
import { errorCodes } from './errors.ts';
import { flow, nothing } from './method.ts';

const way = z.enum(['restore', 'copy', 'try-again', 'open', 'begin-anew', 'quit']);
export type StartWay = z.infer<typeof way>;

const startTrouble = z.object({
  code: z.enum(errorCodes),
  /** What happened, then what to do. */
  message: z.string(),
  /** The folder that was to be opened. */
  folder: z.string(),
  /** What can be done, the likeliest first. */
  ways: z.array(way),
  /** Newest first; each was checked when it was made, and is again before it is restored. */
  backups: z.array(backup.extend({ articles: z.int().nullable() })),
  /** Where a copy of the folder could go. */
  copyTo: z.string(),
});
export type StartTrouble = z.infer<typeof startTrouble>;

const startProgress = z.object({
  /** What is done, and why. */
  message: z.string(),
  done: z.number(),
  /** In the unit of `done`; 0 where nobody knows. */
  total: z.number(),
});
export type StartProgress = z.infer<typeof startProgress>;

export const startMethods = {
  'start.status': flow(
    'Whether the library is open (both null), and if not: how far the work on it is, or why it cannot be opened and what can be done about that.',
    nothing,
    z.object({ progress: startProgress.nullable(), trouble: startTrouble.nullable() }),
    { reads: [] },
  ),
  'start.leave': flow(
    'Takes a way out of a start that failed. Whatever is moved away is kept beside the library. With isOpen the library is open from then on.',
    z.discriminatedUnion('way', [
      z.strictObject({ way: z.enum(['try-again', 'begin-anew', 'quit']) }),
      z.strictObject({ way: z.literal('restore'), backup: z.string().min(1).max(200) }),
      z.strictObject({ way: z.enum(['copy', 'open']), folder: z.string().trim().min(1).max(4000) }),
    ]),
    z.object({ isOpen: z.boolean() }),
    { tells: ['feeds', 'settings'] },
  ),
  'start.again': flow(
    'Closes Broadsheet and opens it again: the desktop app can. In a browser, and from another process, it is a conflict.',
    nothing,
    nothing,
    { changes: [] },
  ),
};
