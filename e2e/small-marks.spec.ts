/** Small marks of the page that were once drawn badly: each test is one that a reader saw. */
import type { Locator } from '@playwright/test';
import { call } from './support/pages/call.ts';
import { expect, test } from './support/reader.ts';

const headlines = ['سوق السمك يفتح أبوابه', 'Reservoirs reach two-thirds after a wet autumn', 'A quiet week'];

/** Where the words of an element end at the right, and where the dot before them begins; px. */
const endAndDot = (row: Locator) =>
  row.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element.querySelector('h2 > span:last-child') ?? element);
    const { right, width } = getComputedStyle(element, '::after');
    const dotRight = element.getBoundingClientRect().right - Number.parseFloat(right);
    return { end: words.getBoundingClientRect().right, dot: dotRight - Number.parseFloat(width) };
  });

test.beforeEach(async ({ reader, publisher }) => {
  const articles = headlines.map((title) => ({ title, html: '<p>The pilots asked for larger figures.</p>' }));
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles }));
  await reader.show('Courier');
});

test('the dot of a headline that runs from right to left stands before its words', async ({ reader }) => {
  for (const density of ['compact', 'comfortable'] as const) {
    await call(reader.page, 'settings.set', { density });
    const row = reader.rows.filter({ hasText: 'سوق' });
    await expect(row).toBeVisible();
    await expect
      .poll(async () => {
        const { end, dot } = await endAndDot(row);
        return dot - end;
      })
      .toBeGreaterThan(0);
  }
});

test('a short word with a hyphen stays whole in a headline', async ({ reader }) => {
  const word = reader.row('Reservoirs reach two-thirds').getByText('two-thirds', { exact: true });
  for (const width of [1440, 1100, 700, 420]) {
    await reader.page.setViewportSize({ width, height: 900 });
    expect(await word.evaluate((element) => element.getClientRects().length)).toBe(1);
  }
});

test('the sheet of shortcuts is closed beside its field, not in it', async ({ reader }) => {
  await reader.press('?');
  const sheet = reader.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const close = sheet.getByRole('button', { name: 'Close' });
  for (const width of [1440, 700]) {
    await reader.page.setViewportSize({ width, height: 900 });
    const field = await sheet.locator('.input').boundingBox();
    const button = await close.boundingBox();
    expect((field?.x ?? 0) + (field?.width ?? 0)).toBeLessThan(button?.x ?? 0);
  }
});

test('each row of the sidebar leads back to its list from the history of what was done', async ({ reader }) => {
  await reader.press('g');
  await reader.press('z');
  await expect(reader.page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(reader.page).toHaveTitle(/History/);
  await reader.show('Courier');
});

test('what was perhaps meant is offered as words, not in a box', async ({ reader }) => {
  await reader.press('/');
  await reader.page.getByRole('combobox', { name: 'Search archive' }).fill('reservoris');
  const offer = reader.page.getByRole('button', { name: 'reservoirs' });
  await expect(offer).toHaveCSS('border-top-width', '0px');
  await expect(offer).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('the foot of the sidebar has room for what it says of hundreds of feeds', async ({ reader }) => {
  const foot = reader.page.locator('.foot-detail');
  await expect(foot).toContainText('1 feed · updated');
  const isCut = await foot.evaluate((button) => {
    button.textContent = '335 feeds · updated 20:40';
    return button.scrollWidth > button.clientWidth;
  });
  expect(isCut).toBe(false);
});
