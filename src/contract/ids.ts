/** Numbers that stand for rows. Branded in types so that a feed's id cannot be given where an article's is wanted. */
import { z } from 'zod';

/** second of publication x 16 + n: article ids sort by time. An integer below 2^53, may be negative. */
export const articleId = z.int().brand<'ArticleId'>();
export const feedId = z.int().positive().brand<'FeedId'>();
export const folderId = z.int().positive().brand<'FolderId'>();
export const operationId = z.int().positive().brand<'OperationId'>();

export type ArticleId = z.infer<typeof articleId>;
export type FeedId = z.infer<typeof feedId>;
export type FolderId = z.infer<typeof folderId>;
export type OperationId = z.infer<typeof operationId>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const epochMs = z.number();

/** As epochMs, and a moment that a Date can hold: 8.64e15 ms either way. For what is drawn as a date. */
export const dateMs = z.number().min(-8.64e15).max(8.64e15);

/** What a list shows: a smart view, a feed, a folder, or a saved search. */
export const viewName = z
  .string()
  .regex(/^(today|for-you|all|unread|starred|later|hidden|feed:\d+|folder:\d+|search:\d+)$/)
  .describe('today, all, unread, starred, later, hidden, feed:ID, folder:ID or search:ID');
export type ViewName = z.infer<typeof viewName>;

/** Where a list goes on: opaque to the caller. */
export const cursor = z.string().min(1).max(200);
