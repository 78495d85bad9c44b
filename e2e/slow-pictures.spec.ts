/** A window and a publisher of their own: what is not answered here would keep the pictures of other specs waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from './support/app.ts';
import { faults, startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';

/** Its last part comes after three seconds. */
async function* lateGif(): AsyncGenerator<Buffer> {
  const whole = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  yield whole.subarray(0, 10);
  await sleep(3_000);
  yield whole.subarray(10);
}

test('a late picture is shown all the same, and pictures that never come hold nothing up', async ({ start }) => {
  const server = await startFeedServer();
  server.serve('/late.gif', { body: lateGif, headers: { 'content-type': 'image/gif' } });
  const silent = Array.from({ length: 12 }, (_, n) => {
    server.serve(`/silent-${n}.png`, faults.silentHeader());
    return `<img src="${server.url(`/silent-${n}.png`)}" alt="Silent ${n}" width="40" height="20">`;
  });
  const articles = [
    { title: 'Late', html: `<p>Begins <img src="${server.url('/late.gif')}" alt="A dot"></p>` },
    { title: 'Silent', html: `<p>Waits ${silent.join(' ')}</p>` },
    { title: 'Text', html: '<p>Only text.</p>' },
  ];
  server.serve('/slow', rssText({ title: 'Slow', articles }));
  const first = await start();
  await call(first.window, 'settings.set', { firstRunDone: true, refreshMinutes: null, fullText: 'never' });
  await new Reader(first.window).subscribe(server.url('/slow'));
  await first.close();
  const { window } = await start();
  const reader = new Reader(window);
  await reader.show('Slow');
  await reader.press('j');
  const picture = reader.article.getByRole('img', { name: 'A dot' });
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);

  await reader.press('j');
  await expect(reader.body).toContainText('Waits');
  await expect.poll(() => server.requests.some(({ path }) => path.startsWith('/silent-'))).toBe(true);
  await sleep(500);
  const before = Date.now();
  await call(window, 'settings.get', {});
  expect(Date.now() - before).toBeLessThan(3_000);
  await reader.press('j');
  await expect(reader.body).toContainText('Only text.', { timeout: 5_000 });
  await server.close();
});
