/** The fixture of every spec: Broadsheet, started in the shell that the project names, on a library of the test's own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './chromium-path.ts';
import { launchBrowserWindow } from './launch-browser-window.ts';
import { launchElectron } from './launch-electron.ts';
import { launchStandIn } from './launch-stand-in.ts';
import type { Desktop, LaunchOptions, RunningApp, Shell } from './running-app.ts';

const builtMain = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));
/** The design's common size: sidebar, list and article side by side. */
const viewport = { width: 1440, height: 900 };

export interface AppOptions {
  readonly shell: Shell;
  /** What the app is started with, for example ['--sample']. */
  readonly args: readonly string[];
}

interface AppFixtures {
  /** The test's own folder: `library` in it is the app's. Gone after the test. */
  readonly folder: string;
  /** Script errors and breaches of the policy so far; a spec that expects one takes it out. The rest fail the test. */
  readonly trouble: string[];
  /** Starts the app, and ends it with the test. Called again after `close`, it is the next start. */
  readonly start: (args?: readonly string[]) => Promise<RunningApp>;
  /** The window of a first start. */
  readonly page: Page;
  /** The desktop around the window of a first start; asking for it in a browser is a mistake of the spec. */
  readonly desktop: Desktop;
  readonly running: RunningApp;
}

interface WorkerFixtures {
  readonly browserOnce: () => Promise<Browser>;
}

export const test = base.extend<AppOptions & AppFixtures, WorkerFixtures>({
  shell: ['browser', { option: true }],
  args: [[], { option: true }],
  browserOnce: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        browser ??= playwright.chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
  folder: async ({ shell }, use) => {
    const folder = await mkdtemp(join(tmpdir(), `broadsheet-${shell}-`));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  trouble: async ({ shell: _ }, use) => use([]),
  start: async ({ shell, args, folder, trouble, browserOnce }, use) => {
    const started: RunningApp[] = [];
    await use(async (more = []) => {
      const app = await launch(shell, { folder, args: [...args, ...more] }, browserOnce);
      started.push(app);
      listenForTrouble(app.window, trouble);
      await app.window.setViewportSize(viewport);
      return app;
    });
    for (const app of started) {
      await app.close();
      if (app.complaints()) trouble.push(app.complaints());
    }
    expect(trouble, 'what the window and the app complained of').toEqual([]);
  },
  running: async ({ start }, use) => use(await start()),
  page: async ({ running }, use) => use(running.window),
  desktop: async ({ running }, use) => {
    if (!running.desktop) throw new Error('Specs about the desktop belong in e2e/electron/.');
    await use(running.desktop);
  },
});

export async function launch(
  shell: Shell,
  options: LaunchOptions,
  browser: () => Promise<Browser>,
): Promise<RunningApp> {
  if (shell === 'browser') return launchBrowserWindow(await browser(), options);
  if (shell === 'electron') return launchElectron(options);
  const { folder, args } = options;
  const own = [`--user-data-dir=${join(folder, 'user-data')}`, '--library', join(folder, 'library')];
  const app = await launchStandIn({ main: builtMain, args: [...own, ...args] });
  return { window: await app.firstWindow(), desktop: app, complaints: () => app.said().err, close: app.close };
}

/** Script errors and breaches of the policy fail the test, also where nothing on the screen shows them. */
export function listenForTrouble(page: Page, trouble: string[]): () => void {
  const onError = (error: Error) => void trouble.push(String(error.stack ?? error));
  const onConsole = (message: ConsoleMessage) => {
    // A picture that cannot be had is a 404 here, and the page's own business.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      trouble.push(`${message.text()} (${message.location().url})`);
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  return () => {
    page.off('pageerror', onError);
    page.off('console', onConsole);
  };
}

export { expect } from '@playwright/test';
