/** The library as a whole: where it is, what is in it, archives in and out. */
import { z } from 'zod';
import { epochMs } from './ids.ts';
import { command, engine, flow, nothing, query } from './method.ts';

/** One article a line of an archive file. */
export const archiveLine = z.object({
  feedUrl: z.string().min(1),
  feedTitle: z.string().default(''),
  guid: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().default(''),
  author: z.string().nullish(),
  /** ISO 8601, or epoch milliseconds. */
  published: z.union([z.string(), z.number()]).nullish(),
  html: z.string().default(''),
  read: z.boolean().default(false),
  starred: z.boolean().default(false),
});
export type ArchiveLine = z.infer<typeof archiveLine>;

export const libraryMethods = {
  'library.info': engine(
    'Where the library is and how much is in it.',
    nothing,
    z.object({
      version: z.string(),
      folder: z.string(),
      feeds: z.int(),
      articles: z.int(),
      sizeBytes: z.int(),
      createdAt: epochMs,
      /** When the oldest stored article was published; null in an empty library. */
      oldestArticleAt: epochMs.nullable(),
      /** What the reader should know of how it was opened, in sentences: hardly ever anything. */
      notices: z.array(z.string()),
    }),
    { reads: ['feeds'] },
  ),
  'archive.export': query(
    'Articles for an archive file, oldest first, a page at a time.',
    z.strictObject({ after: z.int().optional(), limit: z.int().min(1).max(2000).default(500) }),
    z.object({ lines: z.array(archiveLine), next: z.int().nullable() }),
    { reads: [] },
  ),
  'archive.import': flow(
    'Takes lines of an archive file. Feeds that are not subscribed to yet are; articles that are there already stay as they are.',
    z.strictObject({ lines: z.array(z.string()).min(1).max(5000), firstLine: z.int().min(1).default(1) }),
    z.object({
      added: z.int(),
      known: z.int(),
      feeds: z.int(),
      bad: z.array(z.object({ line: z.int(), why: z.string() })),
    }),
    { tells: ['feeds', 'arrivals'] },
  ),
  'library.optimise': command('Tidies the index and the file a little; called while idle.', nothing, nothing, {
    changes: [],
  }),
};
