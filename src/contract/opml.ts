/** Subscription lists of other readers, in and out. */
import { z } from 'zod';
import { feedId, folderId, operationId } from './ids.ts';
import { flow, query } from './method.ts';

export const importReport = z.object({
  operationId: operationId.nullable(),
  title: z.string().nullable(),
  outlines: z.int(),
  added: z.int(),
  already: z.int(),
  duplicates: z.int(),
  folders: z.int(),
  skipped: z.array(z.object({ text: z.string(), why: z.string() })),
});
export type ImportReport = z.infer<typeof importReport>;

export const opmlMethods = {
  'opml.import': flow(
    'Subscribes to the feeds of an OPML text, folders kept. The feeds are fetched in the background unless refresh is false.',
    z.strictObject({
      /** The file as text … */
      text: z.string().max(100_000_000).optional(),
      /** … or as it is, in base64, when its encoding is not known. */
      base64: z.base64().max(140_000_000).optional(),
      allowPrivate: z.boolean().default(false),
      refresh: z.boolean().default(true),
    }),
    importReport,
    { tells: ['feeds'], undoable: true },
  ),
  'opml.export': query(
    'All subscriptions, those of one folder, or chosen ones with the folders they lie in, as OPML 2.0.',
    z.strictObject({ folderId: folderId.optional(), feedIds: z.array(feedId).min(1).max(10_000).optional() }),
    z.object({ text: z.string(), feeds: z.int() }),
    { reads: ['feeds'] },
  ),
};
