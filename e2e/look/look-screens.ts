/** Every screen and state that is looked at, how a reader gets there, and the libraries that they need. */
import { expect } from '@playwright/test';
import { call } from '../support/pages/call.ts';
import type { Reader } from '../support/pages/reader.ts';
import { articleScreens } from './article-screens.ts';
import { deeperScreens } from './deeper-screens.ts';
import type { Library, LookScreen } from './look-screen.ts';
import { command, keys, openStory, settled } from './moves.ts';

interface Preparation {
  readonly args: readonly string[];
  readonly prepare: (reader: Reader) => Promise<void>;
}

export const preparations: Readonly<Record<Library, Preparation>> = {
  sample: { args: ['--sample'], prepare: settled },
  learned: { args: ['--sample'], prepare: readTwenty },
  edited: { args: ['--sample'], prepare: refreshTwice },
  empty: { args: [], prepare: pastFirstRun },
  'first-run': { args: [], prepare: async () => {} },
};

/** Enough for For you to know what this reader reads. */
async function readTwenty(reader: Reader): Promise<void> {
  await settled(reader);
  const { articles } = await call(reader.page, 'articles.list', { view: 'all', limit: 200 } as never);
  const liked = articles.filter(({ language }) => language === 'en').filter((_, place) => place % 4 === 0);
  for (const { id } of liked.slice(0, 20)) {
    await call(reader.page, 'reading.record', { id, kind: 'opened' });
    await call(reader.page, 'reading.record', { id, kind: 'finished' });
    await call(reader.page, 'articles.mark', { ids: [id], set: { read: true } });
  }
}

/** The sample's publisher corrects an article with the second fetch. */
async function refreshTwice(reader: Reader): Promise<void> {
  await settled(reader);
  for (let times = 0; times < 2; times += 1) await reader.refresh();
}

async function pastFirstRun(reader: Reader): Promise<void> {
  await call(reader.page, 'settings.set', { firstRunDone: true, refreshOnStart: false });
  await reader.reload();
}

const settingsPages = [
  'Appearance',
  'Reading',
  'Today',
  'Refresh',
  'Notifications',
  'Storage',
  'Privacy',
  'Shortcuts',
  'About',
];

async function settingsPage(reader: Reader, name: string): Promise<void> {
  await keys(reader, 'Control+,');
  await reader.page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name }).click();
}

async function search(reader: Reader, query: string): Promise<void> {
  await keys(reader, '/');
  await reader.page.getByRole('combobox', { name: 'Search archive' }).fill(query);
  await reader.page.waitForTimeout(900); // counts come after the hits
}

const sampleScreens: readonly Omit<LookScreen, 'library'>[] = [
  { name: 'today', go: (reader) => keys(reader, 'g', 't') },
  {
    name: 'today-middle',
    go: async (reader) => {
      await keys(reader, 'g', 't');
      await reader.page.getByRole('region', { name: 'Front page' }).hover();
      await reader.page.mouse.wheel(0, 900);
    },
  },
  {
    name: 'today-end',
    go: async (reader) => {
      await keys(reader, 'g', 't');
      await reader.page.getByText(/^That is the front page at /).scrollIntoViewIfNeeded();
    },
  },
  { name: 'catch-up', go: (reader) => command(reader, 'Catch up') },
  { name: 'for-you', go: (reader) => keys(reader, 'g', 'y') },
  { name: 'for-you-profile', go: (reader) => forYouTab(reader, 'Your profile') },
  { name: 'for-you-report-cards', go: (reader) => forYouTab(reader, 'Report cards') },
  { name: 'for-you-muted', go: (reader) => forYouTab(reader, 'Muted') },
  { name: 'story', go: openStory },
  { name: 'list-unread', go: (reader) => keys(reader, 'g', 'u') },
  { name: 'list-folder', go: (reader) => reader.show('World') },
  { name: 'list-selection', go: selectFour },
  {
    name: 'list-menu',
    go: async (reader) => {
      await reader.show('World');
      await reader.rows.nth(1).click({ button: 'right' });
    },
  },
  {
    name: 'tree-menu',
    go: async (reader) => {
      await reader.node('Harbour Courier').click({ button: 'right' });
    },
  },
  { name: 'list-compact', go: (reader) => densityOf(reader, 'compact') },
  { name: 'list-cards', go: (reader) => densityOf(reader, 'cards') },
  { name: 'search-empty', go: (reader) => keys(reader, '/') },
  { name: 'search-hits', go: (reader) => search(reader, 'harbour') },
  { name: 'search-none', go: (reader) => search(reader, 'grid storadge') },
  { name: 'search-suggestions', go: (reader) => search(reader, 'source:') },
  {
    name: 'search-opened',
    go: async (reader) => {
      await search(reader, 'harbour');
      await keys(reader, 'ArrowDown', 'Enter');
    },
  },
  { name: 'subscriptions', go: (reader) => keys(reader, 'g', 'm') },
  {
    name: 'subscriptions-panel',
    go: async (reader) => {
      await keys(reader, 'g', 'm');
      await reader.page
        .getByRole('row', { name: /Harbour Courier/ })
        .getByRole('button', { name: 'Harbour Courier', exact: true })
        .click();
    },
  },
  { name: 'catalogue', go: (reader) => command(reader, 'Catalogue') },
  { name: 'import', go: (reader) => command(reader, 'Import subscriptions') },
  { name: 'add-feed', go: (reader) => keys(reader, 'a') },
  {
    name: 'add-feed-nothing',
    go: async (reader) => {
      await keys(reader, 'a');
      await reader.page.keyboard.type('not an address at all');
    },
  },
  { name: 'palette', go: (reader) => keys(reader, 'Control+k') },
  {
    name: 'palette-typed',
    go: async (reader) => {
      await keys(reader, 'Control+k');
      await reader.page.keyboard.type('set');
    },
  },
  { name: 'shortcuts', go: (reader) => keys(reader, '?') },
  ...settingsPages.map((name) => ({
    name: `settings-${name.toLowerCase()}`,
    go: (reader: Reader) => settingsPage(reader, name),
  })),
];

async function forYouTab(reader: Reader, name: string): Promise<void> {
  await keys(reader, 'g', 'y');
  await reader.page.getByRole('navigation', { name: 'For you' }).getByRole('button', { name }).click();
}

async function densityOf(reader: Reader, density: 'compact' | 'cards'): Promise<void> {
  await call(reader.page, 'settings.set', { density });
  await reader.show('World');
  await reader.rows.first().click();
}

async function selectFour(reader: Reader): Promise<void> {
  await reader.show('World');
  await reader.rows.nth(0).click();
  await reader.rows.nth(3).click({ modifiers: ['Shift'] });
}

/** What a reader without a network, without feeds or without anything unread meets. */
const emptyScreens: readonly LookScreen[] = [
  { name: 'empty-today', library: 'empty', go: (reader) => keys(reader, 'g', 't') },
  { name: 'empty-unread', library: 'empty', go: (reader) => keys(reader, 'g', 'u') },
  { name: 'empty-starred', library: 'empty', go: (reader) => keys(reader, 'g', 's') },
  { name: 'empty-subscriptions', library: 'empty', go: (reader) => keys(reader, 'g', 'm') },
  { name: 'empty-search', library: 'empty', go: (reader) => keys(reader, '/') },
];

const firstRunScreens: readonly LookScreen[] = [
  {
    name: 'first-run',
    library: 'first-run',
    go: async ({ page }) => void (await expect(page.getByRole('heading', { level: 1 })).toBeVisible()),
  },
  {
    name: 'first-run-look',
    library: 'first-run',
    go: async ({ page }) => {
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
    },
  },
];

export const lookScreens: readonly LookScreen[] = [
  ...sampleScreens.map((screen) => ({ ...screen, library: 'sample' as const })),
  ...articleScreens,
  ...deeperScreens,
  ...emptyScreens,
  ...firstRunScreens,
];
