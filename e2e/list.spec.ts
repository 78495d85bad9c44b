/** The list of articles: what is asked for and held, what keys and choices act on, and what comes too late. */
import type { Page } from '@playwright/test';
import { call } from './support/pages/call.ts';
import type { Reader } from './support/pages/reader.ts';
import { expect, type Publisher, reports, test } from './support/reader.ts';

async function showCourier(reader: Reader, publisher: Publisher, count: number): Promise<void> {
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(count) }));
  await reader.show('Courier');
}

const scroller = (page: Page) => page.locator('.list-scroll');
const starred = async (page: Page) => (await call(page, 'counts.get', {})).starred;

/** How often the window asks for rows from now on. Over the desktop's own way it asks unheard. */
function rowsAsked(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"articles.list"')) asked += 1;
  });
  return () => asked;
}

test('a jump to the end of a long list asks for the rows there, not for all on the way from the open one', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 1600);
  await reader.row('Report 02').click();
  await reader.expectRead('Report 02');
  const asked = rowsAsked(reader.page);
  await scroller(reader.page).evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(reader.row('Report 1600')).toBeVisible();
  await reader.page.waitForTimeout(600);
  expect(asked()).toBeLessThanOrEqual(4);
  await expect(reader.row('Report 02')).toBeFocused();
});

test('the row with the focus stays when the list is read again, however far it is scrolled away', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 450);
  // Where each row says whose it is.
  await reader.show('All unread');
  await reader.row('Report 02').click();
  await scroller(reader.page).evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(reader.row('Report 450')).toBeVisible();
  const [feed] = await call(reader.page, 'feeds.list', {});
  if (!feed) throw new Error('The feed is gone.');
  await call(reader.page, 'feeds.rename', { id: feed.id, title: 'Messenger' });
  await expect(reader.row('Report 450')).toContainText('Messenger');
  await expect(reader.row('Report 02')).toBeFocused();
});

test('what is newer is marked read from the menu, and what arrived meanwhile stays unread', async ({
  reader,
  publisher,
}) => {
  await showCourier(reader, publisher, 3);
  const late = [{ title: 'Late news', minutesAgo: 0 }, ...reports(3)];
  publisher.print('courier.xml', { title: 'Courier', articles: late });
  await reader.refresh();
  await expect(reader.newPill).toHaveText('1 new');
  await reader.row('Report 03').click({ button: 'right' });
  await reader.page.getByRole('menuitem', { name: 'Mark newer read' }).click();
  await expect(reader.toast).toContainText('2 articles newer than this marked read');
  await reader.press('.');
  await reader.expectUnread('Late news');
});

test('Ctrl and a click chooses a row beside the open one, and a key marks both', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 4);
  await reader.row('Report 01').click();
  await reader.row('Report 03').click({ modifiers: ['ControlOrMeta'] });
  await expect(reader.row('Report 03')).toHaveAccessibleDescription(/Selected/);
  await reader.press('s');
  await expect(reader.toast).toContainText('Starred 2 articles');
  await reader.press('s');
  await expect(reader.toast).toContainText('Took the star off 2 articles');
});

test('what was chosen in the list is not what a key means on another page', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 6);
  await reader.row('Report 01').click();
  await reader.row('Report 03').click({ modifiers: ['Shift'] });
  await reader.press('g');
  await reader.press('t');
  await expect(reader.page.getByText(/^That is the front page at /)).toBeVisible();
  await reader.press('j');
  await reader.press('s');
  await expect.poll(() => starred(reader.page)).toBe(1);
});

test('Ctrl A on a page of stories chooses nothing of the list behind it', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 6);
  await reader.press('g');
  await reader.press('t');
  await expect(reader.page.getByText(/^That is the front page at /)).toBeVisible();
  await reader.press('j');
  await reader.press('ControlOrMeta+a');
  await reader.press('s');
  await expect.poll(() => starred(reader.page)).toBe(1);
});

test('the next unread article that is found too late leads nowhere', async ({ reader, publisher }) => {
  await reader.subscribe(publisher.print('second.xml', { title: 'Second', articles: [{ title: 'Elsewhere' }] }));
  await showCourier(reader, publisher, 1);
  await reader.press('j');
  await reader.expectRead('Report 01');
  // A core that takes its time; over the desktop's own way it answers before the keys come.
  await reader.page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('articles.next')) await new Promise((later) => setTimeout(later, 900));
    await route.continue();
  });
  const answered = reader.page.waitForResponse((answer) => !!answer.request().postData()?.includes('articles.next'), {
    timeout: 3000,
  });
  await reader.press('n');
  await reader.press('g');
  await reader.press('s');
  await answered.catch(() => undefined);
  await reader.page.unroute('**/rpc');
  await expect(reader.title).toHaveText('Starred');
});

test('an unread headline runs from right to left where its script does, and its row has room for the dot', async ({
  reader,
  publisher,
  set,
}) => {
  await set({ density: 'cards' });
  const articles = [{ title: 'سوق السمك يفتح أبوابه' }, { title: 'مكتبة في عربة قطار' }];
  await reader.subscribe(publisher.print('mina.xml', { title: 'Mina', language: 'ar', articles }));
  await reader.show('Mina');
  const row = reader.row('مكتبة في عربة قطار');
  await reader.expectUnread('مكتبة في عربة قطار');
  expect(await row.getByRole('heading').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  // The row goes the way of its script: it ends on the left.
  const left = await row.evaluate((element) => {
    const time = element.querySelector('.time')?.getBoundingClientRect().left ?? 0;
    return time - element.getBoundingClientRect().left;
  });
  // The dot is 8 px wide and stands 12 px from the edge.
  expect(left).toBeGreaterThanOrEqual(20);
});

test('Enter opens the row that has the focus, and Home and End go to the ends', async ({ reader, publisher }) => {
  await showCourier(reader, publisher, 8);
  await reader.row('Report 03').focus();
  await reader.press('Enter');
  await expect(reader.headline).toHaveText('Report 03');
  await expect(reader.article.getByRole('group', { name: 'Text' })).toBeFocused();
  await reader.press('Escape');
  await reader.press('End');
  await expect(reader.row('Report 08')).toBeFocused();
  await expect(reader.headline).toHaveText('Report 08');
  await reader.press('Home');
  await expect(reader.row('Report 01')).toBeFocused();
});

test('a row that leaves over the top is marked read where the reader wants that, also one that was there before', async ({
  reader,
  publisher,
  set,
}) => {
  await set({ markReadOnScroll: true });
  await showCourier(reader, publisher, 60);
  await expect(reader.row('Report 01')).toBeVisible();
  await reader.page.waitForTimeout(600);
  await scroller(reader.page).hover();
  await reader.page.mouse.wheel(0, 420);
  const newest = async () => (await call(reader.page, 'articles.list', { view: 'all', limit: 12 } as never)).articles;
  await expect.poll(async () => (await newest())[0]?.unread).toBe(false);
  expect((await newest()).at(-1)?.unread).toBe(true);
});

test('the number of sources on a row opens their coverage', async ({ sample }) => {
  await expect(sample.node('Harbour Courier')).toBeVisible({ timeout: 40_000 });
  await sample.show('Harbour Courier');
  const badge = sample.rows.getByRole('button', { name: /^Sources on this story: \d+$/ }).first();
  await badge.click({ timeout: 40_000 });
  await expect(sample.page.getByRole('region', { name: 'Story', exact: true })).toContainText(
    /\d of your \d+ sources\./,
  );
});
