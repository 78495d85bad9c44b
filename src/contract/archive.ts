/** Keeping and forgetting, backups, and the archive as a folder that others can check. */
import { z } from 'zod';
import { epochMs, feedId } from './ids.ts';
import { flow, nothing, query } from './method.ts';

const feedSize = z.object({
  feedId,
  title: z.string(),
  articles: z.int(),
  /** Text as stored: HTML, page text, what is indexed. */
  textBytes: z.int(),
  /** Share of the full-text index, by the words indexed. */
  indexBytes: z.int(),
});

const wouldGo = z.object({
  feedId,
  title: z.string(),
  articles: z.int(),
  bytes: z.int(),
  /** Of the oldest and the newest that would go. */
  oldestAt: epochMs,
  newestAt: epochMs,
  reason: z.enum(['age', 'count', 'size', 'unsubscribed']),
});

export const backup = z.object({
  /** Name of the file in the library's folder of backups: what backups.restore takes. */
  name: z.string(),
  at: epochMs,
  sizeBytes: z.int(),
  kind: z.enum(['daily', 'weekly', 'migration', 'manual']),
});
export type Backup = z.infer<typeof backup>;

const restoreState = z.object({
  pending: z
    .object({
      /** When the backup was made; null for the library that was there before the last restore. */
      at: epochMs.nullable(),
    })
    .nullable(),
  restored: z
    .object({
      at: epochMs.nullable(),
      /** The file beside the library that holds what was there before; null when it is gone. */
      keptAs: z.string().nullable(),
    })
    .nullable(),
});
export type RestoreState = z.infer<typeof restoreState>;

export const archiveMethods = {
  'archive.sizes': flow(
    'How much room the archive takes, by feed and by kind. Pictures and sounds are shared by feeds and counted once.',
    nothing,
    z.object({
      fileBytes: z.int(),
      /** Room inside the file that compacting gives back. */
      freeBytes: z.int(),
      textBytes: z.int(),
      indexBytes: z.int(),
      pictureBytes: z.int(),
      soundBytes: z.int(),
      backupBytes: z.int(),
      feeds: z.array(feedSize),
    }),
    { reads: [] },
  ),
  'archive.preview': query(
    'What the present rules of keeping would delete. Nothing is deleted.',
    nothing,
    z.object({
      articles: z.int(),
      bytes: z.int(),
      /** Articles that the rules would delete but that are unread, starred or kept for later. */
      spared: z.int(),
      feeds: z.array(wouldGo),
    }),
    { reads: ['settings'], isLong: true },
  ),
  'archive.clean': flow(
    'Deletes what the rules of keeping say, in small steps, with events of progress. Status is kept: what returns is not unread again.',
    nothing,
    z.object({ articles: z.int() }),
    { tells: ['marks'] },
  ),
  'archive.compact': flow(
    'Tidies the index and gives free room back to the disk, with events of progress. Lists and searches go on meanwhile.',
    nothing,
    z.object({ beforeBytes: z.int(), afterBytes: z.int() }),
    { changes: [] },
  ),
  'archive.checkIndex': flow(
    'Compares the index with the articles, and builds it anew in the background when they differ. Search answers meanwhile.',
    nothing,
    z.object({ wasSound: z.boolean() }),
    { changes: [] },
  ),
  'archive.exportFolder': flow(
    'Writes the whole archive into a new folder: pages, pictures, articles as JSON lines, subscriptions, a list of SHA-256 sums, and a script that checks them.',
    z.strictObject({ folder: z.string().min(1) }),
    z.object({ articles: z.int(), pictures: z.int(), files: z.int(), sizeBytes: z.int() }),
    { changes: [] },
  ),
  'archive.importFolder': flow(
    'Takes an archive folder into this library after checking its sums. What is there already stays as it is.',
    z.strictObject({ folder: z.string().min(1) }),
    z.object({ articles: z.int(), known: z.int(), feeds: z.int(), pictures: z.int() }),
    { tells: ['feeds', 'arrivals', 'settings'] },
  ),
  'backups.list': flow('Backups that can be restored, newest first.', nothing, z.array(backup), { reads: [] }),
  'backups.make': flow('Makes a backup now and checks it.', nothing, backup, { changes: [] }),
  'backups.since': query(
    'What a restore would set aside: what came and was done since a moment.',
    z.strictObject({ at: epochMs }),
    z.object({
      articles: z.int(),
      /** Times that something was marked read, starred or put aside by hand; many at once count as one. */
      marks: z.int(),
      /** Titles of feeds that were added. */
      feeds: z.array(z.string()),
    }),
    { reads: ['marks', 'arrivals', 'feeds'], isSteady: true },
  ),
  'backups.state': flow(
    'Which backup takes the place of the library at the next start, and which has done so.',
    nothing,
    restoreState,
    { reads: [] },
  ),
  'backups.cancelRestore': flow('What was to be restored at the next start is not.', nothing, nothing, { changes: [] }),
  'backups.goBack': flow(
    'The library that was there before the last restore comes back at the next start; the present one is kept beside it.',
    nothing,
    z.object({ restartNeeded: z.boolean() }),
    { changes: [] },
  ),
  'backups.restore': flow(
    'Puts a backup in the place of the library at the next start; the present library is kept beside it. Close and open Broadsheet after it.',
    z.strictObject({ name: z.string().min(1).max(200) }),
    z.object({ restartNeeded: z.boolean() }),
    { changes: [] },
  ),
};
