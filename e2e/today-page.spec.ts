/** The front page under the reader's hands: what a key marks, where a newer page begins, and a list that is made anew. */
import { call } from './support/pages/call.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { expect, reports, test } from './support/reader.ts';

const quiet = (count: number) => reports(count).map((report, at) => ({ ...report, minutesAgo: 30 + at * 7 }));

test('marking the page read leaves what a hidden part would have shown', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: quiet(2) }));
  await today.openWhole();
  const shown = (await today.lead.getByRole('link').textContent()) ?? '';
  await reader.page.getByRole('button', { name: 'Arrange sections' }).click();
  await today.dialog.getByRole('checkbox', { name: 'Lead' }).press('Space');
  await today.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(today.lead).toBeHidden();
  await reader.press('Shift+A');
  await expect(today.toast).toContainText(/on the page marked read|The page is read already/);
  const { articles } = await call(reader.page, 'articles.list', { view: 'all' } as never);
  expect(articles.find(({ title }) => title === shown)?.unread).toBe(true);
});

test('a newer page is read from its top, and the keys begin there', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.page.setViewportSize({ width: 1440, height: 400 });
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: quiet(12) }));
  await today.openWhole();
  const top = () => today.paper.evaluate((paper) => paper.scrollTop);
  await today.paper.evaluate((paper) => paper.scrollTo({ top: paper.scrollHeight }));
  expect(await top()).toBeGreaterThan(100);
  await reader.subscribe(
    publisher.print('record.xml', { title: 'Record', articles: [{ title: 'A bridge reopens', minutesAgo: 0 }] }),
  );
  await reader.page.getByRole('button', { name: 'Newer front page' }).click();
  await expect(today.link('A bridge reopens')).toBeVisible();
  expect(await top()).toBe(0);
  await expect(today.paper).toBeFocused();
});

test('Catch up is made anew each time it is opened', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: [{ title: 'A quiet day' }] }));
  await today.openWhole();
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: quiet(12) }));
  await today.openWhole();
  const catchUp = today.catchUpBar.getByRole('button', { name: /^Catch up in / });
  const list = reader.page.getByRole('region', { name: 'Catch up' });
  await catchUp.click();
  const first = (await list.getByRole('heading', { level: 3 }).first().textContent()) ?? '';
  expect(first).not.toBe('');
  const { articles } = await call(reader.page, 'articles.list', { view: 'all' } as never);
  const read = articles.filter(({ title }) => title === first).map(({ id }) => id);
  await call(reader.page, 'articles.mark', { ids: read, set: { read: true } });
  await reader.page.getByRole('button', { name: 'Back', exact: true }).click();
  await catchUp.click();
  await expect(list.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(list.getByRole('link', { name: first, exact: true })).toHaveCount(0);
});

test('a part that is moved keeps the focus of its button', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: quiet(3) }));
  await today.openWhole();
  await reader.page.getByRole('button', { name: 'Arrange sections' }).click();
  const later = today.dialog.getByRole('button', { name: 'World: later' });
  await later.press('Enter');
  await expect(later).toBeFocused();
});
