/** A round of fetching: what runs, how far it is, and how it ended. */
import { z } from 'zod';
import { epochMs, feedId, folderId } from './ids.ts';
import { engine, flow, nothing } from './method.ts';

export const refreshState = z.object({
  running: z.boolean(),
  /** Feeds finished and feeds in this round. */
  done: z.int(),
  total: z.int(),
  newArticles: z.int(),
  failed: z.int(),
  startedAt: epochMs.optional(),
  /** When the last round ended: the window's "updated 08:12". */
  finishedAt: epochMs.optional(),
  /** No network was found; feeds wait until it is back. */
  offline: z.boolean(),
});
export type RefreshState = z.infer<typeof refreshState>;

/** How one feed of the running round, or of the last one, is doing. */
export const roundFeed = z.object({
  feedId,
  state: z.enum(['waiting', 'fetching', 'new', 'unchanged', 'failed', 'skipped', 'cancelled']),
  added: z.int(),
});
export type RoundFeed = z.infer<typeof roundFeed>;

const refreshedFeed = z.object({
  feedId,
  url: z.string(),
  title: z.string(),
  outcome: z.enum(['new', 'unchanged', 'failed', 'skipped', 'cancelled']),
  added: z.int(),
  updated: z.int(),
  /** Why it failed or was left out, with its code. */
  code: z.string().optional(),
  message: z.string().optional(),
  ms: z.number().optional(),
});

export const refreshSummary = z.object({
  feeds: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  skipped: z.int(),
  cancelled: z.boolean(),
  ms: z.number(),
  results: z.array(refreshedFeed),
});
export type RefreshSummary = z.infer<typeof refreshSummary>;

export const refreshMethods = {
  'feeds.refresh': flow(
    'Fetches feeds: those named, those of a folder, or all. Without force only those whose turn it is; a feed is not asked twice within 10 minutes. force lifts that rule and the schedule, never a host that asked us to wait.',
    z.strictObject({
      feedIds: z.array(feedId).max(100_000).optional(),
      folderId: folderId.optional(),
      /** Lifts the schedule and the 10-minute rule. */
      force: z.boolean().default(false),
      /** Only feeds whose turn it is by their schedule; otherwise all named ones not asked in the last 10 minutes. */
      dueOnly: z.boolean().default(false),
    }),
    refreshSummary,
    { tells: ['round', 'arrivals', 'feeds'] },
  ),
  'feeds.cancelRefresh': flow('Stops the running round; what is stored stays.', nothing, nothing, { tells: ['round'] }),
  'refresh.status': engine('How far the running round is, and when the last one ended.', nothing, refreshState, {
    reads: ['round'],
    isTold: true,
  }),
  'refresh.feeds': engine(
    'The running round feed by feed, else the last one since the start: those being fetched first.',
    nothing,
    z.array(roundFeed),
    { reads: ['round'] },
  ),
  'refresh.wake': flow(
    'The computer woke, or the network is back: due feeds are fetched, spread out.',
    nothing,
    nothing,
    { tells: ['round', 'arrivals', 'feeds'] },
  ),
};
