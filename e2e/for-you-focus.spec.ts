/** The pages of For you by keyboard: a change that moves or removes a row leaves the focus near it. */
import type { Page } from '@playwright/test';
import { call } from './support/pages/call.ts';
import { pastFirstRun } from './support/pages/reader.ts';
import { expect, reports, test } from './support/reader.ts';

const pane = (window: Page) => window.getByRole('region', { name: 'For you', exact: true });

async function show(window: Page, tab: string): Promise<void> {
  await window.keyboard.press('g');
  await window.keyboard.press('y');
  await window.getByRole('navigation', { name: 'For you' }).getByRole('button', { name: tab }).click();
}

test('a weight set by arrow keys keeps the focus, wherever its row goes', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(12) }));
  const { articles } = await call(page, 'articles.list', { view: 'all', limit: 12 } as never);
  for (const { id } of articles) await call(page, 'reading.record', { id, kind: 'finished' });
  await show(page, 'Your profile');
  const first = pane(page).getByRole('rowheader').first();
  const same = pane(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: (await first.textContent()) ?? '', exact: true }) })
    .getByRole('slider');
  await same.press('Home');
  await expect(same).toHaveValue('-5');
  await expect
    .poll(async () => (await call(page, 'forYou.profile', {})).features.some(({ byHand }) => byHand))
    .toBe(true);
  await page.waitForTimeout(300);
  await expect(same).toBeFocused();
  await page.setViewportSize({ width: 480, height: 700 });
  const beyond = await pane(page).evaluate((part) =>
    [...part.querySelectorAll('.fyp-table')].map((table) => table.scrollWidth - table.clientWidth),
  );
  expect(beyond, 'px of the table that a narrow window hides').toEqual([0]);
  await same.press('ArrowRight');
  await expect(same).toHaveValue('-4.95');
  await page.waitForTimeout(300);
  await expect(same).toBeFocused();
});

test('a feed that its report card unsubscribed from says so until Undo brings it back', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('loud.xml', { title: 'Loud', articles: reports(60) }));
  await show(page, 'Report cards');
  const card = pane(page).getByRole('row').filter({ hasText: 'Loud' });
  await card.getByRole('button', { name: 'Unsubscribe from Loud' }).press('Enter');
  await expect(card).toContainText('No longer followed');
  await expect(card.getByRole('button', { name: 'Loud', exact: true })).toBeFocused();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(card.getByRole('button', { name: 'Unsubscribe from Loud' })).toBeVisible();
});

test('a mute that is taken back hands the focus on, and one that Undo brings again names what it hides', async ({
  page,
  publisher,
}) => {
  const reader = await pastFirstRun(page);
  const articles = [{ title: 'Onions are early this year' }, { title: 'A choir without a leader' }];
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles }));
  await call(page, 'stories.mute', { topic: 'onions' });
  await show(page, 'Muted');
  const hidden = page.getByRole('region', { name: 'Hidden from Today now' });
  await expect(hidden.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show again: onions' }).press('Enter');
  await expect(pane(page)).toBeFocused();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(hidden.getByRole('article')).toHaveCount(1);
});
