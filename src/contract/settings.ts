/** What a person can set. Every setting has a default; unknown keys are refused. */
import { z } from 'zod';
import { command, nothing, query } from './method.ts';

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark', 'paper']).default('system'),
  accent: z.enum(['pine', 'ink', 'claret', 'plum', 'system']).default('pine'),
  density: z.enum(['compact', 'comfortable', 'cards']).default('comfortable'),
  readingFont: z.enum(['newsreader', 'source-serif', 'literata', 'inter']).default('newsreader'),
  /** Factor on the size of article text. */
  readScale: z.number().min(0.85).max(1.4).default(1),
  /** Width of the column in rem. */
  readMeasure: z.number().min(30).max(52).default(38.5),
  readLeading: z.number().min(1.3).max(2).default(1.58),
  justify: z.boolean().default(false),
  reduceMotion: z.enum(['system', 'always']).default('system'),
  /** In lists, on Today and in For you. */
  showPictures: z.boolean().default(true),
  showArticlePictures: z.boolean().default(true),
  /** Unread numbers beside feeds and folders. */
  sidebarCounts: z.enum(['all', 'folders', 'none']).default('all'),
  /** Factor on the size of the window's own type; article text has its own. */
  interfaceSize: z.number().min(0.9).max(1.25).default(1),
  /** Whether pictures may be fetched from publishers: 'kept' shows only those that are in the library already. */
  remotePictures: z.enum(['fetch', 'kept', 'never']).default('fetch'),
  /** Take campaign and click marks out of the links of articles that arrive. */
  stripTracking: z.boolean().default(true),
  /** Leave pictures that only count readers out of articles that arrive. */
  removePixels: z.boolean().default(true),
  /** What stands for another site's player in an article. */
  embeddedPlayers: z.enum(['link', 'never']).default('link'),
  /** Whether an article's page is fetched when it is opened: 'short' where the feed sends only how it begins. */
  fullText: z.enum(['never', 'short', 'always']).default('short'),
  /** Seconds an article must be open and visible to count as read; null: only by hand. */
  markReadAfterSeconds: z.number().min(0).max(60).nullable().default(1),
  markReadOnScroll: z.boolean().default(false),
  /** More articles than this are marked read at once only after a question; null: never asked. */
  askBeforeMarking: z.int().min(1).max(1_000_000).nullable().default(200),
  singleKeyShortcuts: z.boolean().default(true),
  /** Command -> keys chosen by the person, e.g. {"article.next": "J"}; an empty string switches a key off. */
  keys: z.record(z.string(), z.string()).default({}),
  onlyUnread: z.boolean().default(false),
  /** One row a story in lists of several feeds. */
  groupStories: z.boolean().default(true),
  order: z.enum(['newest', 'oldest']).default('newest'),
  /** No feed is asked more often than this by itself, whatever its rhythm; null: by hand only. */
  refreshMinutes: z.int().min(15).max(1440).nullable().default(15),
  refreshOnStart: z.boolean().default(true),
  /** Feeds fetched at the same time. */
  concurrency: z.int().min(1).max(32).default(16),
  /** Fetch half as often on battery or a metered network. */
  saveData: z.boolean().default(false),
  /** A new feed's articles older than this arrive as read, but for the newest 20. */
  newFeedUnreadDays: z.int().min(0).max(3650).default(30),
  newFeedUnreadMinimum: z.int().min(0).max(1000).default(20),
  silentMonths: z.int().min(1).max(60).default(6),
  mediaCacheMb: z.int().min(0).max(100_000).default(1024),
  openLinksInBackground: z.boolean().default(false),
  notifications: z.boolean().default(false),
  trayIcon: z.boolean().default(false),
  keepDays: z.int().min(1).max(36_500).nullable().default(null),
  keepPerFeed: z.int().min(10).max(10_000_000).nullable().default(null),
  keepMegabytes: z.int().min(10).max(10_000_000).nullable().default(null),
  deleteUnread: z.boolean().default(false),
  backups: z.boolean().default(true),
  forYou: z.boolean().default(true),
  readingBudgetMinutes: z.int().min(5).max(240).default(20),
  /** Local hour at which the morning edition is made. */
  morningEditionHour: z.int().min(0).max(23).default(6),
  firstRunDone: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;

/** As a library has them: of what another version stored and this one does not know, the usual is taken. */
export function settingsFrom(stored: unknown): Settings {
  const read = settings.safeParse(stored);
  if (read.success) return read.data;
  const unknown = new Set(read.error.issues.map(({ path }) => path[0]));
  const known = Object.entries(stored ?? {}).filter(([name]) => !unknown.has(name));
  return settings.parse(Object.fromEntries(known));
}

const settingsChange = z.strictObject(
  Object.fromEntries(Object.entries(settings.shape).map(([name, schema]) => [name, schema.unwrap().optional()])) as {
    [Name in keyof typeof settings.shape]: z.ZodOptional<ReturnType<(typeof settings.shape)[Name]['unwrap']>>;
  },
);

export const settingsMethods = {
  'settings.get': query('All settings with their present values.', nothing, settings, {
    reads: ['settings'],
    isTold: true,
  }),
  'settings.set': command('Changes the settings named and leaves the others.', settingsChange, settings, {
    changes: ['settings'],
  }),
  'state.get': query(
    'What a window left to be restored (list position, open article, widths, open folders), by key; null when there is none.',
    z.strictObject({ key: z.string().min(1).max(100) }),
    z.object({ value: z.json() }),
    { reads: [] },
  ),
  'state.set': command(
    'Keeps a value for a window, by key.',
    z.strictObject({ key: z.string().min(1).max(100), value: z.json() }),
    nothing,
    { changes: [] },
  ),
};
