/** The two scripts that run before a page's own: the main world's end of the bridge, and the preload in its own world. */
import { randomUUID } from 'node:crypto';
import { makeBridgeEnd } from './bridge.ts';
import { covered } from './covered.ts';
import { makeWire } from './wire.ts';

/** `url` is where the page was at the time, as Chromium says it: the page cannot forge it. */
export type FromPage = {
  op: 'start' | 'invoke' | 'preload-error' | 'navigate';
  id: number;
  channel: string;
  url: string;
  args: string;
};
export type ToPage = { op: 'event' | 'answer' | 'refusal'; id?: number; channel: string; args: string };
type Listener = (event: object, ...args: unknown[]) => void;
type Wired = { exposeInMainWorld: ReturnType<typeof makeBridgeEnd>; wire: ReturnType<typeof makeWire> };
type Ends = Wired & { toMain: (text: string) => void; only: typeof covered };

/** What a sandboxed preload may require. Self-contained: runs, by its source, in the isolated world. */
function runPreload(preload: (require: (name: string) => object) => void, ends: Ends) {
  const { exposeInMainWorld, wire, toMain, only } = ends;
  const listeners = new Map<string, Set<Listener>>();
  const waiting = new Map<number, readonly [(value: unknown) => void, (cause: Error) => void]>();
  let next = 0;
  const say = (op: FromPage['op'], channel: string, args: unknown[]) => {
    toMain(JSON.stringify({ op, id: ++next, channel, url: location.href, args: wire.encode(args) } satisfies FromPage));
    return next;
  };
  const ipcRenderer = only('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => waiting.set(say('invoke', channel, args), [resolve, reject])),
    on: (channel: string, listener: Listener) =>
      void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  });
  const electron = only('electron', { contextBridge: only('contextBridge', { exposeInMainWorld }), ipcRenderer });
  const standInHear = ({ op, id = 0, channel, args }: ToPage) => {
    const values = wire.decode(args);
    if (op === 'event') for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...values);
    else if (op === 'answer') waiting.get(id)?.[0](values[0]);
    else waiting.get(id)?.[1](new Error(`Error invoking remote method '${channel}': ${values[0]}`));
    waiting.delete(id);
  };
  Object.assign(globalThis, { standInHear });
  say('start', '', []);
  try {
    preload((name) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    });
  } catch (cause) {
    say('preload-error', '', [String(cause)]);
    throw cause;
  }
}

/**
 * An address of another scheme never becomes a request that could be held, and Chromium may have put an error page into the
 * window before it is told to stop. So it is turned down here, and the app is asked all the same. Self-contained.
 */
function holdOtherSchemes(toMain: (text: string) => void) {
  navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination;
    if (!event.cancelable || /^(https?|about|blob):/.test(url)) return;
    event.preventDefault();
    toMain(JSON.stringify({ op: 'navigate', id: 0, channel: '', url, args: '' } satisfies FromPage));
  });
}

/** In the order in which they must run. Like Electron's, they leave frames inside the page alone. */
export function pageScripts(preload: string, binding: string) {
  const [up, down] = [JSON.stringify(randomUUID()), JSON.stringify(randomUUID())];
  const inTopFrame = (body: string) => `(() => { if (window !== window.top) return; ${body} })()`;
  return {
    main: inTopFrame(`(${makeBridgeEnd})(${down}, ${up})`),
    isolated: inTopFrame(`const toMain = globalThis.${binding}; delete globalThis.${binding};
      (${holdOtherSchemes})(toMain);
      const ends = { exposeInMainWorld: (${makeBridgeEnd})(${up}, ${down}), wire: (${makeWire})(), toMain, only: ${covered} };
      (${runPreload})((require) => { const process = undefined; ${preload}\n }, ends);`),
  };
}
