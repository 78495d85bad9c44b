/** Starts the browser window: the server in a process of its own, and a page of Chromium at its address. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { coreProgram } from '../../scripts/lib/core-build.mjs';
import { coreEnvironment, coreFlags } from '../../scripts/lib/core-process.mjs';
import { moveClock } from './move-clock.ts';
import type { LaunchOptions, RunningApp } from './running-app.ts';

// what `npm start` runs: the bundle while it is of these sources, else the sources
const server = coreProgram('server');

/** Rejects with the server's own words when it ends before it gives its address. */
export async function launchBrowserWindow(browser: Browser, { folder, args }: LaunchOptions): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [...coreFlags, server, '--library', join(folder, 'library'), '--port', '0', ...args],
    {
      env: { ...coreEnvironment(), BROADSHEET_END_WITH_INPUT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const [url] = /http:\/\/127\.0\.0\.1:\d+\S*(?=\s)/.exec(said) ?? [];
      if (url) resolve(url);
    });
    void ended.then(([code]) => reject(new Error(`The server ended with ${code}: ${said}${complaints}`)));
  });
  const context = await browser.newContext();
  await moveClock(context);
  const window = await context.newPage();
  await window.goto(address);
  return {
    window,
    desktop: undefined,
    complaints: () => complaints,
    close: async () => {
      await context.close();
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(late);
    },
  };
}
