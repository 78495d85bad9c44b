/** The table of feeds under the fingers: where the focus is after each change, and changes that come quickly. */
import type { Page } from '@playwright/test';
import { call } from './support/pages/call.ts';
import { slowCalls } from './support/pages/slow-calls.ts';
import { expect, reports, test } from './support/reader.ts';

const name = (page: Page, title: string) =>
  page.getByRole('rowheader').getByRole('button', { name: title, exact: true });
const detailsOf = (page: Page, title: string) => page.getByRole('complementary', { name: `Details of ${title}` });

test.beforeEach(async ({ reader, publisher }) => {
  for (const title of ['Canal Quarter', 'Loopback']) {
    await reader.subscribe(publisher.print(title.replaceAll(' ', '-'), { title, articles: reports(2) }));
  }
  await reader.press('g');
  await reader.press('m');
  await reader.page.getByRole('columnheader', { name: 'Feed', exact: true }).getByRole('button').click();
  await expect(name(reader.page, 'Loopback')).toBeVisible();
});

test('a feed that was renamed keeps the focus, and so does the next one when it goes', async ({ reader }) => {
  const { page } = reader;
  await page.getByRole('button', { name: 'Actions for Canal Quarter' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  await page.getByRole('textbox', { name: 'New name of Canal Quarter' }).fill('Canal');
  await reader.press('Enter');
  await expect(name(page, 'Canal')).toBeFocused();
  await page.getByRole('button', { name: 'Actions for Canal' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Unsubscribe' }).press('Enter');
  await expect(name(page, 'Canal')).toBeHidden();
  await expect(name(page, 'Loopback')).toBeFocused();
});

test('two settings of a feed that are changed one right after the other are both kept', async ({ reader }) => {
  const { page } = reader;
  await name(page, 'Loopback').press('Enter');
  const details = detailsOf(page, 'Loopback');
  const atOnce = await slowCalls(page, 'feeds.configure', 400);
  await details.getByRole('switch', { name: 'Keep out of Today' }).press('Space');
  await details.getByRole('switch', { name: 'Keep out of stories' }).press('Space');
  await expect(details.getByRole('switch', { name: 'Keep out of stories' })).toBeChecked();
  await expect(details.getByRole('switch', { name: 'Keep out of Today' })).toBeChecked();
  const feed = (await call(page, 'feeds.list', {})).find(({ title }) => title === 'Loopback');
  expect(feed?.settings).toMatchObject({ hideFromToday: true, ownStories: true });
  await atOnce();
});

test('what closes inside the details leaves the keys with them', async ({ reader }) => {
  const { page } = reader;
  await name(page, 'Loopback').press('Enter');
  const details = detailsOf(page, 'Loopback');
  await details.getByRole('button', { name: 'Test this feed' }).press('Enter');
  await details.locator('.trial').getByRole('button', { name: 'Close' }).press('Enter');
  await expect(details).toBeFocused();
  await reader.press('Escape');
  await expect(details).toBeHidden();
  await expect(name(page, 'Loopback')).toBeFocused();
});

test('unsubscribing from the feed that was read last leaves the reader with the table', async ({ reader }) => {
  const { page } = reader;
  await reader.show('Canal Quarter');
  await reader.press('g');
  await reader.press('m');
  await page.getByRole('button', { name: 'Actions for Canal Quarter' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Unsubscribe' }).press('Enter');
  await expect(name(page, 'Canal Quarter')).toBeHidden();
  await expect(name(page, 'Loopback')).toBeFocused();
});
