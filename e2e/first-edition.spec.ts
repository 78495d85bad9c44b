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
