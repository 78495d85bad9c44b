import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { faults } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { rssText } from './support/pages/feed-text.ts';
import { expect, reports, test } from './support/reader.ts';

class AddFeed {
  readonly dialog: Locator;
  readonly address: Locator;
  readonly allow: Locator;
  readonly subscribe: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Add feed' });
    this.address = this.dialog.getByRole('textbox', { name: 'Address of a site or feed' });
    this.allow = this.dialog.getByRole('button', { name: 'Allow this address' });
    this.subscribe = this.dialog.getByRole('button', { name: 'Subscribe' });
  }

  /** Types an address on this computer, and allows it when asked. */
  async lookAt(address: string): Promise<void> {
    await this.address.fill(address);
    await this.allow.click();
  }
}

async function openDialog(page: Page): Promise<AddFeed> {
  await page.keyboard.press('a');
  const add = new AddFeed(page);
  await expect(add.address).toBeFocused();
  return add;
}

test('a feed is shown before it is subscribed to, and subscribing can be undone', async ({ reader, publisher }) => {
  const { page } = reader;
  const address = publisher.print('courier.xml', { title: 'Courier', articles: reports(5) });
  const add = await openDialog(page);
  await expectAccessible(page, 'add-feed-empty');
  await add.address.fill(address);
  await expect(add.dialog.getByText('is on this computer or your own network')).toBeVisible();
  await expectAccessible(page, 'add-feed-private');
  await add.allow.click();
  await expect(add.dialog.getByText('1 feed found')).toBeVisible();
  await expect(add.dialog.getByRole('checkbox', { name: 'Courier' })).toBeChecked();
  await expect(add.dialog.getByRole('listitem').filter({ hasText: 'Report 03' }).last()).toContainText(/\d min/);
  await expectAccessible(page, 'add-feed-found');
  await expect(reader.node('Courier')).toBeHidden();
  await add.address.press('Enter');
  await expect(reader.title).toHaveText('Courier');
  await expect(reader.row('Report 01')).toBeVisible();
  await expect(reader.toast).toContainText('Subscribed to Courier');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.node('Courier')).toBeHidden();
});

test('a site with two feeds offers both, and the chosen one goes into a new folder', async ({ reader, publisher }) => {
  const { page } = reader;
  const news = publisher.print('news.xml', { title: 'Ferry News', articles: reports(3) });
  const replies = publisher.print('replies.xml', { title: 'Ferry Replies', articles: reports(2) });
  const site = new URL('.', news).pathname;
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
  publisher.serve(site, {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>Ferry</title>${link(news)}${link(replies)}`,
  });
  const add = await openDialog(page);
  await add.lookAt(publisher.url(site));
  await expect(add.dialog.getByText('2 feeds found')).toBeVisible();
  await add.dialog.getByText('Ferry News').click();
  await expect(add.subscribe).toBeDisabled();
  await add.dialog.getByText('Ferry Replies').click();
  await add.dialog.getByRole('button', { name: /Folder/ }).click();
  await page.getByRole('option', { name: 'New folder…' }).click();
  await expect(add.subscribe).toBeDisabled();
  await add.dialog.getByRole('textbox', { name: 'Name of the new folder' }).fill('Water');
  await add.subscribe.click();
  await expect(reader.title).toHaveText('Ferry Replies');
  await expect(reader.node('Water')).toBeVisible();
  await expect(reader.node('Ferry Replies')).toBeVisible();
  await expect(reader.node('Ferry News')).toBeHidden();
});

test('several feeds of a site are subscribed to as one step, in the folder where the reader is', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  const news = publisher.print('news.xml', { title: 'Ferry News', articles: reports(3) });
  const replies = publisher.print('replies.xml', { title: 'Ferry Replies', articles: reports(2) });
  const site = new URL('.', news).pathname;
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
  publisher.serve(site, {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>Ferry</title>${link(news)}${link(replies)}`,
  });
  await call(page, 'folders.add', { name: 'Water' });
  await reader.node('Water').click();
  const add = await openDialog(page);
  await add.lookAt(publisher.url(site));
  await add.dialog.getByText('Ferry Replies').click();
  await expect(add.dialog.getByRole('button', { name: /Folder/ })).toContainText('Water');
  await expectAccessible(page, 'add-feed-several');
  await add.dialog.getByRole('button', { name: 'Subscribe to 2 feeds' }).click();
  await expect(reader.title).toHaveText('Water');
  await expect(reader.row('Report 01').first()).toBeVisible();
  await expect(reader.toast).toContainText('Subscribed to 2 feeds');
  const feeds = await call(page, 'feeds.list', {});
  expect(feeds.map(({ folderId }) => folderId === null)).toEqual([false, false]);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(page, 'feeds.list', {})).length).toBe(0);
});

test('words look for titles in the catalogue, which are subscribed to by keys where they stand', async ({ reader }) => {
  const { page } = reader;
  const add = await openDialog(page);
  await add.address.fill('no such title');
  await expect(add.dialog.getByText('No title in the catalogue matches “no such title”.')).toBeVisible();
  await add.address.fill('harbour cour');
  const hits = add.dialog.getByRole('group', { name: 'In the catalogue' }).getByRole('listitem');
  await expect(hits).toHaveCount(1);
  await add.address.fill('guardian');
  await expect(hits.first()).toContainText('The Guardian');
  await expect(hits.first()).toContainText(/about \d+ a/);
  await expectAccessible(page, 'add-feed-words');
  await add.address.fill('harbour cour');
  await add.address.press('ArrowDown');
  await expect(add.dialog.getByRole('button', { name: 'Subscribe to Harbour Courier' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(add.dialog.getByRole('button', { name: 'Open Harbour Courier' })).toBeFocused();
  await expect(reader.node('Harbour Courier')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reader.title).toHaveText('Harbour Courier');
});

test('a feed behind a login asks for it, says when it is refused, and comes in with the right one', async ({
  reader,
  publisher,
}) => {
  const { page } = reader;
  const right = `Basic ${Buffer.from('ines:tide').toString('base64')}`;
  const letter = rssText({ title: 'Letter', articles: reports(2) });
  publisher.serve('/members.xml', ({ headers }) =>
    headers.authorization === right ? { body: letter } : faults.login(),
  );
  const add = await openDialog(page);
  await add.lookAt(publisher.url('/members.xml'));
  await add.dialog.getByRole('textbox', { name: 'User name' }).fill('ines');
  await add.dialog.getByLabel('Password').fill('ebb');
  await add.dialog.getByRole('button', { name: 'Look again' }).click();
  await expect(add.dialog.getByRole('alert')).toContainText('did not accept this login');
  await expectAccessible(page, 'add-feed-login');
  await expect(add.dialog.getByRole('textbox', { name: 'User name' })).toHaveValue('ines');
  await expect(add.dialog.getByLabel('Password')).toBeFocused();
  await add.dialog.getByLabel('Password').fill('tide');
  await add.dialog.getByRole('button', { name: 'Look again' }).click();
  await add.subscribe.click();
  await expect(reader.title).toHaveText('Letter');
  await expect(reader.rows).toHaveCount(2);
});

test('an address without a feed, and one that is none, are answered in words', async ({ reader, publisher }) => {
  publisher.serve('/plain/', { headers: { 'content-type': 'text/html' }, body: '<p>Nothing here.' }, '127.0.0.9');
  const add = await openDialog(reader.page);
  await add.lookAt(publisher.url('/plain/', '127.0.0.9'));
  await expect(add.dialog.getByRole('alert')).toContainText('No feed was found at 127.0.0.9');
  await expectAccessible(reader.page, 'add-feed-nothing-found');
  await add.address.fill('two words');
  await add.address.press('Enter');
  await expect(add.dialog.getByRole('alert')).toContainText('is not an address on the web');
  await expect(add.subscribe).toBeDisabled();
});

test('a feed that is subscribed to already is opened instead', async ({ reader, publisher }) => {
  const address = publisher.print('courier.xml', { title: 'Courier', articles: reports(2) });
  await reader.subscribe(address);
  const add = await openDialog(reader.page);
  await add.lookAt(address);
  await add.dialog.getByRole('button', { name: 'Go to feed' }).click();
  await expect(reader.title).toHaveText('Courier');
  await expect(add.dialog).toBeHidden();
});

test('a folder that was made for a feed that was then refused is not made a second time', async ({
  reader,
  publisher,
}) => {
  const address = publisher.print('courier.xml', { title: 'Courier', articles: reports(2) });
  const add = await openDialog(reader.page);
  await add.lookAt(address);
  await add.dialog.getByRole('button', { name: /Folder/ }).click();
  await reader.page.getByRole('option', { name: 'New folder…' }).click();
  await add.dialog.getByRole('textbox', { name: 'Name of the new folder' }).fill('Water');
  await reader.subscribe(address);
  await add.subscribe.click();
  await expect(add.dialog.getByRole('alert')).toBeVisible();
  await add.subscribe.click();
  await expect(add.subscribe).toBeEnabled();
  expect(await call(reader.page, 'folders.list', {})).toHaveLength(1);
});
