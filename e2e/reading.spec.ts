import type { Reader } from './support/pages/reader.ts';
import type { Publisher } from './support/reader.ts';
import { expect, longText, reports, test } from './support/reader.ts';

/** A feed of `count` reports, subscribed to and shown. */
async function showCourier(reader: Reader, publisher: Publisher, count: number): Promise<void> {
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(count) }));
  await reader.show('Courier');
}

test('a click opens an article, and after a second it is read', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 3);
  await reader.expectNode('Courier', 'Courier, 3 unread');
  await reader.row('Report 02').click();
  await expect(reader.headline).toHaveText('Report 02');
  await expect(reader.body).toContainText('What there is to say about Report 02.');
  await reader.expectRead('Report 02');
  await reader.expectUnread('Report 01');
  await reader.expectNode('Courier', 'Courier, 2 unread');
});

test('J and K step through the list, and Enter and Escape go into the article and back', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 3);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 01');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 02');
  await reader.press('k');
  await expect(reader.headline).toHaveText('Report 01');
  await reader.row('Report 01').focus();
  await reader.press('ArrowDown');
  await expect(reader.headline).toHaveText('Report 02');
  await expect(reader.row('Report 02')).toBeFocused();
  await reader.press('Enter');
  await expect(reader.article.getByRole('group', { name: 'Text' })).toBeFocused();
  await reader.press('Escape');
  await expect(reader.row('Report 02')).toBeFocused();
});

test('passing over an article with J does not mark it read', async ({ reader, publisher, set }) => {
  await set({ markReadAfterSeconds: 3 });
  await showCourier(reader, publisher, 4);
  await Promise.all(['j', 'j', 'j'].map((key) => reader.press(key)));
  await expect(reader.headline).toHaveText('Report 03');
  await reader.expectRead('Report 03');
  await reader.expectUnread('Report 01');
  await reader.expectUnread('Report 02');
});

test('M keeps an article unread until it is opened again', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 2);
  await reader.press('j');
  await reader.expectRead('Report 01');
  await reader.press('m');
  await reader.expectUnread('Report 01');
  // Long enough for the clock to have marked it again.
  await reader.page.waitForTimeout(1600);
  await reader.expectUnread('Report 01');
  await reader.press('j');
  await reader.expectRead('Report 02');
  await reader.press('k');
  await reader.expectRead('Report 01');
});

test('nothing is marked by the clock when the reader marks by hand', async ({ reader, publisher, set }) => {
  await set({ markReadAfterSeconds: null });
  await showCourier(reader, publisher, 2);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 01');
  await reader.page.waitForTimeout(1600);
  await reader.expectUnread('Report 01');
  await reader.press('m');
  await reader.expectRead('Report 01');
});

test('a star and a place on the reading list are kept, shown and found again', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 3);
  await reader.press('j');
  await reader.press('s');
  await expect(reader.row('Report 01').getByTitle('Starred')).toBeVisible();
  await reader.press('j');
  await reader.article.getByRole('button', { name: 'Read later' }).click();
  await expect(reader.row('Report 02').getByTitle('For later')).toBeVisible();
  await reader.expectNode('Starred', 'Starred, 1 article');
  await reader.show('Starred');
  await expect(reader.rows).toHaveCount(1);
  await expect(reader.row('Report 01')).toBeVisible();
  await reader.show('Read later');
  await expect(reader.rows).toHaveCount(1);
  await expect(reader.row('Report 02')).toBeVisible();
});

test('marking a list read is one step, taken back and done again', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 5);
  await reader.press('Shift+A');
  await expect(reader.toast).toContainText('5 articles in Courier marked read');
  await reader.expectRead('Report 05');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await reader.expectUnread('Report 05');
  await reader.expectNode('Courier', 'Courier, 5 unread');
  await reader.press('Control+Shift+Z');
  await reader.expectRead('Report 01');
  await reader.press('Control+Z');
  await reader.expectUnread('Report 01');
});

test('marking a list read leaves what arrived meanwhile unread', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 2);
  publisher.print('courier.xml', {
    title: 'Courier',
    articles: [{ title: 'Late news', minutesAgo: 0 }, ...reports(2)],
  });
  await reader.refresh();
  await expect(reader.newPill).toHaveText('1 new');
  await reader.press('Shift+A');
  await expect(reader.toast).toContainText('2 articles in Courier marked read');
  await reader.expectNode('Courier', 'Courier, 1 unread');
});

test('new articles wait behind a pill and never push the list', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 30);
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 01');
  const before = await reader.row('Report 01').boundingBox();
  publisher.print('courier.xml', {
    title: 'Courier',
    articles: [{ title: 'Late news', minutesAgo: 0 }, { title: 'Later news', minutesAgo: 0 }, ...reports(30)],
  });
  await reader.refresh();
  await expect(reader.newPill).toHaveText('2 new');
  await expect(reader.row('Late news')).toHaveCount(0);
  expect(await reader.row('Report 01').boundingBox()).toMatchObject({ y: before?.y });
  await reader.press('.');
  await expect(reader.row('Late news')).toBeVisible();
  await expect(reader.newPill).toHaveCount(0);
  await expect(reader.headline).toHaveText('Report 01');
});

test('the space bar pages through an article and goes on to the next unread, across feeds', async ({
  reader,
  publisher,
}) => {
  await reader.subscribe(publisher.print('first.xml', { title: 'First', articles: reports(1, longText(40)) }));
  await reader.subscribe(
    publisher.print('second.xml', { title: 'Second', articles: [{ title: 'Elsewhere', html: longText(2) }] }),
  );
  await reader.show('First');
  await reader.press('j');
  await expect(reader.headline).toHaveText('Report 01');
  const text = reader.article.getByRole('group', { name: 'Text' });
  const top = () => text.evaluate((element) => element.scrollTop);
  await expect(reader.body).toContainText('Paragraph 40');
  await reader.press('Space');
  await expect.poll(top).toBeGreaterThan(300);
  await reader.press('Shift+Space');
  await expect.poll(top).toBe(0);
  await text.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await reader.press('Space');
  await expect(reader.headline).toHaveText('Elsewhere');
  await expect(reader.title).toHaveText('Second');
  await reader.press('Alt+ArrowLeft');
  await expect(reader.headline).toHaveText('Report 01');
});

test('N and P go to the next and the previous unread article', async ({ reader, publisher, set }) => {
  await showCourier(reader, publisher, 4);
  await reader.row('Report 02').click();
  await reader.expectRead('Report 02');
  await set({ markReadAfterSeconds: null });
  await reader.row('Report 01').click();
  await expect(reader.headline).toHaveText('Report 01');
  await reader.press('n');
  await expect(reader.headline).toHaveText('Report 03');
  await reader.press('m');
  await reader.press('n');
  await expect(reader.headline).toHaveText('Report 04');
  await reader.press('p');
  await expect(reader.headline).toHaveText('Report 01');
});

test('in Only unread a row that becomes read stays, until the list is left', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 3);
  await reader.row('Report 02').click();
  await reader.expectRead('Report 02');
  await reader.press('u');
  // The article that is open stays in its place, so that J goes on from it.
  await expect(reader.rows).toHaveCount(3);
  await reader.press('j');
  await reader.expectRead('Report 03');
  await expect(reader.rows).toHaveCount(3);
  await reader.show('Starred');
  await reader.show('Courier');
  await expect(reader.row('Report 01')).toBeVisible();
  await expect(reader.row('Report 02')).toHaveCount(0);
});

test('several rows are chosen with Shift and marked together', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 5);
  await reader.row('Report 01').click();
  await reader.row('Report 03').click({ modifiers: ['Shift'] });
  await reader.press('s');
  await expect(reader.toast).toContainText('Starred 3 articles');
  await expect(reader.row('Report 03').getByTitle('Starred')).toBeVisible();
  await reader.expectNode('Starred', 'Starred, 3 articles');
  await reader.press('Control+Z');
  await reader.expectNode('Starred', 'Starred');
});
