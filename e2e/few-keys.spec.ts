/** What readers do all day, in as few keys as it may take: each press is counted, a word that is typed is not, unless the name says so. */
import { call } from './support/pages/call.ts';
import { counting } from './support/pages/count-keys.ts';
import { opmlFile } from './support/pages/files.ts';
import { expect, longText, reports, test } from './support/reader.ts';

test.beforeEach(async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(6, longText(4)) }));
  await reader.subscribe(publisher.print('record', { title: 'Record', articles: reports(3, longText(4)) }));
  await reader.show('Courier');
});

test('a list from another reader: five keys once the palette is open', async ({ reader, publisher }) => {
  const { page } = reader;
  const url = publisher.print('tide', { title: 'Tide Desk', articles: reports(1) });
  await reader.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused();
  const keys = counting(page);
  await keys.press('i', 'm');
  await expect(page.getByRole('option', { selected: true })).toContainText('Import subscriptions');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bring your subscriptions' })).toBeFocused();
  await keys.press('Tab');
  const chooser = page.waitForEvent('filechooser');
  await keys.press('Enter');
  const text = opmlFile([{ title: 'Tide Desk', url }]);
  await (await chooser).setFiles({ name: 'list.opml', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByText('list.opml').first()).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(5);
});

test('a feed by the address of its site: A, the address, Enter, Enter', async ({ reader, publisher }) => {
  const { page } = reader;
  const url = publisher.print('tide', { title: 'Tide Desk', articles: reports(1) });
  const keys = counting(page);
  await keys.press('a');
  await page.keyboard.insertText(url);
  // On this computer's network the address is allowed first: Tab and Enter more.
  await page.getByRole('button', { name: 'Allow this address' }).waitFor();
  await keys.press('Tab', 'Enter');
  await expect(page.getByRole('button', { name: 'Subscribe' })).toBeFocused();
  await keys.press('Enter');
  await expect(reader.title).toHaveText('Tide Desk');
  expect(keys.count()).toBeLessThanOrEqual(4);
});

test('renaming, moving, leaving a feed and taking it back: two keys each but for the name', async ({ reader }) => {
  const { page } = reader;
  await reader.node('Courier').focus();
  await reader.press('ArrowDown');
  await expect(reader.node('Record')).toBeFocused();
  const keys = counting(page);
  await keys.press('F2');
  await page.getByRole('textbox', { name: 'New name of Record' }).fill('Our Record');
  await keys.press('Enter');
  await expect(reader.node('Our Record')).toBeFocused();
  await keys.press('Alt+ArrowUp');
  await expect.poll(() => reader.feedOrder()).toEqual(['Our Record', 'Courier']);
  await keys.press('Shift+F10', 'ArrowUp', 'Enter');
  await expect(reader.node('Our Record')).toHaveCount(0);
  await keys.press('Control+z');
  await expect(reader.node('Our Record')).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(7);
});

test('reading, starring, keeping for later, marking all and taking it back: one key each', async ({ reader }) => {
  const keys = counting(reader.page);
  for (const title of ['Report 01', 'Report 02', 'Report 03']) {
    await keys.press('j');
    await expect(reader.headline).toHaveText(title);
  }
  await keys.press('s');
  await expect(reader.row('Report 03').getByTitle('Starred')).toBeVisible();
  await keys.press('l');
  await expect(reader.row('Report 03').getByTitle('For later')).toBeVisible();
  await keys.press('Shift+A');
  await reader.expectRead('Report 06');
  await keys.press('Control+z');
  await reader.expectUnread('Report 06');
  expect(keys.count()).toBe(7);
});

test('a word found in the archive and its first article opened: three keys beside the word', async ({ reader }) => {
  const keys = counting(reader.page);
  await keys.press('/');
  await reader.page.keyboard.type('paragraph');
  await keys.press('ArrowDown', 'Enter');
  await expect(reader.headline).not.toBeEmpty();
  expect(keys.count()).toBe(3);
  expect((await call(reader.page, 'counts.get', {})).starred).toBe(0);
});
