import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { expectNoBarrier } from './support/pages/barriers.ts';
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

test('until ten articles are read the list is newest first and says so once, with nothing under each story', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(5) }));
  await show(page, 'Articles');
  await expect(pane(page)).toContainText('Newest first until you have read 10 articles. 0 so far.');
  await expect(rows(page).first()).toContainText('Report 01');
  await expect(rows(page).getByRole('button')).toHaveCount(0);
  await expectAccessible(page, 'for-you-learning');
});

test('each row says why in one sentence without a number, and the sentence opens what can be done about it', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(20) }));
  const others = reports(10).map((report) => ({ ...report, title: `Other ${report.title}` }));
  await reader.subscribe(publisher.print('record.xml', { title: 'Record', articles: others }));
  await learn(page, 'Courier');
  await show(page, 'Articles');
  // The first may be there for variety, which needs no sentence.
  const why = rows(page).getByRole('button', { name: 'You often read Courier' }).first();
  await expect(pane(page)).not.toContainText(/[+−]\d/);
  await expectAccessible(page, 'for-you-learned');
  await why.press('Enter');
  const reasons = page.getByRole('dialog', { name: 'Why this is here' });
  await expect(reasons).toContainText('You often read Courier.');
  await expect(reasons).not.toContainText(/\d/);
  await expectNoBarrier(page, 'for-you-why');
  await reasons.getByRole('radiogroup', { name: 'Courier' }).getByText('Less').click();
  await expect(reader.toast).toContainText('You will see less of Courier');
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toContainText('Record');
  await show(page, 'Your profile');
  await expect(pane(page).getByRole('button', { name: 'Courier less' })).toBeVisible();
  await expectAccessible(page, 'for-you-profile');
  await pane(page).getByRole('button', { name: 'Undo the last change' }).click();
  await expect(pane(page).getByRole('button', { name: 'Courier more' })).toBeVisible();
});

test('not this one takes a row away, gives the focus to the story at its place, and is undone', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(20) }));
  await learn(page, 'Courier');
  await show(page, 'Articles');
  const title = (await rows(page).nth(2).getByRole('heading').textContent()) ?? '';
  await rows(page).nth(2).getByRole('button', { name: 'You often read Courier' }).press('Enter');
  await page.getByRole('button', { name: 'Not this one' }).press('Enter');
  await expect(rows(page).getByText(title, { exact: true })).toHaveCount(0);
  await expect.poll(() => focusedStory(page)).toBe(2);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await call(page, 'counts.get', {})).hidden).toBe(0);
});

test('learning is switched off with one switch: the list is newest first', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(4) }));
  await show(page, 'Your profile');
  await expect(pane(page)).toContainText('On: For you is chosen by it.');
  await pane(page).getByRole('switch', { name: 'Learn from what I read' }).press('Space');
  await expect.poll(async () => (await call(page, 'settings.get', {})).forYou).toBe(false);
  await expect(pane(page)).toContainText('Off: For you is newest first.');
  await show(page, 'Articles');
  await expect(pane(page)).toContainText('Newest first.');
  await expect(rows(page).first()).toContainText('Report 01');
  await show(page, 'Your profile');
  await pane(page).getByRole('switch', { name: 'Learn from what I read' }).press('Space');
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

test('a feed is not judged before it was followed for two weeks', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('loud.xml', { title: 'Loud', articles: reports(60) }));
  await show(page, 'Report cards');
  await expect(pane(page)).toContainText('Too early to say.');
  await expect(pane(page).getByRole('listitem')).toHaveCount(0);
  await expectAccessible(page, 'report-cards');
});

test('the profile is exported whole, a chip of it is forgotten, all of it is, and Undo brings all of it back', async ({
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
  const chip = pane(page).getByRole('button', { name: /^Courier (more|normal|less|muted)$/ });
  await chip.press('Enter');
  await page.getByRole('menuitem', { name: 'Leave out of For you' }).press('Enter');
  await expect(pane(page).getByRole('button', { name: 'Courier muted' })).toBeVisible();
  await chip.press('Enter');
  await page.getByRole('menuitem', { name: 'Forget Courier' }).press('Enter');
  await expect(chip).toHaveCount(0);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(chip).toBeVisible();
  await pane(page).getByRole('button', { name: 'Forget everything learnt…' }).click();
  await expectAccessible(page, 'for-you-erase');
  await page.getByRole('dialog').getByRole('button', { name: 'Forget everything', exact: true }).click();
  await expect(pane(page).getByRole('heading', { name: 'Nothing is learnt yet' })).toBeVisible();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(chip).toBeVisible();
});
