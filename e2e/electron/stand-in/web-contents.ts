/** One page in Chromium as Electron's main process sees it: preload, calls and events, and where it may go. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { covered, record } from './covered.ts';
import { toChromium, toElectron } from './custom-scheme.ts';
import { type FromPage, pageScripts, type ToPage } from './page-scripts.ts';
import { makeWire } from './wire.ts';

const wire = makeWire();
const name = 'standInToMain';
const world = 'Electron Isolated Context';
const handlers = new Map<string, Parameters<Electron.IpcMain['handle']>[1]>();
export const ipcMain = covered('ipcMain', {
  handle: (channel, handler) => void handlers.set(channel, handler),
} satisfies Pick<Electron.IpcMain, 'handle'>);

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Covered = 'send' | 'isLoading' | 'reload' | 'setWindowOpenHandler' | 'mainFrame' | 'setZoomFactor';
export class WebContentsStandIn extends EventEmitter implements Pick<Electron.WebContents, Covered> {
  /** As the app gets to see it, always the same one. */
  readonly seen = covered('webContents', this);
  readonly mainFrame = { url: '' } as Electron.WebFrameMain;
  #cdp: CDPSession | undefined;
  #page: Page | undefined;
  /** The isolated world of the page that is shown; before its preload runs nobody hears an event, as in Electron. */
  #world: number | undefined;
  /** Where the page itself asked to go, as opposed to the app or a test. */
  readonly #asked = new Set<string>();
  #isLoading = true;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  isLoading = () => this.#isLoading;
  reload = () => void this.#page?.reload();
  send = (channel: string, ...args: unknown[]) => this.#deliver({ op: 'event', channel, args: wire.encode(args) });
  setZoomFactor = (factor: number) =>
    void this.#page?.evaluate((zoom) => document.documentElement.style.setProperty('zoom', zoom), String(factor));
  setWindowOpenHandler(handler: OpenHandler) {
    this.#openHandler = handler;
  }
  loadURL = async (url: string) => void (await this.#page?.goto(toChromium(url)));

  /** Everything is in place before the first page. */
  async open(page: Page, preload: string) {
    this.#page = page;
    const cdp = await page.context().newCDPSession(page);
    this.#cdp = cdp;
    page.on('load', () => {
      this.#isLoading = false;
      this.emit('did-finish-load', {});
    });
    page.on('popup', (popup) => void popup.close());
    cdp.on('Runtime.bindingCalled', (call) => void this.#hear(JSON.parse(call.payload), call.executionContextId));
    this.#watchNavigation(cdp);
    const { main, isolated } = pageScripts(readFileSync(preload, 'utf8'), name);
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
      cdp.send('Runtime.addBinding', { name, executionContextName: world }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: world }),
    ]);
  }

  #watchNavigation(cdp: CDPSession) {
    cdp.on('Page.frameRequestedNavigation', ({ disposition, url }) => {
      if (disposition !== 'currentTab') return;
      // Other schemes are held in the page.
      if (/^https?:/.test(url)) this.#asked.add(url.replace(/#.*/, ''));
    });
    cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
      const byThePage = this.#asked.delete(request.url);
      if (!byThePage || this.#mayGo(request.url)) void cdp.send('Fetch.continueRequest', { requestId });
      else void cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    });
    cdp.on('Page.windowOpen', ({ url, windowName }) => {
      const details = { url: toElectron(url), frameName: windowName } as Electron.HandlerDetails;
      if (this.#openHandler(details).action !== 'deny') throw new Error('stand-in: only deny is covered');
    });
  }

  #mayGo(address: string): boolean {
    const url = toElectron(address);
    const event = new Event('will-navigate', { cancelable: true });
    this.emit('will-navigate', Object.assign(event, { url }));
    record('will-navigate', { url, isPrevented: event.defaultPrevented });
    return !event.defaultPrevented;
  }

  async #hear({ op, id, channel, url, args }: FromPage, from: number) {
    if (op === 'start') this.#world = from;
    if (op === 'preload-error') record('preload-error', wire.decode(args)[0]);
    if (op === 'navigate' && this.#mayGo(url)) throw new Error('stand-in: only addresses of the web may be gone to');
    if (op !== 'invoke') return;
    Object.assign(this.mainFrame, { url: toElectron(url) });
    // Calls come from the top frame's isolated world alone: the preload runs nowhere else.
    const event = { sender: this.seen, senderFrame: this.mainFrame } as unknown as Electron.IpcMainInvokeEvent;
    try {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = await handler(event, ...wire.decode(args));
      this.#deliver({ op: 'answer', id, channel, args: wire.encode([value]) }, from);
    } catch (cause) {
      this.#deliver({ op: 'refusal', id, channel, args: wire.encode([String(cause)]) }, from);
    }
  }

  #deliver(message: ToPage, to = this.#world) {
    if (!to) return;
    const functionDeclaration = 'function (message) { this.standInHear(message) }';
    const call = { executionContextId: to, functionDeclaration, arguments: [{ value: message }], silent: true };
    // The page may have gone on in the meantime.
    this.#cdp?.send('Runtime.callFunctionOn', call).catch(() => {});
  }
}
