/** Electron's main process: one window on one core. It starts things in order, joins them, and ends them in order. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, nativeTheme } from 'electron';
import reader from '../core/engine/reader-worker.ts?modulePath';
import task from '../core/engine/task-worker.ts?modulePath';
import writer from '../core/engine/writer-worker.ts?modulePath';
import { registerScheme, servePage } from './app-protocol.ts';
import { keepBadge } from './badge.ts';
import { openLibrary } from './core-start.ts';
import { answerCalls } from './ipc.ts';
import { lockDown, refusePermissions } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { notifyOfNews } from './notifications.ts';
import { builtFiles, launchOptions } from './paths.ts';
import { followPower } from './power.ts';
import { followSettings } from './settings-follow.ts';
import { trayIcon } from './tray.ts';
import { mainWindow } from './window.ts';

/** How long the core may take to put everything away before the app ends without it. */
const closingMs = 5000;

registerScheme();
// A second start hands its wish to the first and ends: one process owns a library.
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  const options = launchOptions(process.argv.slice(1), process.cwd());
  await app.whenReady();
  refusePermissions();
  const library = await openLibrary({
    libraryFolder: options.libraryFolder ?? join(app.getPath('userData'), 'library'),
    workers: { reader: pathToFileURL(reader), writer: pathToFileURL(writer), task: pathToFileURL(task) },
  });
  if (!library) return app.quit();
  const { core, libraryFolder } = library;
  const settings = await followSettings(core);
  nativeTheme.themeSource = themeSource(settings.current().theme);
  lockDown({ openInBackground: () => settings.current().openLinksInBackground });
  answerCalls(core);
  servePage({ core, settings: settings.current, libraryFolder, rendererFolder: builtFiles.rendererFolder });
  const window = mainWindow({
    preload: builtFiles.preload,
    stateFile: join(app.getPath('userData'), 'window.json'),
    settings: settings.current,
  });
  core.on(window.send);
  setMenu({ platform: process.platform, run: window.run, isPackaged: app.isPackaged });
  const showTray = trayIcon({ open: window.show, refresh: () => window.run('refresh.all'), quit: () => app.quit() });
  showTray(settings.current().trayIcon);
  settings.onChange(() => {
    const now = settings.current();
    nativeTheme.themeSource = themeSource(now.theme);
    window.recolour();
    showTray(now.trayIcon);
  });
  nativeTheme.on('updated', window.recolour);
  notifyOfNews(core, {
    isWanted: () => settings.current().notifications && !window.isInFront(),
    onOpen: () => window.run('view.unread'),
  });
  followPower(core);
  const stopBadge = keepBadge(core);
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    // With a tray icon, and always on macOS, the app goes on without its window.
    if (process.platform !== 'darwin' && !settings.current().trayIcon) app.quit();
  });
  endWith(async () => {
    stopBadge();
    await core.close();
  });
  window.show();
}

function themeSource(theme: 'system' | 'light' | 'dark' | 'paper'): 'system' | 'light' | 'dark' {
  return theme === 'paper' ? 'light' : theme;
}

/** Runs `close` once, after the last window: what a page keeps as it goes still reaches the library. */
function endWith(close: () => Promise<void>): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const late = setTimeout(() => app.exit(1), closingMs);
    void close().finally(() => {
      clearTimeout(late);
      app.exit(0);
    });
  });
}
