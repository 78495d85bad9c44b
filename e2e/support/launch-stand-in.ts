/** Starts the bundle of the main process over the stand-in: the part of Playwright's ElectronApplication that specs use. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from '@playwright/test';

type Reply =
  | { readonly kind: 'ready'; readonly endpoint: string }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

export interface StandInOptions {
  /** The bundle: out/main/index.js. */
  readonly main: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How long a start may take, milliseconds. */
  readonly limitMs?: number;
}

const register = new URL('../electron/stand-in/register.ts', import.meta.url).href;
/** The stand-in's windows, as Chromium names their scheme. */
const ownAddress = /^http:\/\/app\.broadsheet\.localhost\//;

/** Rejects with the process's own words when it ends before it is ready. */
export async function launchStandIn({ main, args, env = {}, limitMs = 20_000 }: StandInOptions) {
  const child = fork(main, [...args], {
    execArgv: ['--import', register],
    env: { ...process.env, ...env },
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
  let next = 0;
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const endpoint = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The main process was not ready in ${limitMs} ms: ${said.out}${said.err}`));
    }, limitMs);
    child.on('message', (reply: Reply) => {
      clearTimeout(late);
      if (reply.kind === 'ready') resolve(reply.endpoint);
      else waiting.get(reply.id)?.(reply);
    });
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`The main process ended with ${code}: ${said.out}${said.err}`));
      for (const [id, tell] of waiting) tell({ kind: 'failure', id, message: 'The main process ended.' });
    });
  });
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no context.');
  const windows = () => context.pages().filter((page) => ownAddress.test(page.url()));
  const firstWindow = async (): Promise<Page> => {
    const page = windows()[0] ?? context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.waitForURL(ownAddress);
    return page;
  };
  const evaluate = <Value, Argument>(
    run: (electron: typeof Electron.CrossProcessExports & Records, argument: Argument) => Value,
    argument: Argument,
  ) =>
    new Promise<Awaited<Value>>((resolve, reject) => {
      const id = ++next;
      waiting.set(id, (reply) => {
        waiting.delete(id);
        if (reply.kind === 'value') resolve(reply.value as Awaited<Value>);
        else reject(new Error(reply.kind === 'failure' ? reply.message : 'Unexpected reply.'));
      });
      child.send({ id, source: String(run), argument });
    });
  const close = async () => {
    if (child.exitCode === null) {
      child.send({ id: ++next, source: '({ app }) => app.quit()' });
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    }
    await browser.close();
  };
  return { windows, firstWindow, evaluate, close, ended, context: () => context, said: () => said };
}

/** What only the stand-in knows: what the app asked of the desktop, in order. */
export interface Records {
  readonly records: readonly { readonly kind: string; readonly detail: unknown }[];
}
