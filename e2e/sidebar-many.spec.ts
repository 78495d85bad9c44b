/** The sidebar with many feeds: found by name, sorted, without what has nothing unread, and taken away by a key. */
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, faults, type Publisher, reports, test } from './support/reader.ts';

const button = (reader: Reader, name: string | RegExp) => reader.sidebar.getByRole('button', { name });
const field = (reader: Reader) => reader.sidebar.getByRole('combobox', { name: 'Filter feeds' });

/** Three feeds with 2, 5 and no unread articles, the second in a folder. */
async function subscribeThree(reader: Reader, publisher: Publisher): Promise<void> {
  const { id } = await call(reader.page, 'folders.add', { name: 'World', parentId: null });
  await reader.subscribe(publisher.print('quay.xml', { title: 'Quay Notes', articles: reports(2) }));
  await reader.subscribe(publisher.print('harbour.xml', { title: 'Harbour Courier', articles: reports(5) }), id);
  const quiet = await reader.subscribe(publisher.print('ash.xml', { title: 'Ash Review', articles: reports(1) }));
  await call(reader.page, 'articles.mark', { scope: { view: `feed:${quiet}` }, set: { read: true } });
  await reader.expectNode('Ash Review', 'Ash Review');
}

test('Ctrl Shift F finds a feed by letters of its name, and Enter opens it', async ({ reader, publisher }) => {
  await subscribeThree(reader, publisher);
  await reader.press('ControlOrMeta+Shift+f');
  await expect(field(reader)).toBeFocused();
  await reader.page.keyboard.type('o');
  const found = reader.sidebar.getByRole('option');
  await expect(found).toHaveText([/Harbour Courier.*World.*5/, /Quay Notes.*2/]);
  await expect(reader.sidebar.getByText('2 of 3 feeds')).toBeVisible();
  await reader.press('ArrowDown');
  await expect(found.nth(1)).toHaveAttribute('aria-selected', 'true');
  await reader.press('Escape');
  await expect(field(reader)).toHaveValue('');
  await reader.page.keyboard.type('harb');
  await reader.press('Enter');
  await expect(reader.title).toHaveText('Harbour Courier');
  await expect(field(reader)).toHaveValue('');
});

test('feeds with nothing unread are left out on request, counted, and shown again', async ({ reader, publisher }) => {
  await subscribeThree(reader, publisher);
  await button(reader, 'Only feeds with unread articles').click();
  await expect(reader.node('Ash Review')).toBeHidden();
  await expect(reader.node('Quay Notes')).toBeVisible();
  await expect(reader.sidebar.getByText('1 feed with nothing unread is hidden.')).toBeVisible();
  await reader.reload();
  await expect(reader.node('Quay Notes')).toBeVisible();
  await expect(reader.node('Ash Review')).toBeHidden();
  await button(reader, 'Show').click();
  await expect(reader.node('Ash Review')).toBeVisible();
});

test('feeds stand by name, by unread, or as the reader put them; all folders close at once', async ({
  reader,
  publisher,
}) => {
  await subscribeThree(reader, publisher);
  await reader.openFolder('World');
  expect(await reader.feedOrder()).toEqual(['World', 'Harbour Courier', 'Quay Notes', 'Ash Review']);
  await button(reader, 'Sort feeds: own order').click();
  await reader.page.getByRole('menuitem', { name: 'Name' }).click();
  await expect.poll(() => reader.feedOrder()).toEqual(['Ash Review', 'Quay Notes', 'World', 'Harbour Courier']);
  await button(reader, 'Sort feeds: name').click();
  await reader.page.getByRole('menuitem', { name: 'Unread' }).click();
  await expect.poll(() => reader.feedOrder()).toEqual(['World', 'Harbour Courier', 'Quay Notes', 'Ash Review']);
  await button(reader, 'Close all folders').click();
  await expect(reader.node('Harbour Courier')).toBeHidden();
});

test('Delete unsubscribes from the feed of a row, and Undo brings it back', async ({ reader, publisher }) => {
  await subscribeThree(reader, publisher);
  await reader.node('Quay Notes').click();
  await reader.press('Delete');
  await expect(reader.toast).toContainText('Unsubscribed from Quay Notes');
  await expect(reader.node('Quay Notes')).toBeHidden();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await reader.expectNode('Quay Notes', 'Quay Notes, 2 unread');
});

test('a feed in trouble shows its sign and its number', async ({ reader, publisher }) => {
  const url = publisher.print('courier', { title: 'Courier', articles: reports(3) });
  await reader.subscribe(url);
  publisher.serve(new URL(url).pathname, faults.status(500));
  await reader.refresh();
  await reader.refresh();
  await expect(reader.node('Courier').locator('.trouble')).toBeVisible();
  await expect(reader.node('Courier').locator('.count')).toHaveText('3');
});

test('Move to… makes the folder it needs', async ({ reader, publisher }) => {
  await subscribeThree(reader, publisher);
  await reader.menu('Quay Notes', 'Move to');
  await reader.page.getByRole('dialog').getByRole('button', { name: 'New folder' }).click();
  const name = reader.sidebar.getByRole('textbox');
  await expect(name).toBeFocused();
  await name.fill('Harbours');
  await reader.press('Enter');
  await reader.openFolder('Harbours');
  expect(await reader.levelOf('Quay Notes')).toBe(2);
});
