import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

async function place({ desktop }: RunningApp) {
  return desktop?.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getNormalBounds(), isMaximised: window?.isMaximized() };
  }, null);
}

test('the window opens again where it was closed', async ({ start }) => {
  const bounds = { x: 40, y: 60, width: 900, height: 640 };
  const first = await start();
  await first.desktop?.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await first.close();
  expect(await place(await start())).toEqual({ bounds, isMaximised: false });
});

test('a maximised window opens maximised, and goes back to its old size', async ({ start }) => {
  const bounds = { x: 30, y: 50, width: 1000, height: 700 };
  const first = await start();
  await first.desktop?.evaluate(({ BrowserWindow }, to) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds(to);
    window?.maximize();
  }, bounds);
  await first.close();
  expect(await place(await start())).toEqual({ bounds, isMaximised: true });
});

test('a window left on a display that is gone opens where it can be seen', async ({ start, folder }) => {
  await mkdir(join(folder, 'user-data'), { recursive: true });
  const lost = { bounds: { x: 9000, y: -4000, width: 900, height: 640 }, isMaximised: false };
  await writeFile(join(folder, 'user-data', 'window.json'), JSON.stringify(lost));
  const app = await start();
  const isSeen = await app.desktop?.evaluate(({ BrowserWindow, screen }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {};
    return screen
      .getAllDisplays()
      .some(
        ({ workArea }) =>
          x >= workArea.x &&
          y >= workArea.y &&
          x + width <= workArea.x + workArea.width &&
          y + height <= workArea.y + workArea.height,
      );
  }, null);
  expect(isSeen).toBe(true);
});

test('closing the last window ends the app, and its library can be opened again', async ({ start }) => {
  test.skip(process.platform === 'darwin', 'on macOS the app goes on without its window');
  const first = await start();
  await first.window.close();
  expect(await first.desktop?.ended).toBe(0);
  const second = await start();
  const info = await second.window.evaluate(() => window.broadsheet?.call('library.info', {}));
  expect(info?.ok).toBe(true);
});

test('with a tray icon the app goes on without its window, and a second start opens it again', async ({
  running,
  desktop,
}) => {
  await running.window.evaluate(() => window.broadsheet?.call('settings.set', { trayIcon: true }));
  await running.window.close();
  const windows = () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
  await expect.poll(windows).toBe(0);
  await desktop.evaluate(({ app }) => app.emit('second-instance', {}, [], ''), null);
  await expect.poll(windows).toBe(1);
});

test('what is chosen in the tray while the window is closed is done in the window that opens for it', async ({
  running,
  desktop,
}) => {
  await running.window.evaluate(() => window.broadsheet?.call('settings.set', { trayIcon: true, firstRunDone: true }));
  await running.window.close();
  // the page has gone before its window has
  await expect.poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(0);
  const opened = running.window.context().waitForEvent('page');
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click(), null);
  const again = await opened;
  await expect(again.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a link to a feed that the system hands over opens Add feed with its address', async ({ page, desktop }) => {
  await page.evaluate(() => window.broadsheet?.call('settings.set', { firstRunDone: true }));
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await desktop.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['broadsheet', 'feed://courier.invalid/rss.xml'], '');
  }, null);
  const address = page.getByRole('dialog', { name: 'Add feed' }).getByRole('textbox').first();
  await expect(address).toHaveValue('http://courier.invalid/rss.xml');
});

test('a link to a feed with which the app is started waits for the window', async ({ start }) => {
  const first = await start();
  await first.window.evaluate(() => window.broadsheet?.call('settings.set', { firstRunDone: true }));
  await first.close();
  const second = await start(['feed:https://courier.invalid/rss.xml']);
  const address = second.window.getByRole('dialog', { name: 'Add feed' }).getByRole('textbox').first();
  await expect(address).toHaveValue('https://courier.invalid/rss.xml');
});
