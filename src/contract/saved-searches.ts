/** Saved searches: views of the sidebar that hold what a query finds. */
import { z } from 'zod';
import { changed } from './folders.ts';
import { command, nothing, query } from './method.ts';

const searchId = z.int().positive();
const name = z.string().trim().min(1).max(200);
const queryText = z.string().trim().min(1).max(20_000);

const savedSearch = z.object({
  id: searchId,
  name: z.string(),
  query: z.string(),
  /** Tell of new articles that it finds. */
  notify: z.boolean(),
  /** Show its unread articles as a number in the sidebar. */
  countsUnread: z.boolean(),
  unread: z.int(),
  /** What of its query is not searched for. */
  ignored: z.array(z.object({ text: z.string(), at: z.int(), why: z.string() })),
});
export type SavedSearch = z.infer<typeof savedSearch>;

export const savedSearchMethods = {
  'savedSearches.list': query(
    'All saved searches in their order, with their unread counts.',
    nothing,
    z.array(savedSearch),
    { reads: ['marks', 'arrivals', 'searches'] },
  ),
  'savedSearches.add': command(
    'Keeps a query under a name; its articles are the view search:ID.',
    z.strictObject({
      name,
      query: queryText,
      notify: z.boolean().default(false),
      countsUnread: z.boolean().optional(),
    }),
    changed.extend({ id: searchId }),
    { changes: ['searches'], undoable: true },
  ),
  'savedSearches.rename': command('Gives it another name.', z.strictObject({ id: searchId, name }), changed, {
    changes: ['searches'],
    undoable: true,
  }),
  'savedSearches.change': command(
    'Changes its query, or whether it tells of new articles, or counts them in the sidebar.',
    z.strictObject({
      id: searchId,
      query: queryText.optional(),
      notify: z.boolean().optional(),
      countsUnread: z.boolean().optional(),
    }),
    changed,
    { changes: ['searches'], undoable: true },
  ),
  'savedSearches.remove': command(
    'Takes it out of the sidebar. The articles stay.',
    z.strictObject({ id: searchId }),
    changed,
    { changes: ['searches'], undoable: true },
  ),
  'savedSearches.reorder': command(
    'The order in the sidebar. Those that are not named follow in the order they have.',
    z.strictObject({ ids: z.array(searchId).min(1).max(1000) }),
    changed,
    { changes: ['searches'], undoable: true },
  ),
};
