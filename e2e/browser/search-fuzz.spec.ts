/**
 * Queries that nobody thought of, typed at any speed while the counts come late, in libraries of all sizes: the page never
 * loses a part, and nothing is in the console. A small round here; `npm run fuzz:search` types 1,000 queries.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seededLibrary } from '../../bench/support/seeded-library.ts';
import { seededRandom } from '../../bench/support/seeded-random.ts';
import { expect, test } from '../support/app.ts';
import { call } from '../support/pages/call.ts';
import { SearchPage } from '../support/pages/search-page.ts';

const isWhole = process.env.BROADSHEET_FUZZ === 'whole';
const sizes = isWhole ? [0, 1, 100, 5_000, 100_000] : [0, 1, 100];
const queriesEach = isWhole ? 200 : 12;
const slowestCountMs = 400;

const pieces = [
  ...[
    'the',
    'of',
    'lan',
    'ban',
    'kos',
    'x',
    '漢字',
    'Überfluss',
    '"two words"',
    '"open',
    '(',
    ')',
    '*',
    'ba*',
    '-the',
    'OR',
    'NOT',
  ],
  ...['source:', 'source:feed', 'source:#3,#4', 'is:unread', 'is:shiny', 'is:unread,starred', 'has:image', 'author:a'],
  ...[
    'after:2025',
    'before:2026-02-31',
    'last:7d',
    'date:2024..2025',
    'section:',
    'lang:en',
    'NEAR(the of, 3)',
    'story:1',
  ],
];

test.setTimeout(isWhole ? 60 * 60_000 : 180_000);

for (const size of sizes) {
  test(`${queriesEach} queries in a library of ${size} articles lose no part of the page`, async ({
    start,
    folder,
  }) => {
    const seed = Number(process.env.BROADSHEET_SEED ?? 7) + size;
    cpSync(
      seededLibrary({ articles: size, feeds: 20, words: 60 }, () => undefined),
      join(folder, 'library'),
      {
        recursive: true,
      },
    );
    const { window } = await start();
    await call(window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
    await window.reload();
    const random = seededRandom(seed);
    await holdCounts(window, random);
    const search = new SearchPage(window);
    await search.open();
    for (let n = 0; n < queriesEach; n += 1) await typeOne(search, random, n);
    await window.unrouteAll({ behavior: 'ignoreErrors' });
    await search.type('the');
    await expect(search.field).toHaveValue('the');
  });
}

async function typeOne(search: SearchPage, random: () => number, n: number): Promise<void> {
  const parts = Array.from(
    { length: 1 + Math.floor(random() * 4) },
    () => pieces[Math.floor(random() * pieces.length)],
  );
  const query = parts.join(random() < 0.9 ? ' ' : '');
  await test.step(`query ${n}: ${query}`, async () => {
    if (random() < 0.6) await search.type('');
    await search.field.focus();
    await search.field.press('End');
    await search.field.pressSequentially(query, { delay: random() * 40 });
    if (random() < 0.2) await search.press(random() < 0.5 ? 'ArrowDown' : 'Tab');
    await search.page.waitForTimeout(random() * 300);
    await expectWhole(search.page);
  });
}

async function expectWhole(page: Page): Promise<void> {
  expect(await page.getByText(/cannot be shown for this search|could not be shown/).count()).toBe(0);
  await expect(page.getByRole('combobox', { name: 'Search archive' })).toBeVisible();
}

/** As on a busy machine: what stands beside the results comes later than they do. */
async function holdCounts(page: Page, random: () => number): Promise<void> {
  await page.route('**/rpc', async (route) => {
    const body = route.request().postData() ?? '';
    if (/search\.(facets|alternatives|suggest)/.test(body))
      await new Promise((later) => setTimeout(later, random() * slowestCountMs));
    await route.continue().catch(() => undefined); // the page may have given it up
  });
}
