/** Articles of every shape that the sample edition has, and what opens over them. */
import type { Reader } from '../support/pages/reader.ts';
import type { LookScreen } from './look-screen.ts';
import { keys, openArticle } from './moves.ts';

const shapes: readonly (readonly [name: string, feed: string, headline?: RegExp])[] = [
  ['article', 'Harbour Courier'],
  ['article-summary', 'Northlight Daily', /valley/i],
  ['article-table', 'Meridian Ledger', /who pays/i],
  ['article-code', 'Loopback'],
  ['article-no-title', 'Signal & Circuit'],
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
      await keys(reader, 'f');
      await reader.page.waitForTimeout(1500);
      await scrollBy(reader, 700);
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
