/** Report cards: only for feeds that something is advised about, once they were followed for two weeks. */
import type { Page } from '@playwright/test';
import { ageLibrary } from './support/age-library.ts';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';
import { reports } from './support/reader.ts';

const pane = (window: Page) => window.getByRole('region', { name: 'For you', exact: true });

test('a card advises against a loud feed, caps it or leaves it with one press, and Undo takes either back', async ({
  start,
  folder,
}) => {
  const server = await startFeedServer();
  server.serve('/loud', rssText({ title: 'Loud', articles: reports(60) }));
  const first = await start();
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await new Reader(first.window).subscribe(server.url('/loud'));
  await first.close();
  ageLibrary(folder, 15);

  const { window } = await start();
  const reader = new Reader(window);
  await window.keyboard.press('g');
  await window.keyboard.press('y');
  await window.getByRole('navigation', { name: 'For you' }).getByRole('button', { name: 'Report cards' }).click();
  const card = pane(window).getByRole('listitem', { name: 'Loud' });
  await expect(card).toContainText('You opened 0 of 60. Unsubscribe, or cap it at 3 a day?');
  await expectAccessible(window, 'for-you-report-cards');
  const cap = async () => (await call(window, 'feeds.list', {}))[0]?.settings.dailyCap;
  const before = await cap();
  await card.getByRole('button', { name: 'Cap at 3 a day' }).click();
  await expect(reader.toast).toContainText('Loud now brings 3 unread a day');
  expect(await cap()).toBe(3);
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(cap).toBe(before);
  await card.getByRole('button', { name: 'Unsubscribe from Loud' }).press('Enter');
  await expect(card).toContainText('No longer followed');
  await expect(card.getByRole('button', { name: 'Loud', exact: true })).toBeFocused();
  await reader.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(card.getByRole('button', { name: 'Unsubscribe from Loud' })).toBeVisible();
  await server.close();
});
