/** Feeds: what is subscribed to, how each is doing, and finding new ones. */
import { z } from 'zod';
import { changed } from './folders.ts';
import { epochMs, feedId, folderId, operationId } from './ids.ts';
import { command, flow, nothing, query } from './method.ts';

/** ok: fine; warn: failing, or failing now and then; error: stopped or failing for long; paused; new: never fetched. */
const feedHealth = z.enum(['new', 'ok', 'warn', 'error', 'paused', 'silent']);

export const feedSummary = z.object({
  id: feedId,
  url: z.string(),
  /** The person's own name for it, else the feed's. */
  title: z.string(),
  feedTitle: z.string(),
  siteUrl: z.string().nullable(),
  host: z.string(),
  folderId: folderId.nullable(),
  position: z.number(),
  unread: z.int(),
  total: z.int(),
  health: feedHealth,
  /** What is wrong, in a sentence, with its remedy; null when nothing is. */
  trouble: z.string().nullable(),
  failures: z.int(),
  /** Of the last failure; null when the last check went well. */
  code: z.string().nullable(),
  hasLogin: z.boolean(),
  /**
   * The place that its login was given for ("https://example.org"), where the feed lies elsewhere by now and the login is
   * not sent to it; null when it has none or the login is sent.
   */
  loginHeldFor: z.string().nullable(),
  iconUrl: z.string().nullable(),
  language: z.string().nullable(),
  section: z.string().nullable(),
  lastCheckedAt: epochMs.nullable(),
  /** When it last answered as it should: with articles, or with "nothing new". */
  lastSuccessAt: epochMs.nullable(),
  lastChangedAt: epochMs.nullable(),
  nextCheckAt: epochMs.nullable(),
  lastArticleAt: epochMs.nullable(),
  addedAt: epochMs,
  /** Articles a week over the last 12 weeks, or since its first article where that is later. */
  perWeek: z.number(),
  /** How long its last answers took, where that is long enough to be told; null for a feed that answers soon. */
  slowMs: z.number().nullable(),
  /** What its articles take in the library: their text, without the index. */
  sizeBytes: z.int(),
  settings: z.lazy(() => feedSettings),
});
export type FeedSummary = z.infer<typeof feedSummary>;

export const feedSettings = z.object({
  paused: z.boolean().default(false),
  /** Own interval in minutes; null: by its rhythm. */
  intervalMinutes: z.int().min(10).max(10_080).nullable().default(null),
  /** Whose text is shown: as the reader's settings say, or by this feed's own rule. 'always' fetches the page with each new article. */
  fullText: z.enum(['usual', 'never', 'short', 'always']).default('usual'),
  /** Leaves it out of Today and All unread. */
  hideFromToday: z.boolean().default(false),
  /** Tell of new articles that it brings. */
  notify: z.boolean().default(false),
  /** Do not group its articles into stories. */
  ownStories: z.boolean().default(false),
  direction: z.enum(['auto', 'ltr', 'rtl']).default('auto'),
  keepDays: z.int().min(1).nullable().default(null),
  keepCount: z.int().min(10).nullable().default(null),
  keepMegabytes: z.int().min(1).nullable().default(null),
  /** At most so many articles a day come as unread; the rest arrive read. */
  dailyCap: z.int().min(1).nullable().default(null),
});
export type FeedSettings = z.infer<typeof feedSettings>;

/** Some of a feed's settings; the others stay. (`partial()` would fill in defaults, and so set the rest back.) */
const feedSettingsChange = z.strictObject(
  Object.fromEntries(
    Object.entries(feedSettings.shape).map(([name, schema]) => [name, schema.unwrap().optional()]),
  ) as {
    [Name in keyof typeof feedSettings.shape]: z.ZodOptional<ReturnType<(typeof feedSettings.shape)[Name]['unwrap']>>;
  },
);

/** One line of a feed's diary. */
export const diaryLine = z.object({
  at: epochMs,
  outcome: z.enum(['new', 'unchanged', 'failed', 'skipped', 'moved', 'repaired', 'stopped']),
  code: z.string().nullable(),
  /** In words a person understands, with the cause found. */
  message: z.string(),
  status: z.int().nullable(),
  added: z.int(),
  ms: z.number().nullable(),
  sizeBytes: z.int().nullable(),
});
export type DiaryLine = z.infer<typeof diaryLine>;

export const feedChoice = z.object({
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  format: z.string(),
  articleCount: z.int(),
  lastArticleAt: epochMs.nullable(),
  perWeek: z.number().nullable(),
  /** Newest headlines, and when each was published; null where the feed does not say. */
  sample: z.array(z.object({ title: z.string(), at: epochMs.nullable() })),
  note: z.string().nullable(),
  alreadySubscribed: z.boolean(),
});
export type FeedChoice = z.infer<typeof feedChoice>;

const address = z.string().trim().min(1).max(4000);
const credentials = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('basic'), username: z.string().max(1000), password: z.string().max(1000) }),
  z.strictObject({ kind: z.literal('bearer'), token: z.string().min(1).max(8000) }),
  z.strictObject({ kind: z.literal('cookie'), value: z.string().min(1).max(8000) }),
  z.strictObject({
    kind: z.literal('header'),
    name: z.string().regex(/^[A-Za-z0-9-]{1,100}$/),
    value: z.string().max(8000),
  }),
]);
export type FeedCredentials = z.infer<typeof credentials>;

export const feedMethods = {
  'feeds.list': query('All feeds with their unread counts and health.', nothing, z.array(feedSummary), {
    reads: ['arrivals', 'feeds'],
  }),
  'feeds.preview': flow(
    'Finds the feeds at an address (a feed, a site, a channel) and shows them before anything is subscribed.',
    z.strictObject({ address, allowPrivate: z.boolean().default(false), credentials: credentials.optional() }),
    z.object({ address: z.string(), choices: z.array(feedChoice) }),
    { reads: ['feeds'], isSteady: true },
  ),
  'feeds.add': flow(
    "Subscribes to the feed at an address, or to the first feed that the address's site offers, and fetches it.",
    z.strictObject({
      url: address,
      title: z.string().trim().max(500).optional(),
      folderId: folderId.nullable().default(null),
      /** Permits this feed's host and port an address on this machine or network. */
      allowPrivate: z.boolean().default(false),
      credentials: credentials.optional(),
      /** The address that the login was given for: it is sent there alone. The feed's own when absent. */
      loginFor: address.optional(),
      settings: feedSettingsChange.optional(),
    }),
    z.object({ feedId, operationId, url: z.string(), title: z.string(), added: z.int() }),
    { tells: ['feeds'], undoable: true },
  ),
  'feeds.addMany': flow(
    'Subscribes to several known feed addresses at once and fetches them in the background.',
    z.strictObject({
      feeds: z
        .array(
          z.strictObject({
            url: address,
            title: z.string().max(500).optional(),
            folder: z.array(z.string().min(1).max(200)).max(20).default([]),
            section: z.string().max(100).optional(),
          }),
        )
        .min(1)
        .max(5000),
      allowPrivate: z.boolean().default(false),
      /** For all of them alike. */
      credentials: credentials.optional(),
      /** The address that the login was given for: it is sent there alone. Each feed's own when absent. */
      loginFor: address.optional(),
      settings: feedSettingsChange.optional(),
    }),
    z.object({ operationId, ids: z.array(feedId), added: z.int(), already: z.int() }),
    { tells: ['feeds'], undoable: true },
  ),
  'feeds.rename': command(
    "Gives a feed the person's own name; an empty one takes the feed's own again.",
    z.strictObject({ id: feedId, title: z.string().trim().max(500) }),
    changed,
    { changes: ['feeds'], undoable: true },
  ),
  'feeds.move': command(
    'Moves feeds into a folder (null: the top) at an index among its contents.',
    z.strictObject({
      ids: z.array(feedId).min(1).max(10_000),
      folderId: folderId.nullable(),
      index: z.int().min(0).optional(),
    }),
    changed,
    { changes: ['feeds'], undoable: true },
  ),
  'feeds.remove': command(
    'Unsubscribes. The articles are kept for 30 days, so that undo is exact.',
    z.strictObject({ ids: z.array(feedId).min(1).max(10_000) }),
    changed,
    { changes: ['feeds', 'marks'], undoable: true },
  ),
  'feeds.configure': command(
    "Changes a feed's own settings, its address or its login.",
    z.strictObject({
      ids: z.array(feedId).min(1).max(10_000),
      settings: feedSettingsChange.optional(),
      url: address.optional(),
      credentials: credentials.nullable().optional(),
      /** The login that was given for another place is sent to the feed's present address from now on. */
      loginFollows: z.literal(true).optional(),
      allowPrivate: z.boolean().optional(),
    }),
    changed,
    { changes: ['feeds', 'marks'], undoable: true },
  ),
  'feeds.diary': query(
    "A feed's last results in words, newest first.",
    z.strictObject({ id: feedId, limit: z.int().min(1).max(200).default(30) }),
    z.array(diaryLine),
    { reads: ['feeds'] },
  ),
  'feeds.try': flow(
    'One unconditional request, shown as the parser sees it; nothing is stored but a diary line.',
    z.strictObject({ id: feedId }),
    z.object({
      message: z.string(),
      code: z.string().nullable(),
      status: z.int().nullable(),
      finalUrl: z.string(),
      contentType: z.string().nullable(),
      sizeBytes: z.int(),
      ms: z.number(),
      format: z.string().nullable(),
      title: z.string().nullable(),
      articleCount: z.int(),
      repairs: z.array(z.string()),
      headlines: z.array(z.string()),
      start: z.string(),
    }),
    { reads: ['feeds'], isSteady: true },
  ),
  'feeds.volume': query(
    'Articles of each feed in each of the last 12 weeks, oldest week first.',
    nothing,
    z.array(z.object({ feedId, weeks: z.array(z.int()) })),
    { reads: ['feeds'] },
  ),
};
