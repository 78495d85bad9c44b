/** The browser's own Back and Forward, and what stands on its tab. */
import { expect, reports, test } from '../support/reader.ts';

test('the browser’s Back and Forward lead through the places of the window', async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(5) }));
  await reader.reload();
  const { page } = reader;
  await reader.show('Courier');
  await reader.row('Report 02').click();
  await expect(reader.headline).toHaveText('Report 02');
  await reader.show('Starred');
  await expect(reader.title).toHaveText('Starred');
  await page.goBack();
  await expect(reader.title).toHaveText('Courier');
  await page.goForward();
  await expect(reader.title).toHaveText('Starred');
  // the window's own way goes the same
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(reader.title).toHaveText('Courier');
  await page.goForward();
  await expect(reader.title).toHaveText('Starred');
  await page.reload();
  await expect(reader.title).toHaveText('Starred');
  await page.goBack();
  await expect(reader.title).toHaveText('Courier');
});

test('the tab says where the reader is, and how many articles are unread', async ({ reader, publisher }) => {
  const { page } = reader;
  await expect(page).toHaveTitle('Today – Broadsheet');
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(5) }));
  await expect(page).toHaveTitle('(5) Today – Broadsheet');
  await reader.press('g');
  await reader.press('u');
  await expect(page).toHaveTitle('(5) All unread – Broadsheet');
  await reader.press('Control+,');
  await expect(page).toHaveTitle('(5) Settings – Broadsheet');
});
