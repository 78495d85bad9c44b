/** Starts the bundle of the main process over the stand-in: the part of Playwright's ElectronApplication that specs use. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from './chromium-path.ts';
import type { Desktop } from './running-app.ts';

type Reply =
  | { readonly kind: 'ready'; readonly endpoint: string }
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

export interface StandInOptions {
  /** The bundle of the main process. */
  readonly main: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Hears of each thing that the app asks of the desktop, also if the start then fails. */
  readonly onRecord?: (record: DesktopRecord) => void;
  /** How long a start may take, milliseconds. */
  readonly limitMs?: number;
}

/** A thing that the app asked of the desktop; only the stand-in keeps these. */
export interface DesktopRecord {
  readonly kind: string;
  readonly detail: unknown;
}

export interface StandInApp extends Desktop {
  readonly firstWindow: () => Promise<Page>;
  readonly records: () => readonly DesktopRecord[];
  readonly said: () => { readonly out: string; readonly err: string };
  readonly close: () => Promise<void>;
}

const register = new URL('../electron/stand-in/register.ts', import.meta.url).href;
/** The app's own pages, as Chromium names their scheme. */
const ownAddress = /^http:\/\/app\.broadsheet\.localhost\//;

/** Rejects with the process's own words when it ends before it is ready. */
export async function launchStandIn(options: StandInOptions): Promise<StandInApp> {
  const { ready, ask, end, ended, said, records } = startMain(options);
  /** Its process has ended, or is ended now, and says better why. */
  const failWithItsWords = async (cause: Error): Promise<never> => {
    await end();
    throw new Error(`The main process ended with ${await ended}: ${said().err || cause.message}`);
  };
  const connected = chromium.connectOverCDP(await ready);
  // Playwright would go on trying for half a minute to reach a browser that is gone.
  const gone = ended.then(() => Promise.reject(new Error('It ended at once.')));
  const browser: Browser = await Promise.race([connected, gone]).catch(failWithItsWords);
  const evaluate = ((run, argument) => ask(String(run), argument)) as Desktop['evaluate'];
  return {
    evaluate,
    ended,
    said,
    records: () => records,
    firstWindow: async () => {
      const [context] = browser.contexts();
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!page) throw new Error('Chromium has no context.');
      await page.waitForURL(ownAddress).catch(failWithItsWords);
      return page;
    },
    close: async () => {
      await end();
      await browser.close();
    },
  };
}

/** The process of the app, its first word, and a way to have it do things. */
function startMain({ main, args, env = {}, onRecord, limitMs = 20_000 }: StandInOptions) {
  const child = fork(main, [...args], {
    execArgv: ['--import', register],
    env: { ...process.env, BROADSHEET_CHROMIUM: chromiumPath(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text) => {
    said.out += text;
  });
  child.stderr?.on('data', (text) => {
    said.err += text;
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  const records: DesktopRecord[] = [];
  const note = (record: DesktopRecord) => {
    records.push(record);
    onRecord?.(record);
  };
  let next = 0;
  // After its last words, which come a moment later than its end.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('message', (reply: Reply) => {
      if (reply.kind === 'record') return note(JSON.parse(reply.text));
      clearTimeout(late);
      if (reply.kind === 'ready') resolve(reply.endpoint);
      else waiting.get(reply.id)?.(reply);
    });
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`The main process ended with ${code}: ${said.out}${said.err}`));
      for (const [id, tell] of waiting) tell({ kind: 'failure', id, message: 'The main process has ended.' });
    });
  });
  const ask = (source: string, argument?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++next;
      waiting.set(id, (reply) => {
        waiting.delete(id);
        if (reply.kind === 'value') resolve(reply.value);
        else reject(new Error(reply.kind === 'failure' ? reply.message : 'The main process started twice.'));
      });
      child.send({ id, source, argument }, (cause) => cause && reject(cause));
    });
  const end = async () => {
    if (child.exitCode !== null) return;
    // It may be ending by itself just now.
    if (child.connected) child.send({ id: ++next, source: '({ app }) => app.quit()' }, () => {});
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(late);
  };
  return { ready, ask, end, ended, records, said: () => said };
}
