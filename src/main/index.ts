/** Electron's main process: one window on one core. It starts things in order, joins them, and ends them in order. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, nativeTheme, session } from 'electron';
import type { Settings } from '../contract/settings.ts';
import reader from '../core/engine/workers/reader-worker.ts?modulePath';
import story from '../core/engine/workers/story-worker.ts?modulePath';
import task from '../core/engine/workers/task-worker.ts?modulePath';
import writer from '../core/engine/workers/writer-worker.ts?modulePath';
import { registerScheme, servePage } from './app-protocol.ts';
import { keepBadge } from './badge.ts';
import { type OpenLibrary, openLibrary } from './core-start.ts';
import { appLog, startFacts } from './crashes.ts';
import { hearFeedLinks } from './feed-links.ts';
import { answerCalls } from './ipc.ts';
import { lockDown, refusePermissions } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { notifyOfFinds, notifyOfNews } from './notifications.ts';
import { builtFiles, launchOptions } from './paths.ts';
import { followPower } from './power.ts';
import { type FollowedSettings, followSettings } from './settings-follow.ts';
import { trayIcon } from './tray.ts';
import { type MainWindow, mainWindow } from './window.ts';

/** How long the core may take to put everything away before the app ends without it. */
const closingMs = 10_000;

// what is made from here on is its owner's alone: the library, its backups, what is exported
process.umask(0o077);

registerScheme();
// A second start hands its wish to the first and ends: one process owns a library.
if (app.requestSingleInstanceLock()) start().catch(endWith);
else app.quit();

async function start(): Promise<void> {
  const options = launchOptions(process.argv.slice(1), process.cwd());
  const followFeedLinks = hearFeedLinks(process.argv.slice(1));
  let libraryFolder = (): string => options.libraryFolder ?? join(app.getPath('userData'), 'library');
  const file = appLog({ libraryFolder: () => libraryFolder(), verbose: options.verbose });
  await app.whenReady();
  refusePermissions();
  const library = await openLibrary({
    libraryFolder: libraryFolder(),
    log: file.log,
    workers: {
      reader: pathToFileURL(reader),
      writer: pathToFileURL(writer),
      task: pathToFileURL(task),
      story: pathToFileURL(story),
    },
    sample: options.sample,
    systemProxy: (url) => session.defaultSession.resolveProxy(url),
    onQuit: () => app.quit(),
    onRestart: () => {
      app.relaunch();
      app.quit();
    },
  });
  libraryFolder = library.core.libraryFolder;
  file.log('started', startFacts(library.core.trouble()?.code ?? 'open'));
  const settings = await followSettings(library.core);
  nativeTheme.themeSource = themeSource(settings.current());
  lockDown({ openInBackground: () => settings.current().openLinksInBackground });
  servePage({
    core: library.core,
    settings: settings.current,
    libraryFolder: library.core.libraryFolder,
    rendererFolder: builtFiles.rendererFolder,
  });
  const window = mainWindow({
    preload: builtFiles.preload,
    stateFile: join(app.getPath('userData'), 'window.json'),
    settings: settings.current,
  });
  answerCalls(library.core, window.holds);
  library.core.on(window.send);
  dressDesktop({ library, settings, window });
  followLife({ library, settings, window });
  window.show();
  followFeedLinks((address) => window.run('feed.add', address));
}

/** Else the app would go on without a window, and nobody would know. */
function endWith(cause: unknown): void {
  console.error(cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  dialog.showErrorBox('Broadsheet could not start', `${reason}\n\nYour library is as it was. Start Broadsheet again.`);
  app.exit(1);
}

interface Parts {
  readonly library: OpenLibrary;
  readonly settings: FollowedSettings;
  readonly window: MainWindow;
}

/** What the app shows outside its window: menu, tray, notifications, badge. */
function dressDesktop({ library: { core }, settings, window }: Parts): void {
  const showTray = trayIcon({
    open: window.show,
    refresh: () => void core.call('feeds.refresh', {}),
    quit: () => app.quit(),
  });
  const follow = () => {
    const { theme, keys, trayIcon: wantsTray } = settings.current();
    nativeTheme.themeSource = themeSource({ theme });
    window.recolour();
    window.resize();
    setMenu({ platform: process.platform, run: window.run, keys, isPackaged: app.isPackaged });
    showTray(wantsTray);
  };
  follow();
  settings.onChange(follow);
  nativeTheme.on('updated', window.recolour);
  notifyOfNews(core, {
    isWanted: () => settings.current().notifications && !window.isInFront(),
    onOpen: () => window.run('go.unread'),
  });
  notifyOfFinds(core, {
    isWanted: () => !window.isInFront(),
    onOpen: (view) => window.run('go.view', view),
  });
  keepBadge(core);
}

/** When the app comes to the front, sleeps, wakes and ends. */
function followLife({ library, settings, window }: Parts): void {
  followPower(library.core);
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    // With a tray icon, and always on macOS, the app goes on without its window.
    if (process.platform !== 'darwin' && !settings.current().trayIcon) app.quit();
  });
  let isClosing = false;
  // After the last window: what a page keeps as it goes still reaches the library.
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    setTimeout(endAtOnce, closingMs);
    library.core.endIfOpening(0);
    void library.close().finally(() => {
      library.core.endIfHeld();
      app.exit(0);
    });
  });
}

/** Node's own exit would wait for a thread that is in SQLite; what the library has committed is safe. */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Paper is a light theme to the system: its menus, scroll bars and form fields know only two. */
function themeSource({ theme }: Pick<Settings, 'theme'>): 'system' | 'light' | 'dark' {
  return theme === 'paper' ? 'light' : theme;
}
