/** What opens over a screen or further down in it: dialogs, menus, a story's parts, and pages that need something done first. */
import { expect } from '@playwright/test';
import { call } from '../support/pages/call.ts';
import type { Reader } from '../support/pages/reader.ts';
import type { LookScreen } from './look-screen.ts';
import { command, keys, openArticle, openStory } from './moves.ts';

async function backUp(reader: Reader): Promise<void> {
  await call(reader.page, 'backups.make', {});
  await keys(reader, 'Control+,');
  await reader.page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Storage' }).click();
  await reader.page.getByRole('button', { name: 'Restore…' }).click();
}

/** Marks, stars and renames a little, so that there is something to undo. */
async function doSomething(reader: Reader): Promise<void> {
  const { articles } = await call(reader.page, 'articles.list', { view: 'all', limit: 5 } as never);
  const ids = articles.map(({ id }) => id);
  await call(reader.page, 'articles.mark', { ids: ids.slice(0, 3), set: { read: true } } as never);
  await call(reader.page, 'articles.mark', { ids: ids.slice(0, 1), set: { starred: true } } as never);
  await call(reader.page, 'folders.add', { name: 'Abroad' });
}

const overStory: readonly Omit<LookScreen, 'library'>[] = [
  {
    name: 'story-end',
    go: async (reader) => {
      await openStory(reader);
      await reader.page.getByRole('region', { name: 'Story', exact: true }).hover();
      await reader.page.mouse.wheel(0, 20_000);
    },
  },
  {
    name: 'story-split',
    go: async (reader) => {
      await openStory(reader);
      await reader.page.getByRole('button', { name: 'Split an article off…' }).click();
    },
  },
  {
    name: 'story-merge',
    go: async (reader) => {
      await openStory(reader);
      await reader.page.getByRole('button', { name: 'Merge…' }).click();
    },
  },
  {
    name: 'story-menu',
    go: async (reader) => {
      await openStory(reader);
      await reader.page
        .getByRole('button', { name: /^About .* article$/ })
        .first()
        .click();
    },
  },
];

const dialogs: readonly Omit<LookScreen, 'library'>[] = [
  { name: 'restore', go: backUp },
  {
    name: 'restore-question',
    go: async (reader) => {
      await backUp(reader);
      await reader.page
        .getByRole('button', { name: /^Restore .*, Made by you$/ })
        .first()
        .click();
    },
  },
  {
    name: 'saved-search',
    go: async (reader) => {
      await keys(reader, '/');
      await reader.page.getByRole('combobox', { name: 'Search archive' }).fill('harbour');
      await reader.page.getByRole('button', { name: 'Save this search' }).first().click();
    },
  },
  {
    name: 'mark-many',
    go: async (reader) => {
      await call(reader.page, 'settings.set', { askBeforeMarking: 50 });
      await reader.show('All unread');
      await keys(reader, 'Shift+A');
      await expect(reader.page.getByRole('dialog')).toBeVisible();
      await call(reader.page, 'settings.set', { askBeforeMarking: 200 });
    },
  },
  { name: 'today-arrange', go: (reader) => arrangeToday(reader) },
  {
    name: 'picture',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await reader.article.locator('figure img').first().click();
    },
  },
  {
    name: 'focus',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await keys(reader, 'z');
    },
  },
  {
    name: 'article-menu',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await reader.article.getByRole('button', { name: 'More', exact: true }).first().click();
    },
  },
  {
    name: 'list-options',
    go: async (reader) => {
      await reader.show('World');
      await reader.page
        .getByRole('region', { name: 'Articles', exact: true })
        .getByRole('button', { name: /sort/i })
        .first()
        .click();
    },
  },
  {
    name: 'list-selection-menu',
    go: async (reader) => {
      await reader.show('World');
      await reader.rows.nth(0).click();
      await reader.rows.nth(3).click({ modifiers: ['Shift'] });
      await reader.rows.nth(2).click({ button: 'right' });
    },
  },
  {
    name: 'list-marked',
    go: async (reader) => {
      await reader.show('Science');
      await keys(reader, 'Shift+A');
      await expect(reader.toast).toContainText('read');
    },
  },
  { name: 'refreshing', go: (reader) => keys(reader, 'Shift+R') },
  {
    name: 'history',
    go: async (reader) => {
      await doSomething(reader);
      await keys(reader, 'g', 'z');
    },
  },
  { name: 'starred', go: (reader) => keys(reader, 'g', 's') },
];

async function arrangeToday(reader: Reader): Promise<void> {
  await keys(reader, 'g', 't');
  await reader.page.getByRole('button', { name: /arrange/i }).click();
}

const learned: readonly Omit<LookScreen, 'library'>[] = [
  { name: 'learned-for-you', go: (reader) => keys(reader, 'g', 'y') },
  {
    name: 'learned-why',
    go: async (reader) => {
      await keys(reader, 'g', 'y');
      await reader.page
        .getByRole('region', { name: 'For you', exact: true })
        .getByRole('button', { name: /^You / })
        .first()
        .click();
    },
  },
  {
    name: 'learned-profile',
    go: async (reader) => {
      await keys(reader, 'g', 'y');
      await reader.page
        .getByRole('navigation', { name: 'For you' })
        .getByRole('button', { name: 'Your profile' })
        .click();
    },
  },
  { name: 'learned-today', go: (reader) => keys(reader, 'g', 't') },
];

/** What a reader without a network, without feeds or without anything done meets. */
const nothing: readonly Omit<LookScreen, 'library'>[] = [
  { name: 'empty-history', go: (reader) => keys(reader, 'g', 'z') },
  { name: 'empty-for-you', go: (reader) => keys(reader, 'g', 'y') },
  { name: 'empty-catch-up', go: (reader) => command(reader, 'Catch up') },
];

export const deeperScreens: readonly LookScreen[] = [
  ...[...overStory, ...dialogs].map((screen) => ({ ...screen, library: 'sample' as const })),
  {
    name: 'story-differences',
    library: 'edited',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await reader.article.getByRole('button', { name: /sources? covers? this$/ }).click();
      await reader.page.getByRole('heading', { name: 'Where they differ' }).scrollIntoViewIfNeeded();
    },
  },
  ...learned.map((screen) => ({ ...screen, library: 'learned' as const })),
  ...nothing.map((screen) => ({ ...screen, library: 'empty' as const })),
];
