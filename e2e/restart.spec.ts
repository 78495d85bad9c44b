import { expect, test } from './support/app.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { longText, reports, rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';

/** The first row that can be seen, and where it begins. */
function topRow({ rows }: Reader) {
  return rows.evaluateAll((all) => {
    const edge = document.querySelector('.list-scroll')?.getBoundingClientRect().top ?? 0;
    const [row] = all
      .filter((each) => each.getBoundingClientRect().bottom > edge + 1)
      .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
    return row && { title: row.querySelector('.ttl')?.textContent, y: Math.round(row.getBoundingClientRect().top) };
  });
}

test('the view, the place in the list and the open article are there again after a restart', async ({ start }) => {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(80, longText(4)) }));
  const first = await start();
  const reader = new Reader(first.window);
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await reader.subscribe(server.url('/courier'));
  await reader.reload();
  await reader.show('Courier');
  await reader.row('Report 03').click();
  await expect(reader.headline).toHaveText('Report 03');
  await reader.expectRead('Report 03');
  const scroller = first.window.locator('.list-scroll');
  await scroller.hover();
  await first.window.mouse.wheel(0, 2345);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(2000);
  // Rows are measured as they come into sight.
  await first.window.waitForTimeout(900);
  const before = await topRow(reader);
  await first.close();

  const second = await start();
  const again = new Reader(second.window);
  await expect(again.title).toHaveText('Courier');
  await expect(again.headline).toHaveText('Report 03');
  await expect.poll(async () => (await topRow(again))?.title).toBe(before?.title);
  expect(Math.abs(((await topRow(again))?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2);
  await second.window.locator('.list-scroll').evaluate((element) => element.scrollTo({ top: 0 }));
  await again.expectUnread('Report 01');
  await again.expectRead('Report 03');
  await server.close();
});
