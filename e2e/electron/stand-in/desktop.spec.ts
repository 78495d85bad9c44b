/** What only the stand-in can stage or tell: a lock that another process holds, and what the desktop was asked to show. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { startFeedServer } from '../../support/feed-server.ts';
import { launchStandIn, type StandInApp } from '../../support/launch-stand-in.ts';
import { call } from '../../support/pages/call.ts';
import { reports, rssText } from '../../support/pages/feed-text.ts';
import { pastFirstRun } from '../../support/pages/reader.ts';

const main = fileURLToPath(new URL('../../../out/main/index.js', import.meta.url));

const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-desktop-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

// A start that fails leaves Playwright with a connection it still traces when the next one begins.
test.use({ trace: 'off' });

const argsFor = (folder: string) => [
  `--user-data-dir=${join(folder, 'user-data')}`,
  '--library',
  join(folder, 'library'),
];

test('while the app runs, a second start ends at once and leaves the library alone', async ({ folder }) => {
  const start = launchStandIn({ main, args: argsFor(folder), env: { STAND_IN_LOCK: 'taken' } });
  await expect(start).rejects.toThrow(/The main process ended with 0: *$/);
  expect(await readdir(folder)).not.toContain('library');
});

test('the icon of the app carries the number of unread articles', async ({ folder }) => {
  const app = await launchStandIn({ main, args: [...argsFor(folder), '--sample'] });
  const page = await app.firstWindow();
  const badge = () => app.records().findLast(({ kind }) => kind === 'badge')?.detail;
  await expect(async () => {
    const counts = await page.evaluate(() => window.broadsheet?.call('counts.get', {}));
    const unread = counts?.ok ? (counts.value as { all: { unread: number } }).all.unread : 0;
    expect(unread).toBeGreaterThan(100);
    expect(badge()).toBe(unread);
  }).toPass({ timeout: 40_000 });
  await app.close();
});

test('the system draws its buttons in the colours of the theme, and its menus light or dark', async ({ folder }) => {
  const app = await launchStandIn({ main, args: argsFor(folder) });
  const page = await app.firstWindow();
  const lastOverlay = () => app.records().findLast(({ kind }) => kind === 'overlay')?.detail;
  const source = () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource, null);
  await page.evaluate(() => window.broadsheet?.call('settings.set', { theme: 'paper' }));
  await expect.poll(lastOverlay).toEqual({ color: '#ebe1cd', symbolColor: '#2a2217' });
  expect(await source()).toBe('light');
  await page.evaluate(() => window.broadsheet?.call('settings.set', { theme: 'dark' }));
  await expect.poll(lastOverlay).toEqual({ color: '#1e1f21', symbolColor: '#eae8e4' });
  expect(await source()).toBe('dark');
  await app.close();
});

test('a chosen restore is done by a restart at a press, and the app that ends asked for its next start', async ({
  folder,
}) => {
  const app = await launchStandIn({ main, args: argsFor(folder) });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await pastFirstRun(page);
  const { name } = await call(page, 'backups.make', {});
  await call(page, 'folders.add', { name: 'Newer' });
  await call(page, 'backups.restore', { name });
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Storage' }).click();
  await page.getByRole('button', { name: 'Restart now' }).click();
  expect(await app.ended).toBe(0);
  expect(app.records().map(({ kind }) => kind)).toContain('relaunch');
  await app.close();
  const next = await launchStandIn({ main, args: argsFor(folder) });
  const folders = await call(await next.firstWindow(), 'folders.list', {});
  expect(folders.map((one) => one.name)).not.toContain('Newer');
  await next.close();
});

/** Somebody else's window is in front of ours. */
const lookAway = (app: StandInApp) =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false;
  }, null);

test('new articles are told once a round to a reader who looks elsewhere, and a click leads to them', async ({
  folder,
}) => {
  const app = await launchStandIn({ main, args: [...argsFor(folder), '--sample'] });
  const page = await app.firstWindow();
  await lookAway(app);
  await page.evaluate(() => window.broadsheet?.call('settings.set', { notifications: true }));
  const status = () =>
    page.evaluate(async () => {
      const answer = await window.broadsheet?.call('refresh.status', {});
      return answer?.ok ? (answer.value as { running: boolean; newArticles: number }) : undefined;
    });
  await expect.poll(async () => (await status())?.newArticles, { timeout: 30_000 }).toBeGreaterThan(100);
  // One title of the sample takes its time; the round need not wait for it.
  await page.evaluate(() => window.broadsheet?.call('feeds.cancelRefresh', {}));
  const told = () => app.records().filter(({ kind }) => kind === 'notification');
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]?.detail).toMatchObject({ title: expect.stringMatching(/^\d+ new articles$/) });
  await app.evaluate(({ Notification }) => {
    const { last } = Notification as unknown as { last: NodeJS.EventEmitter };
    last.emit('click');
  }, null);
  await expect(page.getByRole('heading', { name: 'All unread' })).toBeVisible();
  await app.close();
});

test('what a feed has found is told to a reader who looks elsewhere, and a click leads to that feed', async ({
  folder,
}) => {
  const server = await startFeedServer();
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(2) }));
  const app = await launchStandIn({ main, args: argsFor(folder) });
  const page = await app.firstWindow();
  await call(page, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  const { feedId } = await call(page, 'feeds.add', { url: server.url('/courier'), allowPrivate: true });
  await call(page, 'feeds.configure', { ids: [feedId], settings: { notify: true } });
  await page.reload();
  await lookAway(app);
  server.serve('/courier', rssText({ title: 'Courier', articles: reports(3) }));
  await call(page, 'feeds.refresh', { force: true });
  const told = () => app.records().filter(({ kind }) => kind === 'notification');
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]?.detail).toMatchObject({ title: 'Courier', body: '1 new article' });
  await app.evaluate(({ Notification }) => {
    const { last } = Notification as unknown as { last: NodeJS.EventEmitter };
    last.emit('click');
  }, null);
  await expect(page.getByRole('heading', { name: 'Courier', level: 1 })).toBeVisible();
  await app.close();
  await server.close();
});

test('a page whose process has ended comes back by itself, and not without end', async ({ folder }) => {
  const app = await launchStandIn({ main, args: argsFor(folder) });
  const page = await app.firstWindow();
  const crash = () =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    }, null);
  const mark = () => page.evaluate(() => Object.assign(window, { isOld: true })).then(() => undefined);
  const isOld = () => page.evaluate(() => 'isOld' in window).catch(() => true);
  await mark();
  await crash();
  await expect.poll(isOld).toBe(false);
  await mark();
  await crash();
  await page.waitForTimeout(1_000);
  expect(await isOld()).toBe(true);
  await app.close();
});
