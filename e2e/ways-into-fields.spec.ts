/** Whoever is led to a field types into it, and whoever opens a page begins at its heading. */
import type { Page } from '@playwright/test';
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(4, longText(3)) }));
  await reader.show('Courier');
});

const archive = (page: Page) => page.getByRole('combobox', { name: 'Search archive' });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

for (const pauseMs of [0, 400]) {
  test(`a word typed ${pauseMs} ms after a click on Search archive stands in its field`, async ({ reader }) => {
    const { page } = reader;
    await reader.node('Search archive').click();
    await page.waitForTimeout(pauseMs);
    await page.keyboard.type('reform');
    await expect(archive(page)).toHaveValue('reform');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('a word typed right after the palette led to the archive stands in its field', async ({ reader }) => {
  const { page } = reader;
  await reader.press('Control+k');
  await page.keyboard.type('search');
  await expect(page.getByRole('option', { selected: true })).toContainText('Search');
  await reader.press('Enter');
  await page.keyboard.type('labour');
  await expect(archive(page)).toHaveValue('labour');
});

for (const { keys, heading } of [
  { keys: ['Control+,'], heading: 'Settings' },
  { keys: ['g', 'm'], heading: 'Subscriptions' },
  { keys: ['g', 'y'], heading: 'For you' },
]) {
  test(`${keys.join(' then ')} begins at the heading ${heading}`, async ({ reader }) => {
    await reader.node('Courier').focus();
    for (const key of keys) await reader.press(key);
    await expect.poll(() => focusedText(reader.page)).toBe(heading);
  });
}

test('J from the sidebar brings the keys to the list', async ({ reader }) => {
  await reader.node('Courier').click();
  await expect(reader.node('Courier')).toBeFocused();
  await reader.press('j');
  await expect(reader.row('Report 01')).toBeFocused();
  await reader.press('ArrowDown');
  await expect(reader.headline).toHaveText('Report 02');
});

test('after an address is allowed, Enter subscribes', async ({ reader, publisher }) => {
  const { page } = reader;
  const url = publisher.print('tide', { title: 'Tide Desk', articles: reports(1) });
  await reader.press('a');
  await page.keyboard.insertText(url);
  await page.getByRole('button', { name: 'Allow this address' }).waitFor();
  await reader.press('Tab');
  await expect(page.getByRole('button', { name: 'Allow this address' })).toBeFocused();
  await reader.press('Enter');
  await expect(page.getByRole('button', { name: 'Subscribe' })).toBeFocused();
  await reader.press('Enter');
  await expect(reader.title).toHaveText('Tide Desk');
});
