/**
 * Every screen, from half a desktop down to 320 px, which is also a window of 1280 px enlarged to 400 %: nothing is wider
 * than the window, and nothing that can be pressed stands beyond its edge. Once is enough: the desktop draws the same page.
 */
import { command, keys, openArticle, settled } from '../look/moves.ts';
import { call } from '../support/pages/call.ts';
import { cutOff } from '../support/pages/cut-off.ts';
import type { Reader } from '../support/pages/reader.ts';
import { expect, test } from '../support/reader.ts';

interface Stop {
  readonly name: string;
  readonly go: (reader: Reader) => Promise<void>;
}

const widths = [700, 420, 320];

const settingsPages = ['Appearance', 'Reading', 'Today', 'Refresh', 'Storage', 'Privacy', 'Shortcuts', 'About'];

const stops: readonly Stop[] = [
  { name: 'Today', go: (reader) => keys(reader, 'g', 't') },
  { name: 'catch up', go: (reader) => command(reader, 'Catch up') },
  { name: 'story', go: openStory },
  { name: 'list of a folder', go: (reader) => reader.show('World') },
  { name: 'article', go: (reader) => openArticle(reader, 'Meridian Ledger') },
  { name: 'several chosen', go: chooseSeveral },
  { name: 'All unread', go: (reader) => keys(reader, 'g', 'u') },
  { name: 'For you', go: (reader) => keys(reader, 'g', 'y') },
  ...['Your profile', 'Report cards', 'Muted'].map((tab) => ({
    name: tab,
    go: async (reader: Reader) => {
      await keys(reader, 'g', 'y');
      await reader.page.getByRole('navigation', { name: 'For you' }).getByRole('button', { name: tab }).click();
    },
  })),
  { name: 'search, nothing asked', go: (reader) => keys(reader, '/') },
  { name: 'search', go: (reader) => search(reader, 'harbour') },
  { name: 'search with filters', go: (reader) => search(reader, 'harbour source:"Harbour Courier" after:2020-01-01') },
  { name: 'search, nothing found', go: (reader) => search(reader, 'grid storadge') },
  { name: 'search, a hit open', go: openHit },
  { name: 'Subscriptions', go: openSubscriptions },
  { name: 'Subscriptions, ticked', go: tickFeeds },
  { name: 'diary', go: openDiary },
  { name: 'Catalogue', go: (reader) => command(reader, 'Catalogue') },
  { name: 'Import', go: (reader) => command(reader, 'Import subscriptions') },
  { name: 'History', go: (reader) => keys(reader, 'g', 'z') },
  ...settingsPages.map((name) => ({ name: `Settings, ${name}`, go: (reader: Reader) => settingsPage(reader, name) })),
  { name: 'palette', go: (reader) => keys(reader, 'Control+k') },
  { name: 'shortcuts', go: (reader) => keys(reader, '?') },
  { name: 'Add feed', go: (reader) => keys(reader, 'a') },
];

async function openStory(reader: Reader): Promise<void> {
  await keys(reader, 'g', 't');
  await reader.page.getByRole('button', { name: 'Compare coverage', exact: true }).first().click();
  await expect(reader.page.getByRole('region', { name: 'Story', exact: true })).toBeVisible();
}

async function chooseSeveral(reader: Reader): Promise<void> {
  await reader.show('World');
  await reader.rows.nth(0).click();
  await reader.rows.nth(3).click({ modifiers: ['Shift'] });
}

async function search(reader: Reader, query: string): Promise<void> {
  await keys(reader, '/');
  await reader.page.getByRole('combobox', { name: 'Search archive' }).fill(query);
  await expect(reader.page.getByText(/ articles? since |Nothing matches/).first()).toBeVisible();
}

async function openHit(reader: Reader): Promise<void> {
  await search(reader, 'harbour');
  await keys(reader, 'ArrowDown', 'Enter');
  await expect(reader.body).not.toBeEmpty();
}

async function openSubscriptions(reader: Reader): Promise<void> {
  await keys(reader, 'g', 'm');
  await expect(reader.page.getByRole('checkbox', { name: /^Select / }).nth(2)).toBeAttached();
}

async function tickFeeds(reader: Reader): Promise<void> {
  await openSubscriptions(reader);
  for (const row of [1, 2]) {
    await reader.page
      .getByRole('checkbox', { name: /^Select / })
      .nth(row)
      .check({ force: true });
  }
}

async function openDiary(reader: Reader): Promise<void> {
  await openSubscriptions(reader);
  await reader.page.getByRole('rowheader', { name: 'Harbour Courier' }).getByRole('button').first().click();
  await expect(reader.page.getByRole('region', { name: 'Diary' })).toBeAttached();
}

async function settingsPage(reader: Reader, name: string): Promise<void> {
  await keys(reader, 'Control+,');
  await reader.page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name }).click();
}

/** Goes to a screen in a wide window, and says what is cut off in each narrow one. */
async function cutOffAt(reader: Reader, { name, go }: Stop): Promise<readonly string[]> {
  const { page } = reader;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // Search comes back with the focus in its field, where letters are words.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await go(reader);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 });
    // The drawing of the new width, and what is then made for it.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const cut = await cutOff(page);
    if (cut.length > 0) await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) });
    found.push(...cut.map((what) => `${name}, ${width}: ${what}`));
  }
  return found;
}

test('no screen is wider than a narrow window, and no control is cut off by its edge', async ({ sample }) => {
  // Forty screens, each loaded anew.
  test.setTimeout(480_000);
  await settled(sample);
  await call(sample.page, 'settings.set', { theme: 'light' });
  const found: string[] = [];
  for (const stop of stops) found.push(...(await cutOffAt(sample, stop)));
  expect(found).toEqual([]);
});
