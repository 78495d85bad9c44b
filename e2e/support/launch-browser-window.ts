/** Starts the browser window: the server in a process of its own, and a page of Chromium that it has let in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { coreProgram } from '../../scripts/lib/core-build.mjs';
import { coreEnvironment, coreFlags } from '../../scripts/lib/core-process.mjs';
import { moveClock } from './move-clock.ts';
import type { LaunchOptions, RunningApp } from './running-app.ts';

// what `npm start` runs: the bundle while it is of these sources, else the sources
const server = coreProgram('server');

export interface StartedServer {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  /** What lets one browser in, once. */
  readonly entryFile: string;
  readonly complaints: () => string;
  readonly close: () => Promise<void>;
  /** As a crash would end it. */
  readonly kill: () => Promise<void>;
}

/** Rejects with the server's own words when it ends before it can be opened. */
export async function startServer(args: readonly string[]): Promise<StartedServer> {
  const child = spawn(process.execPath, [...coreFlags, server, ...args], {
    env: { ...coreEnvironment(), BROADSHEET_END_WITH_INPUT: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  const ended = once(child, 'exit');
  const { address, entryFile } = await new Promise<Pick<StartedServer, 'address' | 'entryFile'>>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const [, address, entryFile] = /(http:\/\/127\.0\.0\.1:\d+\/)\n.*: (\S.*\.html)\n/.exec(said) ?? [];
      if (address && entryFile) resolve({ address, entryFile });
    });
    void ended.then(([code]) => reject(new Error(`The server ended with ${code}: ${said}${complaints}`)));
  });
  return {
    address,
    entryFile,
    complaints: () => complaints,
    close: () => end(child, ended),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(late);
}

/** As a person's browser is opened: at a file that only they can read, which leads on to the window. */
export async function letIn(page: Page, { address, entryFile }: StartedServer): Promise<void> {
  await page.goto(pathToFileURL(entryFile).href, { waitUntil: 'commit' });
  await page.waitForURL(address, { waitUntil: 'commit' });
}

export async function launchBrowserWindow(browser: Browser, { folder, args }: LaunchOptions): Promise<RunningApp> {
  const started = await startServer(['--library', join(folder, 'library'), '--port', '0', ...args]);
  const context = await browser.newContext();
  await moveClock(context);
  const window = await context.newPage();
  await letIn(window, started);
  await window.waitForLoadState();
  return {
    window,
    desktop: undefined,
    complaints: started.complaints,
    close: async () => {
      await context.close();
      await started.close();
    },
  };
}
