import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, test } from './support/reader.ts';

const find = (page: Page) => page.getByRole('textbox', { name: 'Find a title' });
const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const cards = (page: Page) => page.locator('.cat-card');

async function openCatalogue({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: 'Catalogue', exact: true }).click();
  await expect(find(page)).toBeVisible();
  await expect(cards(page).first()).toBeVisible();
}

test('the catalogue is narrowed by section, country, language and words', async ({ reader }) => {
  const { page } = reader;
  await openCatalogue(reader);
  await expectAccessible(page, 'catalogue');
  const all = await cards(page).count();
  await page.getByRole('option', { name: /^Science/ }).click();
  await expect(page.getByRole('heading', { name: 'Science', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'World', exact: true })).toBeHidden();
  const science = page.getByRole('listbox', { name: 'Section' }).getByRole('option', { selected: true });
  await expect(science).toContainText(String(await cards(page).count()));
  await page.getByRole('option', { name: /^French/ }).click();
  await expect(card(page, 'Futura')).toBeVisible();
  await expect(card(page, 'Nature')).toBeHidden();
  await find(page).fill('no such words');
  await expect(page.getByRole('heading', { name: 'No title matches “no such words”' })).toBeVisible();
  await expectAccessible(page, 'catalogue-nothing-found');
  await page.getByRole('button', { name: 'Show all titles' }).click();
  await expect(cards(page)).toHaveCount(all);
});

test('a title is subscribed to and unsubscribed from with one press, and both can be undone', async ({ reader }) => {
  const { page } = reader;
  await openCatalogue(reader);
  await find(page).fill('Harbour Courier');
  const courier = card(page, 'Harbour Courier');
  await courier.getByRole('button', { name: 'Subscribe to Harbour Courier' }).click();
  const subscribed = courier.getByRole('button', { name: 'Subscribed to Harbour Courier' });
  await expect(subscribed).toHaveAttribute('aria-pressed', 'true');
  await expect(reader.toast).toContainText('Subscribed to Harbour Courier');
  await expect(reader.node('Harbour Courier')).toBeVisible();
  await expectAccessible(page, 'catalogue-subscribed');
  await subscribed.click();
  await expect(reader.node('Harbour Courier')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(reader.node('Harbour Courier')).toBeVisible();
  await expect(subscribed).toBeVisible();
});

test('arrow keys walk from the words among the titles, and Enter subscribes', async ({ reader }) => {
  const { page } = reader;
  await openCatalogue(reader);
  await page.getByRole('option', { name: /^Sample edition/ }).click();
  await find(page).focus();
  const button = (at: number) => cards(page).nth(at).getByRole('button');
  await page.keyboard.press('ArrowDown');
  await expect(button(0)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(button(0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(0)).toHaveAttribute('aria-pressed', 'true');
});

test('in a narrow window the filters are a sheet of their own', async ({ reader }) => {
  const { page } = reader;
  await openCatalogue(reader);
  await page.setViewportSize({ width: 700, height: 900 });
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await expectAccessible(page, 'catalogue-filters');
  await sheet.getByRole('option', { name: /^Food/ }).click();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Food', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'World', exact: true })).toBeHidden();
});
