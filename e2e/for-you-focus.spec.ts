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

test('a chip that is changed keeps the focus, wherever it goes', async ({ page, publisher }) => {
  const reader = await pastFirstRun(page);
  await reader.subscribe(publisher.print('courier.xml', { title: 'Courier', articles: reports(12) }));
  const { articles } = await call(page, 'articles.list', { view: 'all', limit: 12 } as never);
  for (const { id } of articles) await call(page, 'reading.record', { id, kind: 'finished' });
  await show(page, 'Your profile');
  const chip = pane(page).getByRole('button', { name: /^Courier (more|normal|less|muted)$/ });
  await chip.press('Enter');
  await page.getByRole('menuitem', { name: 'Less' }).press('Enter');
  await expect(pane(page).getByRole('button', { name: 'Courier less' })).toBeFocused();
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
