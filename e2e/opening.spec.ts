/** Starts that take long because of how large the library is: the window is there at once and says how far it is. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { enlargeLibrary } from './support/enlarge-library.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { reports, rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';
import type { RunningApp } from './support/running-app.ts';

/** A library of five articles and some GB of texts besides, as kill -9 leaves it. */
async function largeAndLeftOpen(start: () => Promise<RunningApp>, folder: string): Promise<void> {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(5) }));
  const { window, close } = await start();
  await call(window, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await new Reader(window).subscribe(server.url('/courier'));
  await close();
  await server.close();
  enlargeLibrary(folder);
  await mkdir(join(folder, 'library'), { recursive: true });
  await writeFile(join(folder, 'library', 'library.open'), '1');
}

test('a large library is looked through after a crash in a window that says how far it is and goes on into the app', async ({
  start,
  folder,
}) => {
  await largeAndLeftOpen(start, folder);
  const { window, desktop } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Opening your library');
  // once: it takes about as long as the library does
  if (desktop === undefined) await expectAccessible(window, 'opening');
  await expect(window.getByText(/so your library is looked through before it is opened/)).toBeVisible();
  await expect(window.getByRole('progressbar')).toBeVisible();
  const reader = new Reader(window);
  await reader.show('Courier');
  await expect(reader.row('Report 05')).toBeVisible();
});

test('whoever ends the app meanwhile loses nothing: the next start begins again', async ({ start, folder }) => {
  await largeAndLeftOpen(start, folder);
  const first = await start();
  await first.window.getByRole('button', { name: 'Quit' }).click();
  if (first.desktop) expect(await first.desktop.ended).toBe(0);
  else await expect(first.window.getByRole('heading', { name: 'Broadsheet has ended' })).toBeVisible();
  const second = await start();
  await expect(second.window.getByRole('heading', { level: 1 })).toHaveText('Opening your library');
  const reader = new Reader(second.window);
  await reader.show('Courier');
  await expect(reader.row('Report 05')).toBeVisible();
});
