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

test('a story that is muted leaves the page at once, and its Undo brings it back at once', async ({ sample }) => {
  const { page } = sample;
  const today = new FrontPage(page);
  await today.openWhole();
  const { lead } = await call(page, 'edition.get', {});
  const headline = lead?.article.title ?? '';
  await expect(today.link(headline)).toBeVisible();
  await call(page, 'stories.mute', { id: lead?.story?.id ?? 0, days: 7 } as never);
  await expect(today.link(headline)).toBeHidden();
  await sample.press('Control+z');
  await expect(today.toast).toContainText('Undone: muted');
  await expect(today.link(headline)).toBeVisible();
});

test('since the last visit with nothing new says so, over what was there before', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: quiet(12) }));
  await today.openWhole();
  await today.openWhole();
  await reader.page.getByRole('radio', { name: 'Since last visit' }).press('Space');
  await expect(today.paper.getByRole('status')).toContainText(/Nothing new since \d\d:\d\d\./);
  await expect(today.paper.getByRole('status').getByRole('button', { name: 'Refresh' })).toBeVisible();
});

test('the bar over the page fits a phone and 400 %: the three editions become a menu', async ({ sample }) => {
  const { page } = sample;
  await new FrontPage(page).openWhole();
  for (const width of [480, 420, 320]) {
    await page.setViewportSize({ width, height: 720 });
    const beyond = () => page.locator('.today-bar').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    await expect.poll(beyond, `px beyond the edge at ${width}`).toBe(0);
    await expect(page.getByRole('button', { name: 'Arrange sections' })).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('button', { name: /^24 hours/ }).click();
  await page.getByRole('menuitem', { name: 'Morning' }).click();
  await expect(page.getByRole('button', { name: /^Morning/ })).toBeVisible();
});

test('catching up is one chord away, also where nothing new came', async ({ sample }) => {
  await new FrontPage(sample.page).openWhole();
  await sample.press('g');
  await sample.press('c');
  await expect(sample.page.getByRole('region', { name: 'Catch up' })).toBeVisible();
});

test('a lead that was read makes room for the next story when the page is opened again', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  const headline = (await today.lead.getByRole('heading').textContent()) ?? '';
  await today.lead.getByRole('link').click();
  await expect(today.headline).toHaveText(headline);
  await expect.poll(async () => (await call(sample.page, 'edition.get', {})).lead?.article.title).not.toBe(headline);
  await sample.press('Escape');
  await expect(today.lead.getByRole('heading')).toContainText(headline);
  await sample.press('g');
  await sample.press('u');
  await today.openFromSidebar();
  await expect(today.lead.getByRole('heading')).not.toContainText(headline);
  // Stories that were read stand last; specs before this one may have read others.
  const row = today.topStories.getByRole('listitem').filter({ hasText: headline });
  await expect(row).toContainText(/Read \d\d:\d\d/);
  await expect(today.topStories.getByRole('listitem').last()).toContainText(/Read \d\d:\d\d/);
  const read = (await call(sample.page, 'edition.get', {})).top.filter(({ article }) => article.title === headline);
  await call(sample.page, 'articles.mark', { ids: read.map(({ article }) => article.id), set: { read: false } });
});
