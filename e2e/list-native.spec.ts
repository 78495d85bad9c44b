/** The list as a list of the desktop is: rows are chosen and not painted, keep their height, and say what is meant. */
import type { Locator, Page } from '@playwright/test';
import type { Reader } from './support/pages/reader.ts';
import { expect, type Publisher, reports, test } from './support/reader.ts';

async function showCourier(reader: Reader, publisher: Publisher, count: number): Promise<void> {
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(count) }));
  await reader.show('Courier');
}

const selectedText = (page: Page) => page.evaluate(() => String(getSelection()));
const heightOf = async (row: Locator) => (await row.boundingBox())?.height;
const barOf = (page: Page, words: string) => page.getByRole('toolbar', { name: words });
const entry = (page: Page, name: string) => page.getByRole('menuitem', { name });

test('Shift and a click choose rows and paint no text; a headline in the article is text', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 5);
  await reader.row('Report 01').click();
  await reader.row('Report 04').click({ modifiers: ['Shift'] });
  await expect(barOf(reader.page, '4 selected')).toBeVisible();
  expect(await selectedText(reader.page)).toBe('');
  await reader.press('Escape');
  await expect(reader.headline).toHaveText('Report 01');
  await reader.headline.evaluate((element) => getSelection()?.selectAllChildren(element));
  expect(await selectedText(reader.page)).toBe('Report 01');
});

test('a row keeps its height when it is read', async ({ reader, publisher, set }) => {
  const title = 'Night trains return to the eastern line after eleven winters without';
  await reader.subscribe(publisher.print('trains.xml', { title: 'Trains', articles: [{ title }, { title: 'Short' }] }));
  await reader.show('Trains');
  for (const density of ['comfortable', 'compact', 'cards'] as const) {
    await set({ density });
    await reader.row('Short').click();
    await reader.expectUnread(title);
    const before = await heightOf(reader.row(title));
    await reader.row(title).click();
    await reader.expectRead(title);
    expect(await heightOf(reader.row(title))).toBe(before);
    await reader.press('m');
  }
});

test('what is chosen is counted over the list and marked together, until Escape', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 5);
  await reader.row('Report 01').click();
  await reader.press('Shift+ArrowDown');
  await reader.press('Shift+ArrowDown');
  const bar = barOf(reader.page, '3 selected');
  await bar.getByRole('button', { name: 'Star 3' }).click();
  await expect(reader.toast).toContainText('Starred 3 articles');
  await reader.row('Report 02').click({ button: 'right' });
  await entry(reader.page, 'Mark 3 unread').or(entry(reader.page, 'Mark 3 read')).waitFor();
  await expect(entry(reader.page, 'Go to Courier')).toBeHidden();
  await entry(reader.page, 'Take the star off 3').click();
  await expect(reader.toast).toContainText('Took the star off 3 articles');
  await bar.getByRole('button', { name: 'More for 3' }).click();
  await expect(entry(reader.page, 'Copy 3 links')).toBeVisible();
  await reader.press('Escape');
  await reader.row('Report 03').focus();
  await reader.press('Escape');
  await expect(bar).toBeHidden();
  await expect(reader.headline).toHaveText('Report 03');
});

test('the row under an open menu is ringed, and Escape gives the keys back to the open one', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 4);
  await reader.row('Report 01').click();
  await reader.row('Report 03').click({ button: 'right' });
  await expect(reader.row('Report 03')).toHaveAttribute('data-menu-open', '');
  await reader.press('Escape');
  await expect(reader.row('Report 03')).not.toHaveAttribute('data-menu-open');
  await expect(reader.row('Report 01')).toBeFocused();
});

test('in the list of one feed a row says who wrote it, and not whose list it is', async ({ reader, publisher }) => {
  const articles = [{ title: 'By hand', author: 'Ines Hallward' }, { title: 'Unsigned' }];
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles }));
  await reader.show('Courier');
  await expect(reader.row('By hand')).toContainText('Ines Hallward');
  await expect(reader.row('By hand')).not.toContainText('Courier');
  await reader.show('All unread');
  await expect(reader.row('By hand')).toContainText('Courier');
});
