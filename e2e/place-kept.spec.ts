/** Whoever goes away and comes back finds the list, the article and the search as they were. */
import type { Page } from '@playwright/test';
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(80, longText(2)) }));
  await reader.reload();
});

const scroller = (page: Page) => page.locator('.list-scroll');
const scrolled = (page: Page, selector: string) => page.locator(selector).evaluate((box) => Math.round(box.scrollTop));

async function scrollDown(page: Page, box: ReturnType<typeof scroller>): Promise<void> {
  await box.hover();
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(2500);
  // Rows are measured as they come into sight.
  await page.waitForTimeout(500);
}

/** The title of the first row in sight. */
function topTitle(page: Page) {
  return page.evaluate(() => {
    const edge = document.querySelector('.list-scroll')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll('.list-scroll .art')].filter(
      (row) => row.getBoundingClientRect().bottom > edge + 1,
    );
    rows.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
    return rows[0]?.querySelector('.ttl')?.textContent?.replace(/^Unread\. ?/, '');
  });
}

for (const { way, away, back } of [
  {
    way: 'to the settings and back by keys',
    away: async (page: Page) => page.keyboard.press('Control+,'),
    back: async (page: Page) => page.keyboard.press('Alt+ArrowLeft'),
  },
  {
    way: 'to a feed and back by keys',
    away: async (page: Page) => page.getByRole('row', { name: /^Courier/ }).click(),
    back: async (page: Page) => {
      await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('Alt+ArrowLeft');
    },
  },
]) {
  test(`All unread stands as it was left after going ${way}, and J goes on from the article`, async ({ reader }) => {
    const { page } = reader;
    await reader.press('g');
    await reader.press('u');
    await expect(reader.title).toHaveText('All unread');
    await scrollDown(page, scroller(page));
    const opened = await topTitle(page);
    await reader.row(String(opened)).click();
    await reader.expectRead(String(opened));
    await page.waitForTimeout(400);
    const before = await topTitle(page);
    await away(page);
    await expect(page).not.toHaveTitle(/All unread/);
    await back(page);
    await expect(reader.title).toHaveText('All unread');
    await expect(reader.headline).toHaveText(String(opened));
    await expect.poll(() => topTitle(page)).toBe(before);
    await expect(reader.row(String(opened))).toHaveAttribute('aria-current', 'true');
    await reader.press('j');
    const next = `Report ${String(Number(String(opened).slice(-2)) + 1).padStart(2, '0')}`;
    await expect(reader.headline).toHaveText(next);
  });
}

test('All unread goes on from the article that was read last after a new start of the window', async ({ reader }) => {
  const { page } = reader;
  await reader.press('g');
  await reader.press('u');
  await expect(reader.title).toHaveText('All unread');
  for (let at = 0; at < 3; at += 1) {
    await reader.press('j');
    await expect(reader.headline).toHaveText(`Report 0${at + 1}`);
    await reader.expectRead(`Report 0${at + 1}`);
  }
  await reader.reload();
  await expect(reader.headline).toHaveText('Report 03');
  await expect(reader.row('Report 03')).toHaveAttribute('aria-current', 'true');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 04');
  await expect(page).toHaveTitle(/All unread – Broadsheet$/);
});

test('a search comes back with its query, its results and where they stood', async ({ reader }) => {
  const { page } = reader;
  await reader.press('/');
  await page.keyboard.type('report');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.waitForTimeout(600);
  const results = page.locator('.results > .scroll');
  await results.hover();
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => scrolled(page, '.results > .scroll')).toBeGreaterThan(1200);
  await page.waitForTimeout(600);
  const before = await scrolled(page, '.results > .scroll');
  const stands = async () => Math.abs((await scrolled(page, '.results > .scroll')) - before) < 40;
  await reader.press('Control+,');
  await expect(page).toHaveTitle(/Settings/);
  await reader.press('Alt+ArrowLeft');
  const field = page.getByRole('combobox', { name: 'Search archive' });
  await expect(field).toHaveValue('report');
  await expect.poll(stands).toBe(true);
  await reader.reload();
  await expect(field).toHaveValue('report');
  await expect(page.getByRole('option').first()).toBeAttached();
  await expect.poll(stands).toBe(true);
});

test('the sidebar shows the feed that the palette leads to', async ({ reader, publisher }) => {
  const { page } = reader;
  for (let at = 0; at < 45; at += 1) {
    const name = `Gazette ${String(at).padStart(2, '0')}`;
    await reader.subscribe(publisher.print(`gazette-${at}`, { title: name, articles: reports(1) }));
  }
  await reader.reload();
  await reader.press('Control+k');
  await page.keyboard.type('gazette 44');
  await expect(page.getByRole('option', { selected: true })).toContainText('Gazette 44');
  await reader.press('Enter');
  await expect(reader.title).toHaveText('Gazette 44');
  await expect(reader.node('Gazette 44')).toBeInViewport();
});
