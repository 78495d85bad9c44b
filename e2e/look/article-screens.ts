/** Articles of every shape that the sample edition has, and what opens over them. */
import { expect } from '@playwright/test';
import type { Reader } from '../support/pages/reader.ts';
import type { LookScreen } from './look-screen.ts';
import { keys, openArticle } from './moves.ts';

const shapes: readonly (readonly [name: string, feed: string, headline?: RegExp])[] = [
  ['article', 'Harbour Courier'],
  ['article-summary', 'Northlight Daily', /valley/i],
  ['article-table', 'Meridian Ledger', /who pays/i],
  ['article-code', 'Loopback'],
  ['article-no-title', 'Loopback', /Spent the morning/],
  ['article-podcast', 'Kestrel Radio', /briefing/i],
  ['article-right-to-left', 'الميناء'],
  ['article-japanese', '港の朝'],
];

async function scrollBy(reader: Reader, pixels: number): Promise<void> {
  await reader.body.hover();
  await reader.page.mouse.wheel(0, pixels);
}

export const articleScreens: readonly LookScreen[] = [
  ...shapes.map(([name, feed, headline]) => ({
    name,
    library: 'sample' as const,
    go: (reader: Reader) => openArticle(reader, feed, headline),
  })),
  {
    name: 'article-full-text',
    library: 'sample',
    go: async (reader) => {
      await openArticle(reader, 'Northlight Daily', /valley/i);
      await expect(reader.article.getByText('Saved in full on this computer')).toBeVisible();
      await scrollBy(reader, 900);
    },
  },
  {
    name: 'article-table-below',
    library: 'sample',
    go: async (reader) => {
      await openArticle(reader, 'Meridian Ledger', /who pays/i);
      await reader.body.locator('table').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'article-end',
    library: 'sample',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await scrollBy(reader, 20_000);
    },
  },
  {
    name: 'article-text-panel',
    library: 'sample',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
      await keys(reader, 't');
    },
  },
  {
    name: 'article-edited',
    library: 'edited',
    go: async (reader) => {
      await openArticle(reader, 'Harbour Courier');
    },
  },
];
