/** Starts with a library that cannot be opened: the window says what is wrong, and leads out of it. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { startFeedServer } from './support/feed-server.ts';
import { call } from './support/pages/call.ts';
import { reports, rssText } from './support/pages/feed-text.ts';
import { Reader } from './support/pages/reader.ts';
import type { RunningApp } from './support/running-app.ts';

type Start = (args?: readonly string[]) => Promise<RunningApp>;

/** A library of seven articles with a backup of five; then its first pages are overwritten. */
async function damaged(start: Start, folder: string): Promise<string> {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(5) }));
  const { window, close } = await start();
  await call(window, 'settings.set', { firstRunDone: true, refreshMinutes: null, theme: 'light' });
  const reader = new Reader(window);
  await reader.subscribe(server.url('/courier'));
  await call(window, 'backups.make', {});
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(7) }));
  await call(window, 'feeds.refresh', { force: true });
  await close();
  await server.close();
  const library = join(folder, 'library', 'library.db');
  const bytes = await readFile(library);
  bytes.fill(0xff, 0, 8192);
  await writeFile(library, bytes);
  return join(folder, 'library');
}

test('a damaged library is said to be one, and a backup takes its place with one key', async ({ start, folder }) => {
  const library = await damaged(start, folder);
  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your library is damaged');
  const newest = window.getByRole('radio', { name: /5 articles/ });
  await expect(newest).toBeChecked();
  await expectAccessible(window, 'start-damaged');
  await window.emulateMedia({ colorScheme: 'dark' });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(window, 'start-damaged-dark');
  await window.emulateMedia({ colorScheme: 'light' });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(window.getByRole('button', { name: 'Restore this backup' })).toBeFocused();
  await window.keyboard.press('Enter');
  const reader = new Reader(window);
  await reader.show('Courier');
  await expect(reader.row('Report 05')).toBeVisible();
  expect((await readdir(library)).filter((name) => name.startsWith('library-before-restore-'))).toHaveLength(1);
});

test('a damaged library can be left for a new one, and is kept', async ({ start, folder }) => {
  const library = await damaged(start, folder);
  const { window } = await start();
  await expect(window.getByText('The one that is there is kept beside it.')).toBeVisible();
  await window.getByRole('button', { name: 'Start a new library' }).click();
  await expect(window.getByRole('heading', { name: 'All your news in one place.' })).toBeVisible();
  expect((await readdir(library)).filter((name) => name.startsWith('library-set-aside-'))).toHaveLength(1);
});

test('a library that no folder holds can be looked for elsewhere', async ({ start, folder }) => {
  await writeFile(join(folder, 'library'), 'a file where a folder should be');
  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your library cannot be opened');
  await expect(window.getByText(join(folder, 'library'), { exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('alert')).toContainText('There is a file where');
  await expect(window.getByRole('button', { name: 'Try again' })).toBeFocused();
  await mkdir(join(folder, 'other'));
  await window.getByLabel('Another library').fill(join(folder, 'other'));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'All your news in one place.' })).toBeVisible();
});

test('whoever gives up ends the app, and nothing is changed', async ({ start, folder }) => {
  const library = await damaged(start, folder);
  const before = await readdir(library);
  const { window, desktop } = await start();
  await window.getByRole('button', { name: 'Quit' }).click();
  if (desktop) expect(await desktop.ended).toBe(0);
  else await expect(window.getByRole('heading', { name: 'Broadsheet has ended' })).toBeVisible();
  expect((await readdir(library)).filter((name) => !name.startsWith('owner'))).toEqual(
    before.filter((name) => !name.startsWith('owner')),
  );
});
