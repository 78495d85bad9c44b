import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, faults, type Publisher, reports, test } from './support/reader.ts';

/** World holding Courier (3) and Record (2), and Loose Leaf (1) beside it. */
async function showLibrary(reader: Reader, publisher: Publisher): Promise<void> {
  const { id } = await call(reader.page, 'folders.add', { name: 'World' });
  await reader.subscribe(publisher.print('courier', { title: 'Courier', articles: reports(3) }), id);
  await reader.subscribe(publisher.print('record', { title: 'Record', articles: reports(2) }), id);
  await reader.subscribe(publisher.print('leaf', { title: 'Loose Leaf', articles: reports(1) }));
  await reader.openFolder('World');
  await expect(reader.node('Loose Leaf')).toBeVisible();
}

test('folders and feeds say how much is unread, and that is so in the whole window', async ({
  reader,
  publisher,
  set,
}) => {
  // The two papers print the same words, which would be one row.
  await set({ groupStories: false });
  await showLibrary(reader, publisher);
  await reader.expectNode('World', 'World, 5 unread');
  await reader.expectNode('Courier', 'Courier, 3 unread');
  await reader.expectNode('Loose Leaf', 'Loose Leaf, 1 unread');
  await reader.expectNode('All unread', 'All unread, 6 unread');
  await reader.show('World');
  await expect(reader.rows).toHaveCount(5);
  await reader.press('Shift+A');
  await reader.expectNode('World', 'World');
  await reader.expectNode('Courier', 'Courier');
  await reader.expectNode('All unread', 'All unread, 1 unread');
});

test('arrows, Home, End and the first letters walk through the tree', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.node('All unread').click();
  for (const name of ['Starred', 'Read later', 'Search archive']) {
    await reader.press('ArrowDown');
    await expect(reader.node(name)).toBeFocused();
  }
  await reader.press('ArrowDown');
  await expect(reader.sidebar.getByRole('row', { name: /^(World|Loose Leaf)/ }).first()).toBeFocused();
  await reader.press('End');
  await reader.press('Home');
  await reader.node('World').focus();
  await reader.press('ArrowLeft');
  await expect(reader.node('Courier')).toHaveCount(0);
  await reader.press('ArrowRight');
  await expect(reader.node('Courier')).toBeVisible();
  await reader.press('ArrowDown');
  await reader.press('ArrowDown');
  await expect(reader.node('Record')).toBeFocused();
  await reader.press('Enter');
  await expect(reader.title).toHaveText('Record');
  await expect(reader.rows.first()).toBeFocused();
});

test('letters are commands in the tree too, and those that are none lead nowhere', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.node('All unread').click();
  await reader.press('ArrowDown');
  await expect(reader.node('Starred')).toBeFocused();
  await reader.press('w');
  await expect(reader.node('Starred')).toBeFocused();
  await reader.press('g');
  await reader.press('u');
  await expect(reader.title).toHaveText('All unread');
  await expect(reader.rows.first()).toBeFocused();
  await reader.node('Courier').focus();
  await reader.press('j');
  await expect(reader.list.locator(':focus')).toHaveAttribute('aria-current', 'true');
});

test('a feed gets a name of the reader’s own, and its own back', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.node('Record').click();
  await reader.press('F2');
  await reader.page.getByRole('textbox', { name: 'New name of Record' }).fill('The Record');
  await reader.press('Enter');
  await expect(reader.node('The Record')).toBeVisible();
  await expect(reader.toast).toContainText('Renamed to The Record');
  await reader.press('Control+z');
  await expect(reader.node('Record')).toBeVisible();
  await reader.menu('World', 'Rename');
  await reader.page.getByRole('textbox', { name: 'New name of World' }).fill('Abroad');
  await reader.press('Enter');
  await expect(reader.node('Abroad')).toBeVisible();
});

test('Escape leaves a name as it was', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.menu('Record', 'Rename');
  await reader.page.getByRole('textbox', { name: 'New name of Record' }).fill('Nonsense');
  await reader.press('Escape');
  await expect(reader.node('Record')).toBeVisible();
  await expect(reader.node('Nonsense')).toHaveCount(0);
});

test('Alt and an arrow move a feed up, down, out of its folder and into the one above', async ({
  reader,
  publisher,
}) => {
  await showLibrary(reader, publisher);
  expect(await reader.feedOrder()).toEqual(['World', 'Courier', 'Record', 'Loose Leaf']);
  await reader.node('Record').click();
  await reader.press('ArrowDown');
  await reader.press('ArrowUp');
  await expect(reader.node('Record')).toBeFocused();
  await reader.press('Alt+ArrowUp');
  await expect.poll(() => reader.feedOrder()).toEqual(['World', 'Record', 'Courier', 'Loose Leaf']);
  await reader.press('Alt+ArrowLeft');
  await expect.poll(() => reader.levelOf('Record')).toBe(1);
  await expect(reader.node('Record')).toBeFocused();
  await reader.press('Alt+ArrowRight');
  await expect.poll(() => reader.levelOf('Record')).toBe(2);
  await reader.press('Control+z');
  await expect.poll(() => reader.levelOf('Record')).toBe(1);
});

test('Move to… leads anywhere, and back', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.menu('Loose Leaf', 'Move to…');
  const dialog = reader.page.getByRole('dialog');
  await dialog.getByRole('option', { name: 'World' }).click();
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect.poll(() => reader.levelOf('Loose Leaf')).toBe(2);
  await reader.expectNode('World', 'World, 6 unread');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => reader.levelOf('Loose Leaf')).toBe(1);
});

test('a feed is dragged into a folder', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.node('Loose Leaf').dragTo(reader.node('World'));
  await expect.poll(() => reader.levelOf('Loose Leaf')).toBe(2);
  await reader.expectNode('World', 'World, 6 unread');
});

test('unsubscribing takes the feed away at once, and undo brings all of it back', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.show('Courier');
  await reader.row('Report 02').click();
  await reader.press('s');
  await reader.expectRead('Report 02');
  await reader.menu('Courier', 'Unsubscribe');
  await expect(reader.node('Courier')).toHaveCount(0);
  await reader.expectNode('Starred', 'Starred');
  await reader.expectNode('All unread', 'All unread, 3 unread');
  await expect(reader.toast).toContainText('Unsubscribed from Courier');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await reader.expectNode('Courier', 'Courier, 2 unread');
  await reader.expectNode('Starred', 'Starred, 1 article');
  await reader.show('Courier');
  await reader.expectRead('Report 02');
  await reader.expectUnread('Report 01');
});

test('a deleted folder leaves its feeds', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.menu('World', 'Delete folder');
  await expect(reader.node('World')).toHaveCount(0);
  await expect.poll(() => reader.levelOf('Courier')).toBe(1);
  await reader.press('Control+z');
  await expect(reader.node('World')).toBeVisible();
});

test('a folder and a saved search whose list is open are left for Today when they go', async ({
  reader,
  publisher,
}) => {
  await showLibrary(reader, publisher);
  const frontPage = reader.page.getByRole('region', { name: 'Front page' });
  await reader.show('World');
  await reader.menu('World', 'Delete folder');
  await expect(frontPage).toBeVisible();
  await call(reader.page, 'savedSearches.add', { name: 'Reports', query: 'report' });
  await reader.show('Reports');
  await reader.menu('Reports', 'Delete');
  await expect(frontPage).toBeVisible();
});

test('a new folder is named as it is made', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.menu('World', 'New folder');
  await reader.page.getByRole('textbox', { name: 'New name of New folder' }).fill('Ports');
  await reader.press('Enter');
  await expect.poll(() => reader.levelOf('Ports')).toBe(2);
});

test('a feed in trouble is marked after its second failure, and not before', async ({ reader, publisher }) => {
  const url = publisher.print('courier', { title: 'Courier', articles: reports(1) });
  await reader.subscribe(url);
  await reader.expectNode('Courier', 'Courier, 1 unread');
  publisher.serve(new URL(url).pathname, faults.status(500));
  await reader.refresh();
  await reader.expectNode('Courier', 'Courier, 1 unread');
  await reader.refresh();
  await expect(reader.node('Courier')).toHaveAccessibleName(/^Courier, 1 unread, .*500/);
  await reader.node('Courier').click();
  await expect(reader.list.page().getByText('Courier could not be fetched.')).toBeVisible();
  publisher.print('courier', { title: 'Courier', articles: reports(2) });
  await reader.page.getByRole('button', { name: 'Try now' }).click();
  await reader.expectNode('Courier', 'Courier, 2 unread');
});

test('the sidebar goes and comes, and keeps its open folders and its width', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.press('Control+\\');
  await expect(reader.sidebar).toBeHidden();
  await reader.press('Control+\\');
  await expect(reader.sidebar).toBeVisible();
  const divider = reader.page.getByRole('separator', { name: 'Width of the sidebar' });
  await divider.focus();
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await reader.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 16));
  await reader.node('World').focus();
  await reader.reload();
  await expect(reader.node('Courier')).toBeVisible();
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 16));
  // It has no width of its own: what is hit lies 4 px to either side of it.
  const { x = 0 } = (await divider.boundingBox()) ?? {};
  await reader.page.mouse.move(x, 300);
  await reader.page.mouse.down();
  await reader.page.mouse.move(x + 40, 300, { steps: 4 });
  await reader.page.mouse.up();
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 56));
  await reader.page.mouse.dblclick(x + 40, 300);
  await expect(divider).toHaveAttribute('aria-valuenow', String(before));
});

test('a folder that is made in a closed one opens it, to be named', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.node('World').focus();
  await reader.press('ArrowLeft');
  await expect(reader.node('Courier')).toHaveCount(0);
  await reader.menu('World', 'New folder');
  await expect(reader.page.getByRole('textbox', { name: 'New name of New folder' })).toBeFocused();
  await reader.press('Escape');
});

test('Shift F10 opens the menu of a row of the tree, and Escape gives the focus back', async ({
  reader,
  publisher,
}) => {
  await showLibrary(reader, publisher);
  await reader.node('Courier').focus();
  await reader.press('Shift+F10');
  await expect(reader.page.getByRole('menuitem', { name: /^Unsubscribe/ })).toBeVisible();
  await reader.press('Escape');
  await expect(reader.node('Courier')).toBeFocused();
});

test('Move to… is answered by an arrow and Enter', async ({ reader, publisher }) => {
  await showLibrary(reader, publisher);
  await reader.menu('Loose Leaf', 'Move to…');
  await expect(reader.page.getByRole('option', { name: /^The top/ })).toBeFocused();
  await reader.press('ArrowDown');
  await reader.press('Enter');
  await expect(reader.page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => reader.levelOf('Loose Leaf')).toBe(2);
});

test('a folder that is made below the end of a long tree is in sight, to be named', async ({ reader }) => {
  const { page } = reader;
  const outlines = Array.from(
    { length: 80 },
    (_, at) => `<outline text="F${at}" xmlUrl="http://feeds.example/${at}"/>`,
  );
  const text = `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`;
  await call(page, 'opml.import', { text, refresh: false });
  await expect(reader.node('F0')).toBeVisible();
  await reader.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('>New folder');
  await reader.press('Enter');
  const field = page.getByRole('textbox', { name: 'New name of New folder' });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await reader.press('Escape');
});
