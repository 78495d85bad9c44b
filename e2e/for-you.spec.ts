import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { call } from './support/pages/call.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { pastFirstRun } from './support/pages/reader.ts';
import { expect, reports, test } from './support/reader.ts';

const pane = (window: Page) => window.getByRole('region', { name: 'For you', exact: true });
const rows = (window: Page) => pane(window).getByRole('article');

/** Opens a tab of For you. */
async function show(window: Page, tab: string): Promise<void> {
  await window.keyboard.press('g');
  await window.keyboard.press('y');
  await window.getByRole('navigation', { name: 'For you' }).getByRole('button', { name: tab }).click();
}

/** Reads enough of one paper for its taste to be known. */
async function learn(window: Page, from: string): Promise<void> {
  const { articles } = await call(window, 'articles.list', { view: 'all', limit: 200 } as never);
  const liked = articles.filter(({ feedTitle }) => feedTitle === from).slice(0, 12);
  for (const { id } of liked) {
    await call(window, 'reading.record', { id, kind: 'opened' });
    await call(window, 'reading.record', { id, kind: 'finished' });
    await call(window, 'articles.mark', { ids: [id], set: { read: true } });
  }
}

/** Which story of the page has the focus, from 0; -1: none has. */
const focusedStory = (window: Page) =>
  rows(window).evaluateAll((all) => all.findIndex((row) => row.contains(document.activeElement)));

test('while little is known the list is newest first and says how far it is', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(5) }));
  await show(page, 'Articles');
  await expect(pane(page)).toContainText(/still learning/);
  await expect(pane(page)).toContainText('0 of 10');
  await expect(rows(page).first()).toContainText('Report 01');
  await expectAccessible(page, 'for-you-learning');
});

test('each row of a learned list gives its reasons, and less of one is said with one press', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(20) }));
  const others = reports(10).map((report) => ({ ...report, title: `Other ${report.title}` }));
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: others }));
  await learn(page, 'Courier');
  await show(page, 'Articles');
  const reasons = rows(page).first().getByRole('list', { name: 'Reasons' });
  await expect(reasons.getByRole('listitem').first()).toContainText(/[+−]\d/);
  await expectAccessible(page, 'for-you-learned');
  await reasons
    .getByRole('button', { name: /^Less of / })
    .first()
    .click();
  await expect(reader.toast).toContainText('You will see less of');
  // The row has sunk with what was pressed, and the focus with it: pressed again, it says the same once more.
  await expect(page.getByRole('button', { name: /^Less of / }).and(page.locator(':focus'))).toBeVisible();
  await show(page, 'Your profile');
  await expect(pane(page).getByRole('table')).toContainText('Courier');
  await expectAccessible(page, 'for-you-profile');
});

test('less like this from a menu leaves the focus there, and on the story at its place when its own has gone', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(20) }));
  await learn(page, 'Courier');
  await show(page, 'Articles');
  const more = rows(page).nth(2).getByRole('button', { name: 'About this reason' });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Less like this' }).press('Enter');
  await expect(reader.toast).toContainText('You will see less');
  await expect(page.getByRole('button', { name: 'About this reason' }).and(page.locator(':focus'))).toBeVisible();
  // Read somewhere else in the meantime: the next list is without it.
  const { rows: listed } = await call(page, 'forYou.list', {});
  const title = (await rows(page).nth(2).getByRole('heading').textContent()) ?? '';
  const gone = listed.filter(({ article }) => article.title === title).map(({ article }) => article.id);
  await call(page, 'articles.mark', { ids: gone, set: { read: true } });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Less like this' }).press('Enter');
  await expect(rows(page).getByText(title, { exact: true })).toHaveCount(0);
  await expect.poll(() => focusedStory(page)).toBe(2);
});

test('choosing by taste is switched off with one switch: the list is plain time order', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(4) }));
  await show(page, 'Articles');
  await pane(page).getByRole('switch', { name: 'Choose by what you read' }).press('Space');
  await expect.poll(async () => (await call(page, 'settings.get', {})).forYou).toBe(false);
  await expect(rows(page).first()).toContainText('Report 01');
  await pane(page).getByRole('switch', { name: 'Choose by what you read' }).press('Space');
  await expect.poll(async () => (await call(page, 'settings.get', {})).forYou).toBe(true);
});

test('a muted topic is listed with what it hides, and Undo lets it be seen again', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  const articles = [{ title: 'Onions are early this year' }, { title: 'A choir without a leader' }];
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles }));
  await show(page, 'Muted');
  await pane(page).getByRole('textbox', { name: 'Mute a topic' }).fill('onions');
  await pane(page).getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Muted' })).toContainText('Topic, for good. Hides 1 article now.');
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is muted' })).toBeVisible();
});

test('Today says how much the mutes hide; their page names each hidden thing with its reason, and takes it back', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  const today = new FrontPage(page);
  const articles = [{ title: 'Onions are early this year' }, { title: 'A choir without a leader' }];
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles }));
  await call(page, 'stories.mute', { topic: 'onions' });
  await today.openWhole();
  await expect(today.link('Onions are early this year')).toBeHidden();
  await expect(today.paper).toContainText('Your mutes keep 1 article off this page.');
  await today.paper.getByRole('button', { name: 'See which' }).click();
  const hidden = page.getByRole('region', { name: 'Hidden from Today now' });
  await expect(hidden.getByRole('article')).toContainText(['Onions are early this year']);
  await expect(hidden.getByRole('article')).toContainText([/mute.*onions/i]);
  await expectAccessible(page, 'for-you-mutes');
  await page.getByRole('button', { name: 'Show again: onions' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is muted' })).toBeVisible();
  await today.openFromSidebar();
  await expect(today.link('Onions are early this year')).toBeVisible();
});

test('each feed has a report card', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(4) }));
  await show(page, 'Report cards');
  await expect(pane(page).getByRole('row', { name: /Courier/ })).toContainText('Too few articles yet');
  await expectAccessible(page, 'report-cards');
});

test('the profile is exported whole, one reason of it is turned off, and all of it is erased', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(20) }));
  await learn(page, 'Courier');
  await show(page, 'Your profile');
  const download = page.waitForEvent('download');
  await pane(page).getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^broadsheet-for-you-\d{4}-\d\d-\d\d\.json$/);
  const exported = JSON.parse(await readFile(await file.path(), 'utf8')) as { lessons: unknown[] };
  expect(exported.lessons.length).toBeGreaterThan(20);
  const row = pane(page).getByRole('row').filter({ hasText: 'Courier' }).first();
  await row.getByRole('switch').press('Space');
  await expect
    .poll(async () => (await call(page, 'forYou.profile', {})).features.some(({ muted }) => muted))
    .toBe(true);
  const forgets = pane(page).getByRole('button', { name: /^Forget / });
  const nextName = (await forgets.nth(1).getAttribute('aria-label')) ?? '';
  const many = await forgets.count();
  await forgets.first().press('Enter');
  await expect(forgets).toHaveCount(many - 1);
  await expect(page.getByRole('button', { name: nextName, exact: true })).toBeFocused();
  await pane(page).getByRole('button', { name: 'Erase…' }).click();
  await expectAccessible(page, 'for-you-erase');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase the profile' }).click();
  await expect(pane(page).getByRole('heading', { name: 'Nothing is learned yet' })).toBeVisible();
});

test('a report card advises against a loud feed, and caps it with one press that Undo takes back', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  const id = await reader.subscribe(publisher.print('loud.xml', { title: 'Loud', articles: reports(60) }));
  const cap = async () => (await call(page, 'feeds.list', {})).find((feed) => feed.id === id)?.settings.dailyCap;
  const before = await cap();
  await show(page, 'Report cards');
  const card = pane(page).getByRole('row').filter({ hasText: 'Loud' });
  await expect(card).toContainText('You opened 0 of 60. Unsubscribe, or cap it at 3 a day?');
  await expectAccessible(page, 'for-you-report-cards');
  await card.getByRole('button', { name: 'Cap at 3 a day' }).click();
  await expect(reader.toast).toContainText('Loud now brings 3 unread a day');
  expect(await cap()).toBe(3);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(cap).toBe(before);
});
