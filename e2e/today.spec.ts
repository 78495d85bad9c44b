import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import type { ArticleText } from './support/pages/feed-text.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { subscribeToPapers } from './support/pages/same-event.ts';
import { expect, reports, test } from './support/reader.ts';

test('the day opens with a front page that has a lead, top stories, sections and an end', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  await expect(today.paper.getByRole('heading', { level: 1 })).toHaveText(date.format(Date.now()).replace(',', ''));
  await expect(today.lead.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(today.topStories.getByRole('listitem')).not.toHaveCount(0);
  await expect(today.section('World').getByRole('article')).not.toHaveCount(0);
  await expect(today.section('Seldom heard').getByRole('article')).not.toHaveCount(0);
  await expectAccessible(sample.page, 'today-light-1440');
  for (const theme of ['dark', 'paper'] as const) {
    await call(sample.page, 'settings.set', { theme });
    await expect(sample.page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(sample.page, `today-${theme}-1440`);
  }
});

test('a narrow window shows the front page in one column, with nothing beyond its edge', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  for (const width of [1100, 700, 480]) {
    await sample.page.setViewportSize({ width, height: 900 });
    await expect(today.lead).toBeVisible();
    const beyond = await today.paper.evaluate((paper) => paper.scrollWidth - paper.clientWidth);
    expect(beyond, `px beyond the edge at ${width}`).toBe(0);
    await expectAccessible(sample.page, `today-${width}`);
  }
});

test('J and K go from story to story, Enter opens one over the page, and Escape comes back to it', async ({
  sample,
}) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  await sample.press('j');
  const first = await today.focused();
  await sample.press('j');
  const second = await today.focused();
  expect(second).not.toBe(first);
  await sample.press('k');
  expect(await today.focused()).toBe(first);
  await sample.press('Enter');
  await expect(today.headline).toHaveText(first);
  await sample.press('j');
  await expect(today.headline).toHaveText(second);
  await sample.press('Escape');
  await expect(today.article).toBeHidden();
  await expect(today.link(second)).toBeFocused();
});

test('S stars the story that has the focus', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  const before = (await call(sample.page, 'counts.get', {})).starred;
  await sample.press('j');
  await sample.press('s');
  await expect.poll(async () => (await call(sample.page, 'counts.get', {})).starred).toBe(before + 1);
  await sample.press('s');
  await expect.poll(async () => (await call(sample.page, 'counts.get', {})).starred).toBe(before);
});

test('parts can be hidden and moved, and stay so', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  await sample.page.getByRole('button', { name: 'Arrange sections' }).click();
  await today.dialog.getByRole('checkbox', { name: 'World' }).press('Space');
  await today.dialog.getByRole('button', { name: 'Top stories right now: earlier' }).click();
  await expectAccessible(sample.page, 'today-arrange');
  await today.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(today.section('World')).toBeHidden();
  await sample.reload();
  await expect(today.lastLine).toBeVisible();
  await expect(today.section('World')).toBeHidden();
  const [top, lead] = [await today.topStories.boundingBox(), await today.lead.boundingBox()];
  expect(top?.y ?? 0).toBeLessThan(lead?.y ?? 0);
  await sample.page.getByRole('button', { name: 'Arrange sections' }).click();
  await today.dialog.getByRole('button', { name: 'Reset' }).click();
  await today.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(today.section('World')).toBeVisible();
});

test('the whole page is marked read with one key, and Undo takes it back', async ({ sample }) => {
  const today = new FrontPage(sample.page);
  await today.openWhole();
  const before = (await call(sample.page, 'counts.get', {})).all.unread;
  await sample.press('Shift+A');
  await expect(today.toast).toContainText('on the page marked read');
  expect((await call(sample.page, 'counts.get', {})).all.unread).toBeLessThan(before);
  await today.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(sample.page, 'counts.get', {})).all.unread).toBe(before);
});

/** Nothing here tells what another does: each is a story of its own, and stands in a list of its own. */
const subjects = [
  'lighthouse keeper paints stairs',
  'bakery oven cools',
  'chess club finds lost trophy',
  'violin strings snap',
  'bees return to roof garden',
  'ferry timetable shrinks',
  'library lends umbrellas',
  'glacier survey postponed',
  'tram bell stolen',
  'cheese market reopens',
  'planetarium dims dome',
  'goats graze cemetery',
  'swimming pool tiles crack',
  'orchard drains flooded',
  'typewriter museum moves',
  'marathon route shortened',
  'bridge lamps flicker',
  'school choir records anthem',
  'potato harvest doubles',
  'postcards arrive decades late',
  'carpenter restores windmill',
];

function told(titles: readonly string[]): readonly ArticleText[] {
  return titles.map((title) => ({ title, html: `<p>${title}.</p>` }));
}

test('after ten new articles a bar offers to catch up, with a few stories that fit the minutes, the lead first', async ({
  reader,
  publisher,
}) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: told(subjects.slice(0, 9)) }));
  await today.openWhole();
  await expect(today.catchUpBar).toBeHidden();
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: told(subjects.slice(9)) }));
  await today.openWhole();
  const lead = (await today.lead.getByRole('link').textContent()) ?? '';
  await today.catchUpBar.getByRole('button', { name: 'Catch up in 20 minutes' }).click();
  const list = reader.page.getByRole('region', { name: 'Catch up' });
  await expect(
    list.getByRole('heading', { level: 2, name: /^Eight stories, whole, in about \d+ minutes/ }),
  ).toBeVisible();
  await expect(list.getByRole('article').first()).toContainText(lead);
  await reader.page.getByRole('radio', { name: '5 min' }).press('Space');
  await expect(
    list.getByRole('heading', { level: 2, name: /^Five stories, whole, in about [1-5] minutes/ }),
  ).toBeVisible();
  await expect(list.getByText(/^The other \d+ stay where they are/)).toBeVisible();
  expect((await call(reader.page, 'settings.get', {})).readingBudgetMinutes, 'trying another time is no setting').toBe(
    20,
  );
  await expectAccessible(reader.page, 'today-catch-up');
});

test('a pile of unread is marked read at once, all or all but the newest day, and Undo brings it back', async ({
  reader,
  publisher,
}) => {
  const today = new FrontPage(reader.page);
  const dayMinutes = 24 * 60;
  const old = reports(8).map((report, at) => ({
    ...report,
    title: `Old ${report.title}`,
    minutesAgo: (at + 2) * dayMinutes,
  }));
  const fresh = reports(12);
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: [{ title: 'A quiet day' }] }));
  await today.openWhole();
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: [...fresh, ...old] }));
  await today.openWhole();
  const before = (await call(reader.page, 'counts.get', {})).all.unread;
  await today.catchUpBar.getByRole('button', { name: 'Mark all read' }).click();
  await expect(today.toast).toContainText(`${before} articles marked read`);
  expect((await call(reader.page, 'counts.get', {})).all.unread).toBe(0);
  await today.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(reader.page, 'counts.get', {})).all.unread).toBe(before);
  await reader.press('Control+k');
  await reader.page.keyboard.type('all but the newest');
  await reader.page.getByRole('option', { name: /Mark all read but the newest day/ }).click();
  await expect(today.toast).toContainText('8 articles marked read');
  expect((await call(reader.page, 'counts.get', {})).all.unread).toBe(before - 8);
  await today.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(reader.page, 'counts.get', {})).all.unread).toBe(before);
});

test('articles that arrive do not move the page: a newer one waits until it is asked for', async ({
  reader,
  publisher,
}) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(3) }));
  await today.openWhole();
  const lead = await today.lead.getByRole('link').textContent();
  const late = [{ title: 'A bridge reopens', minutesAgo: 0 }];
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: late }));
  const newer = reader.page.getByRole('button', { name: 'Newer front page' });
  await expect(newer).toBeVisible();
  await expect(today.lead.getByRole('link')).toHaveText(lead ?? '');
  await expect(today.link('A bridge reopens')).toBeHidden();
  await newer.click();
  await expect(today.link('A bridge reopens')).toBeVisible();
  await expect(newer).toBeHidden();
});

test('with few sources the page says what it takes to have top stories', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(3) }));
  await today.openWhole();
  await expect(today.topStories).toContainText('at least four that publish; you have one');
  await today.topStories.getByRole('button', { name: 'Add sources' }).click();
  const pages = reader.page.getByRole('navigation', { name: 'Subscriptions' });
  await expect(pages.getByRole('button', { name: 'Catalogue' })).toHaveAttribute('aria-current', 'page');
});

test('a library without feeds has a front page that says how to fill it', async ({ reader }) => {
  const today = new FrontPage(reader.page);
  await expect(today.paper.getByRole('heading', { name: 'No subscriptions yet' })).toBeVisible();
  await expectAccessible(reader.page, 'today-empty');
  await today.paper.getByRole('button', { name: 'Add feed' }).click();
  await expect(today.dialog).toBeVisible();
});

test('a story that several papers tell leads the page, with three other voices', async ({ reader, publisher }) => {
  const today = new FrontPage(reader.page);
  await subscribeToPapers(reader, publisher, 5);
  // A page that is open holds still: it is opened once the papers' reports are one story.
  const groups = async () => (await call(reader.page, 'stories.list', {})).stories.map(({ publishers }) => publishers);
  await expect.poll(groups, { timeout: 30_000 }).toContain(5);
  await today.openWhole();
  await expect(today.paper).toContainText('Five of your sources have this');
  await expect(today.lead.getByRole('link')).toHaveText(/levy/);
  await expect(today.paper.locator('.cov').getByRole('link')).toHaveCount(3);
});

test('a feed that was unsubscribed from keeps nothing of the same words off the page', async ({
  reader,
  publisher,
}) => {
  const today = new FrontPage(reader.page);
  const html = `<p>The ferry to Norrholm sails twice a day from March, the harbour board said on Monday, because the island
    school has eleven more pupils than last year and their parents asked for it.</p>`;
  const articles = [{ title: 'Ferry to Norrholm sails twice a day', html, minutesAgo: 30 }];
  const id = await reader.subscribe(publisher.print('first.xml', { title: 'First Telling', articles }));
  await today.openWhole();
  await call(reader.page, 'feeds.remove', { ids: [id] });
  await reader.subscribe(publisher.print('second.xml', { title: 'Second Telling', articles }));
  await today.openWhole();
  await expect(today.lead).toContainText('Second Telling');
});

test('unsubscribing takes a feed’s articles off the open page, and Undo brings them back', async ({
  reader,
  publisher,
}) => {
  const today = new FrontPage(reader.page);
  const id = await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(3) }));
  await today.openWhole();
  await expect(today.lead).toContainText('Report');
  const { operationId } = await call(reader.page, 'feeds.remove', { ids: [id] });
  await expect(today.paper.getByRole('heading', { name: 'No subscriptions yet' })).toBeVisible();
  await call(reader.page, 'operations.undo', { id: operationId });
  await expect(today.lead).toContainText('Report');
});
