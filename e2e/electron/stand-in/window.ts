/** BrowserWindow: its life, its events and what it remembers. Where it stands on a screen is only noted. */
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { record } from './covered.ts';
import { WebContentsStandIn } from './web-contents.ts';

type Life = 'loadURL' | 'show' | 'focus' | 'close' | 'restore' | 'isMinimized' | 'isFocused' | 'isDestroyed';
type Looks = 'maximize' | 'isMaximized' | 'setBounds' | 'getNormalBounds' | 'setTitleBarOverlay';

export class BrowserWindowStandIn extends EventEmitter implements Pick<Electron.BrowserWindow, Life | Looks> {
  static getAllWindows = () => [...app.windows];
  readonly #contents = new WebContentsStandIn();
  readonly #page: ReturnType<typeof app.newPage>;
  readonly #bounds: Electron.Rectangle;
  readonly #preload: string;
  readonly #is = { maximised: false, focused: false };
  readonly webContents = this.#contents.seen;
  constructor({ webPreferences = {}, ...options }: Electron.BrowserWindowConstructorOptions) {
    super();
    const { preload = '', sandbox, contextIsolation, nodeIntegration } = webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration) throw new Error('stand-in: only sandboxed, isolated windows');
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#preload = preload;
    this.#bounds = { x, y, width, height };
    record('window', { ...options, webPreferences });
    this.#page = app.newPage();
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
    void this.#page.then((page) => page.once('close', () => this.#end()));
  }
  async loadURL(url: string) {
    await this.#contents.open(await this.#page, this.#preload);
    await this.#contents.loadURL(url);
  }
  focus() {
    this.#is.focused = true;
    record('focus', this.#bounds);
  }
  show = () => this.focus();
  restore = () => record('restore', this.#bounds);
  maximize = () => void Object.assign(this.#is, { maximised: true });
  isMaximized = () => this.#is.maximised;
  isMinimized = () => false;
  isFocused = () => this.#is.focused;
  isDestroyed = () => !app.windows.has(this);
  getNormalBounds = () => this.#bounds;
  setBounds = (bounds: Partial<Electron.Rectangle>) => void Object.assign(this.#bounds, bounds);
  setTitleBarOverlay = (overlay: Electron.TitleBarOverlayOptions) => record('overlay', overlay);
  close() {
    const event = new Event('close', { cancelable: true });
    this.emit('close', event);
    if (!event.defaultPrevented) void this.#page.then((page) => page.close());
  }
  #end() {
    app.windows.delete(this);
    this.emit('closed');
    app.windowEnded();
  }
}
