/** What a reader does with the table of feeds: finds the one in trouble, sees why, and puts it right. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, type Publisher, test } from './support/reader.ts';

const articles = [{ title: 'Ferry times for the winter' }, { title: 'The lock opens again' }];

async function openSubscriptions({ page }: Reader): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { name: 'Subscriptions', exact: true })).toBeVisible();
}

const rowOf = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });

const detailsOf = (page: Page, title: string) => page.getByRole('complementary', { name: `Details of ${title}` });

async function subscribeTo(reader: Reader, publisher: Publisher, titles: readonly string[]): Promise<void> {
  for (const title of titles) await reader.subscribe(publisher.print(title.replaceAll(' ', '-'), { title, articles }));
}

test('a feed that is gone stands first, says so, and is tried as the parser sees it', async ({ reader, publisher }) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback', 'Canal Quarter']);
  const url = publisher.print('vale', { title: 'Vale Gazette', articles });
  await reader.subscribe(url);
  publisher.serve(new URL(url).pathname, { status: 404, body: 'gone' });
  await reader.refresh();
  await openSubscriptions(reader);
  const row = rowOf(page, 'Vale Gazette');
  await expect(row).toContainText('Not found');
  await expect(row).toHaveAttribute('aria-rowindex', '2');
  await expectAccessible(page, 'subscriptions');
  await row.getByRole('button', { name: 'Vale Gazette', exact: true }).click();
  const details = detailsOf(page, 'Vale Gazette');
  await expect(details.getByRole('region', { name: 'Diary' })).toContainText('HTTP 404');
  publisher.serve(new URL(url).pathname, '<rss version="2.0"><channel><title>Vale & Co</title></channel></rss>');
  await details.getByRole('button', { name: 'Test this feed' }).click();
  await expect(details).toContainText('it was repaired and read');
  await expect(details).toContainText('HTTP 200');
  await details.getByText('Start of the text').click();
  await expect(details.locator('pre')).toContainText('<title>Vale & Co</title>');
  await expectAccessible(page, 'feed-details');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('a feed that moved is given its new address and is fetched from there', async ({ reader, publisher }) => {
  const { page } = reader;
  const url = publisher.print('old', { title: 'Northlight Daily', articles });
  await reader.subscribe(url);
  publisher.serve(new URL(url).pathname, { status: 404, body: 'gone' });
  await reader.refresh();
  const renewed = publisher.print('renewed', { title: 'Northlight Daily', articles });
  await openSubscriptions(reader);
  await rowOf(page, 'Northlight Daily').getByRole('button', { name: 'Northlight Daily', exact: true }).click();
  const details = detailsOf(page, 'Northlight Daily');
  await details.getByRole('textbox', { name: 'Address of the feed' }).fill(renewed);
  await details.getByRole('button', { name: 'Save address' }).click();
  await expect(rowOf(page, 'Northlight Daily')).toContainText('Healthy');
});

test('a lost feed on the own network is looked for on its site once the reader allows it, and found', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  const renewed = publisher.print('renewed', { title: 'Vale Gazette', articles });
  const site = new URL('/vale/', renewed);
  const feedText = `<rss version="2.0"><channel><title>Vale Gazette</title><link>${site}</link></channel></rss>`;
  publisher.serve('/vale/old', { body: feedText });
  await reader.subscribe(new URL('old', site).href);
  publisher.serve('/vale/old', { status: 404, body: 'gone' });
  publisher.serve(site.pathname, {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>Vale</title><link rel="alternate" type="application/rss+xml" href="${renewed}">`,
  });
  await openSubscriptions(reader);
  await rowOf(page, 'Vale Gazette').getByRole('button', { name: 'Vale Gazette', exact: true }).click();
  const details = detailsOf(page, 'Vale Gazette');
  await details.getByRole('button', { name: 'Look for it on the site' }).click();
  await expect(details.getByText('is on this computer or your own network')).toBeVisible();
  await expectAccessible(page, 'feed-details-private');
  await details.getByRole('button', { name: 'Allow this address' }).click();
  await details.getByRole('button', { name: 'Use this: Vale Gazette' }).click();
  await expect(rowOf(page, 'Vale Gazette')).toContainText('Healthy');
  const [moved] = await call(page, 'feeds.list', {});
  expect(moved?.url).toBe(renewed);
});

test('a feed asked a moment ago is left alone, and is checked anyway by a second word', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback']);
  await openSubscriptions(reader);
  const asked = publisher.requests.length;
  await rowOf(page, 'Loopback').getByRole('button', { name: 'Actions for Loopback' }).click();
  await page.getByRole('menuitem', { name: 'Refresh' }).click();
  await expect(reader.toast).toContainText('Checked');
  expect(publisher.requests.length).toBe(asked);
  await reader.toast.getByRole('button', { name: 'Refresh anyway' }).click();
  await expect.poll(() => publisher.requests.length).toBe(asked + 1);
});

test('many feeds are ticked, moved, paused and dropped at once, and each change is taken back', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback', 'Canal Quarter', 'Small Kitchen']);
  await call(page, 'folders.add', { name: 'Local', parentId: null });
  await openSubscriptions(reader);
  const all = page.getByRole('checkbox', { name: 'Select all feeds shown' });
  await page.getByRole('checkbox', { name: 'Select Loopback' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Select Small Kitchen' }).check({ force: true });
  await expect(all).toHaveJSProperty('indeterminate', true);
  const bulk = page.getByRole('toolbar', { name: 'Actions for selected feeds' });
  await bulk.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('option', { name: 'Local' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await expect(rowOf(page, 'Loopback')).toContainText('Local');
  await expect(rowOf(page, 'Canal Quarter')).not.toContainText('Local');
  await bulk.getByRole('button', { name: 'Pause' }).click();
  await expect(rowOf(page, 'Small Kitchen')).toContainText('Paused');
  await page.getByRole('button', { name: /^Paused 2/ }).click();
  await expect(rowOf(page, 'Canal Quarter')).toBeHidden();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^All 3/ }).click();
  await expect(rowOf(page, 'Small Kitchen')).toContainText('Healthy');
  await bulk.getByRole('button', { name: 'Mark read' }).click();
  await expect(reader.toast).toContainText('4 articles in 2 feeds marked read');
  await bulk.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(rowOf(page, 'Loopback')).toBeHidden();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, 'Loopback')).toBeVisible();
});

test('ticked feeds alone are exported, and a feed’s menu changes how often it is refreshed', async ({
  reader,
  publisher,
}, info) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback', 'Canal Quarter', 'Small Kitchen']);
  await openSubscriptions(reader);
  await page.getByRole('checkbox', { name: 'Select Loopback' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Select Small Kitchen' }).check({ force: true });
  await page.screenshot({ path: info.outputPath('ticked.png') });
  const bulk = page.getByRole('toolbar', { name: 'Actions for selected feeds' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bulk.getByRole('button', { name: 'Export' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.match(/xmlUrl=/g)).toHaveLength(2);
  expect(text).not.toContain('Canal Quarter');
  await rowOf(page, 'Loopback').getByRole('button', { name: 'Actions for Loopback' }).click();
  await expectAccessible(page, 'feed-menu');
  await page.getByRole('menuitem', { name: 'Change schedule' }).press('ArrowRight');
  await page.screenshot({ path: info.outputPath('schedule.png') });
  await page.getByRole('menuitem', { name: 'Once a day' }).click();
  await expect(reader.toast).toContainText('refreshed once a day');
  await expect.poll(async () => (await call(page, 'feeds.list', {}))[0]?.settings.intervalMinutes).toBe(1440);
});

test('a feed is renamed in the table, and its own settings change with a way back', async ({ reader, publisher }) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback']);
  await openSubscriptions(reader);
  await rowOf(page, 'Loopback').getByRole('button', { name: 'Actions for Loopback' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'New name of Loopback' }).fill('Loop');
  await page.keyboard.press('Enter');
  await rowOf(page, 'Loop').getByRole('button', { name: 'Loop', exact: true }).click();
  const details = detailsOf(page, 'Loop');
  const fullText = details.getByRole('button', { name: 'Full text' });
  await fullText.click();
  await page.getByRole('option', { name: 'Always' }).click();
  await expect(fullText).toContainText('Always');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(fullText).toContainText('As in Settings');
  await details.getByRole('button', { name: 'How often to refresh' }).click();
  await page.getByRole('option', { name: 'Once a day' }).click();
  await details.getByRole('textbox', { name: /unread articles a day/ }).fill('5');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await call(page, 'feeds.list', {}))[0]?.settings)
    .toMatchObject({
      intervalMinutes: 1440,
      dailyCap: 5,
      fullText: 'usual',
    });
});

test('the table is sorted by its heads, searched by words, and saved as a list', async ({ reader, publisher }) => {
  const { page } = reader;
  await subscribeTo(reader, publisher, ['Loopback', 'Canal Quarter']);
  await openSubscriptions(reader);
  const head = page.getByRole('columnheader', { name: 'Feed', exact: true });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(rowOf(page, 'Canal Quarter')).toHaveAttribute('aria-rowindex', '2');
  await head.getByRole('button').click();
  await expect(rowOf(page, 'Loopback')).toHaveAttribute('aria-rowindex', '2');
  await page.getByRole('textbox', { name: 'Filter feeds' }).fill('canal');
  await expect(rowOf(page, 'Loopback')).toBeHidden();
  await page.getByRole('textbox', { name: 'Filter feeds' }).fill('nothing like it');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rowOf(page, 'Loopback')).toBeVisible();
  await page.getByRole('button', { name: 'Import and export' }).last().click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export OPML' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Canal-Quarter');
});

test('of five thousand feeds only the rows in sight are in the page, and the last is reached by keys', async ({
  reader,
}) => {
  // Subscribing to so many takes longer than anything the window does with them.
  test.slow();
  const { page } = reader;
  const outlines = Array.from(
    { length: 5000 },
    (_, at) => `<outline type="rss" text="Feed ${at + 1}" xmlUrl="http://feeds.example/${at + 1}"/>`,
  );
  const text = `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`;
  await call(page, 'opml.import', { text, refresh: false });
  await openSubscriptions(reader);
  await expect(page.getByRole('table', { name: 'Feeds' })).toHaveAttribute('aria-rowcount', '5001');
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await page.getByRole('columnheader', { name: 'Feed', exact: true }).getByRole('button').click();
  await rowOf(page, 'Feed 1').first().getByRole('button', { name: 'Feed 1', exact: true }).focus();
  for (let row = 0; row < 30; row += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Feed 31', exact: true })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Select all feeds shown' }).check({ force: true });
  await expect(page.getByRole('toolbar', { name: 'Actions for selected feeds' })).toContainText('5,000 selected');
});

test('a library without feeds says how to get some', async ({ reader }) => {
  const { page } = reader;
  await openSubscriptions(reader);
  await expect(page.getByRole('heading', { name: 'No subscriptions yet' })).toBeVisible();
  await expectAccessible(page, 'subscriptions-empty');
  await page.getByRole('main').getByRole('button', { name: 'Add feed' }).last().click();
  await expect(page.getByRole('dialog', { name: 'Add feed' })).toBeVisible();
});

test('in a narrow window the table keeps name, status and menu, and the details take the whole page', async ({
  sample,
}) => {
  const { page } = sample;
  await openSubscriptions(sample);
  await page.setViewportSize({ width: 700, height: 900 });
  await expect(page.getByRole('columnheader', { name: 'Folder' })).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Status' })).toBeVisible();
  await rowOf(page, 'Loopback').getByRole('button', { name: 'Loopback', exact: true }).click();
  await expect(detailsOf(page, 'Loopback')).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, 'feed-details-narrow');
});
