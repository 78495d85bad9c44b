/** Electron's `app`: how it starts, where it keeps things, and the order in which it ends. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { startChromium } from './chromium.ts';
import { record } from './covered.ts';
import { listenForSchemes } from './custom-scheme.ts';

type Covered =
  | 'isPackaged'
  | 'whenReady'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'setBadgeCount'
  | 'relaunch'
  | 'quit'
  | 'exit';

class AppStandIn extends EventEmitter implements Pick<Electron.App, Covered> {
  readonly isPackaged = false;
  readonly windows = new Set<EventEmitter & { close(): void }>();
  #context: BrowserContext | undefined;
  #isQuitting = false;

  /** A tab for a new window; Chromium opens with one. */
  async newPage(): Promise<Page> {
    if (!this.#context) throw new Error('Cannot create BrowserWindow before app is ready');
    const [first] = this.#context.pages();
    return first?.url() === 'about:blank' ? first : this.#context.newPage();
  }
  async whenReady() {
    const profile = join(this.getPath('userData'), 'chromium');
    const { context, endpoint } = await startChromium(profile, await listenForSchemes());
    this.#context = context;
    process.send?.({ kind: 'ready', endpoint });
  }
  /** Chromium's own switch decides, as in Electron. */
  getPath(name: string) {
    const [folder] = process.argv.flatMap((argument) => /^--user-data-dir=(.+)$/.exec(argument)?.[1] ?? []);
    if (name !== 'userData' || !folder) throw new Error(`stand-in: app.getPath('${name}') is not covered`);
    return folder;
  }
  requestSingleInstanceLock = () => process.env.STAND_IN_LOCK !== 'taken';
  setBadgeCount = (count = 0) => record('badge', count) === undefined;
  /** Recorded alone: whoever started this process starts the next. */
  relaunch = () => record('relaunch', null);

  quit() {
    const before = new Event('before-quit', { cancelable: true });
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of this.windows) window.close();
    this.windowEnded();
  }
  windowEnded() {
    if (this.windows.size > 0) return;
    if (!this.#isQuitting && this.emit('window-all-closed')) return;
    const event = new Event('will-quit', { cancelable: true });
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit = (code = 0) => process.exit(code);
}
export const app = new AppStandIn();
