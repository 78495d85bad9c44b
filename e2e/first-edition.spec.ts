import { ageLibrary } from './support/age-library.ts';
import { expect, test } from './support/app.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { reports, rssText } from './support/pages/feed-text.ts';
import { FrontPage } from './support/pages/front-page.ts';
import { Reader } from './support/pages/reader.ts';

// With a library of its own: what a spec before it has visited is a visit too.
test('the first edition says that it is the first, and does not speak of a visit before it', async ({ start }) => {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(14) }));
  const { window } = await start();
  const today = new FrontPage(window);
  await call(window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await window.reload();
  await new Reader(window).subscribe(server.url('/courier'));
  await expect(today.lastLine).toBeVisible();
  await expect(today.paper).toContainText('Your first edition');
  await expect(today.paper).toContainText('14 articles in your first edition.');
  await expect(today.paper).not.toContainText('since your last visit');
  await today.openWhole();
  await expect(today.paper).not.toContainText('first edition');
  await server.close();
});

test('the morning edition is made at its hour and holds still, with that hour on it', async ({ start, folder }) => {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(6) }));
  const first = await start();
  const hour = new Date().getHours();
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null, morningEditionHour: hour });
  await new Reader(first.window).subscribe(server.url('/courier'));
  await call(first.window, 'edition.visited', { arrival: 1 });
  await first.close();
  ageLibrary(folder, 2);

  const startedAt = Date.now();
  const { window } = await start();
  const today = new FrontPage(window);
  await today.openWhole();
  await window.getByRole('radio', { name: 'Morning' }).press('Space');
  await expect(today.paper.locator('.ed')).toContainText('Morning edition');
  const made = await call(window, 'edition.get', { range: 'morning' });
  // due since the hour began; it may have ended since
  expect(made.madeAt).toBeGreaterThanOrEqual(startedAt);
  await expect(today.lastLine).toContainText(timeOfDay(made.madeAt));
  await expect(today.lead).toContainText('Report 01');
  server.serve('/record', rssText({ title: 'Record', articles: [{ title: 'A bridge reopens', minutesAgo: 0 }] }));
  await new Reader(window).subscribe(server.url('/record'));
  await today.openWhole();
  await expect(today.lastLine).toContainText(timeOfDay(made.madeAt));
  await expect(today.link('A bridge reopens')).toBeHidden();
  await window.getByRole('radio', { name: '24 hours' }).press('Space');
  await expect(today.link('A bridge reopens')).toBeVisible();
  await server.close();
});

test('what was kept some weeks ago and never finished comes back among the picks', async ({ start, folder }) => {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(40) }));
  const first = await start();
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await new Reader(first.window).subscribe(server.url('/courier'));
  const { articles } = await call(first.window, 'articles.list', { view: 'all', limit: 40 } as never);
  const kept = articles
    .filter(({ title }) => ['Report 36', 'Report 37', 'Report 38', 'Report 39'].includes(title))
    .map(({ id }) => id);
  await call(first.window, 'articles.mark', { ids: kept, set: { later: true } });
  const finished = articles.filter(({ title }) => title === 'Report 39').map(({ id }) => id);
  for (const id of finished) await call(first.window, 'reading.record', { id, kind: 'finished' });
  await first.close();
  ageLibrary(folder, 10);

  const { window } = await start();
  const today = new FrontPage(window);
  await today.openWhole();
  const picks = await call(window, 'edition.picks', {});
  expect(picks.lookBack.map(({ title }) => title).sort()).toEqual(['Report 36', 'Report 37', 'Report 38']);
  const pick = today
    .section('Worth going back to')
    .getByRole('article')
    .filter({ has: window.getByRole('link', { name: 'Report 38' }) });
  await expect(pick).toContainText('kept for later');
  await server.close();
});

function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
}
