/**
 * The fixture of specs about reading: one app for all specs of a worker, emptied before each, and a publisher to read
 * from. A start costs a second or more; emptying costs a tenth of that.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Settings } from '../../src/contract/settings.ts';
import { test as base, launch, listenForTrouble } from './app.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { call } from './pages/call.ts';
import { type FeedText, rssText } from './pages/feed-text.ts';
import { Reader } from './pages/reader.ts';
import type { RunningApp, Shell } from './running-app.ts';

const viewport = { width: 1440, height: 900 };

export interface Publisher extends FeedServer {
  /** Prints a feed at an address of this spec's own, and answers the address. Printed again, it is a new edition. */
  readonly print: (name: string, feed: FeedText) => string;
}

interface ReaderFixtures {
  readonly publisher: Publisher;
  /** An empty library, without first run. */
  readonly reader: Reader;
  /** Changes settings of the empty library; they are put back before the next spec. */
  readonly set: (change: Partial<Settings>) => Promise<void>;
  /** The window on the sample edition, as it was left by the spec before but for its settings. */
  readonly sample: Reader;
  readonly setSample: (change: Partial<Settings>) => Promise<void>;
}

interface ReaderWorker {
  readonly server: FeedServer;
  readonly emptyApp: RunningApp;
  readonly sampleApp: RunningApp;
}

let printed = 0;

export const test = base.extend<ReaderFixtures, ReaderWorker>({
  server: [
    async ({ playwright: _ }, use) => {
      const server = await startFeedServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  emptyApp: [
    async ({ browserOnce }, use, { project }) => useShared(shellOf(project), [], browserOnce, use),
    { scope: 'worker' },
  ],
  sampleApp: [
    async ({ browserOnce }, use, { project }) => useShared(shellOf(project), ['--sample'], browserOnce, use),
    { scope: 'worker', timeout: 120_000 },
  ],
  publisher: async ({ server }, use) => {
    server.requests.length = 0;
    printed += 1;
    const folder = `/spec-${printed}`;
    const print = (name: string, feed: FeedText) => {
      server.serve(`${folder}/${name}`, rssText(feed));
      return server.url(`${folder}/${name}`);
    };
    await use({ ...server, print });
  },
  reader: async ({ emptyApp, trouble }, use) => {
    await empty(emptyApp.window);
    await watched(emptyApp.window, trouble, () => use(new Reader(emptyApp.window)));
  },
  set: async ({ emptyApp }, use) =>
    use(async (change) => void (await call(emptyApp.window, 'settings.set', change as never))),
  setSample: async ({ sampleApp }, use) =>
    use(async (change) => void (await call(sampleApp.window, 'settings.set', change as never))),
  sample: async ({ sampleApp, trouble }, use) => {
    const { window } = sampleApp;
    await window.setViewportSize(viewport);
    await call(window, 'settings.set', { ...plainSettings, firstRunDone: true });
    await atRest(window);
    await watched(window, trouble, () => use(new Reader(window)));
  },
});

/** A worker's fixture cannot ask for an option of its tests; its project knows it. */
function shellOf({ use }: { readonly use: object }): Shell {
  return ('shell' in use ? use.shell : 'browser') as Shell;
}

type Launched = Parameters<typeof launch>[2];

async function useShared(
  shell: Shell,
  args: readonly string[],
  browser: Launched,
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `broadsheet-shared-`));
  const app = await launch(shell, { folder, args }, browser);
  await use(app);
  await app.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

const plainSettings = {
  theme: 'light',
  density: 'comfortable',
  onlyUnread: false,
  order: 'newest',
  markReadAfterSeconds: 1,
  markReadOnScroll: false,
  showPictures: true,
  showArticlePictures: true,
  // Specs about something else ask no pages.
  fullText: 'never',
  singleKeyShortcuts: true,
  readScale: 1,
  readingFont: 'newsreader',
  readMeasure: 38.5,
  readLeading: 1.58,
  justify: false,
  newFeedUnreadDays: 30,
  keys: {},
  refreshMinutes: null,
  refreshOnStart: false,
} as const satisfies Partial<Settings>;

/** Takes everything out of the library that a reader would see, and begins again. */
async function empty(page: Page): Promise<void> {
  await page.setViewportSize(viewport);
  await call(page, 'feeds.cancelRefresh', {});
  const feeds = await call(page, 'feeds.list', {});
  if (feeds.length > 0) await call(page, 'feeds.remove', { ids: feeds.map(({ id }) => id) });
  for (const { id } of await call(page, 'folders.list', {})) await call(page, 'folders.remove', { id });
  for (const { id } of await call(page, 'savedSearches.list', {})) await call(page, 'savedSearches.remove', { id });
  for (const { id } of await call(page, 'mutes.list', {})) await call(page, 'mutes.remove', { id });
  await call(page, 'settings.set', { ...plainSettings, firstRunDone: true });
  await atRest(page);
}

/** Forgets what the window remembers (place, widths, open folders) and loads it anew. */
async function atRest(page: Page): Promise<void> {
  // What it is about to remember is written now, and then replaced.
  // Two calls go over two connections: the second could be there first.
  await page.evaluate(async () => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await new Promise((done) => setTimeout(done, 60));
  });
  await call(page, 'state.set', { key: 'window', value: null });
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
}

async function watched(page: Page, trouble: string[], read: () => Promise<void>): Promise<void> {
  const stop = listenForTrouble(page, trouble);
  await read();
  stop();
  expect(trouble, 'what the window complained of').toEqual([]);
}

export { expect } from '@playwright/test';
export { faults } from './feed-server.ts';
export { longText, reports, rssText } from './pages/feed-text.ts';
