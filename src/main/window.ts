/** The one window: opened where it was left, drawn to its edges, closed and opened again as the reader likes. */
import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { CoreEvent } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import { pageAddress } from './own-page.ts';
import { windowColours } from './window-colours.ts';
import { fitToDisplays, readWindowState, smallestWindow, writeWindowState } from './window-state.ts';

/** A page that ends again within this time is not tried a third time by itself. */
const againMs = 30_000;

/** Height of the window bar, and so of the system's buttons in it. */
const barHeightPx = 48;

export interface MainWindow {
  /** Opens the window, or brings it to the front. */
  readonly show: () => void;
  /** Tells the page; without an open window nobody hears it. */
  readonly send: (event: CoreEvent) => void;
  /** Shows the window and has it do what the command says, once its page is there. */
  readonly run: (command: string, argument?: string) => void;
  readonly isInFront: () => boolean;
  /** Whether these are the contents of the window that is open now. */
  readonly holds: (contents: WebContents) => boolean;
  /** Draws the system's buttons in the colours of the present theme. */
  readonly recolour: () => void;
  /** Draws the page as large as the reader wants the interface. */
  readonly resize: () => void;
}

export interface MainWindowOptions {
  readonly preload: string;
  /** Where its place on the screen is kept. */
  readonly stateFile: string;
  readonly settings: () => Settings;
}

export function mainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | undefined;
  const colours = () => windowColours(options.settings().theme, { prefersDark: nativeTheme.shouldUseDarkColors });
  const resize = () => window?.webContents.setZoomFactor(options.settings().interfaceSize);
  const show = () => {
    if (window) return bringToFront(window);
    window = openWindow(options, colours());
    // Each load of the page begins at its usual size.
    window.webContents.on('did-finish-load', resize);
    window.once('closed', () => {
      window = undefined;
    });
  };
  return {
    show,
    resize,
    send: (event) => window?.webContents.send('event', event),
    run: (command, argument) => {
      show();
      const contents = window?.webContents;
      const tell = () => {
        const choice: CoreEvent = { type: 'menu', command, ...(argument !== undefined && { argument }) };
        contents?.send('event', choice);
      };
      if (contents?.isLoading()) contents.once('did-finish-load', tell);
      else tell();
    },
    isInFront: () => window?.isFocused() ?? false,
    holds: (contents) => window?.webContents === contents,
    recolour: () => {
      const { bar, ink } = colours();
      // macOS draws its own buttons and has no such call.
      if (process.platform !== 'darwin') window?.setTitleBarOverlay({ color: bar, symbolColor: ink });
    },
  };
}

function openWindow({ preload, stateFile }: MainWindowOptions, colours: ReturnType<typeof windowColours>) {
  const kept = readWindowState(stateFile);
  const window = new BrowserWindow({
    ...fitToDisplays(kept?.bounds, workAreas()),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Broadsheet',
    show: false,
    backgroundColor: colours.page,
    titleBarStyle: 'hidden',
    titleBarOverlay: { height: barHeightPx, color: colours.bar, symbolColor: colours.ink },
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  if (kept?.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepState(window, stateFile));
  reviveAfterCrash(window);
  window.loadURL(pageAddress).catch((cause) => {
    // Closed before its page was there: nothing is lost. Anything else a person sees as an empty window.
    if (!window.isDestroyed()) console.error('The window could not show its page.', cause);
  });
  return window;
}

/** The process of the page can end by itself, for want of memory above all: the window would stay, and stay empty. */
function reviveAfterCrash(window: BrowserWindow): void {
  let lastAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    console.error(`The page of the window has ended (${reason}).`);
    if (now - lastAt > againMs) window.webContents.reload();
    lastAt = now;
  });
}

function keepState(window: BrowserWindow, stateFile: string): void {
  try {
    // The bounds it goes back to, not those of the whole screen.
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  } catch (cause) {
    // A full disk must not keep the window from closing; the next start opens it where it was before.
    console.warn('The place of the window was not kept.', cause);
  }
}

/** The main display's first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return [main, ...others].map((display) => display.workArea);
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
