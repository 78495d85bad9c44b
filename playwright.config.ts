/** One set of specs over every window: the browser's, the desktop app's over the stand-in, and Electron's where it is. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { AppOptions } from './e2e/support/app.ts';
import { whyNoElectron } from './e2e/support/launch-electron.ts';

// As the project's commands start a core: what it has compiled is kept from one start to the next.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('./node_modules/.cache/broadsheet', import.meta.url));

const desktopOnly = '**/electron/**';
/** About what a browser and its server say to each other. */
const browserOnly = '**/browser/**';
/**
 * What is drawn, worded and measured is the same code in every window, and is tried in the browser's alone: on two processors
 * all of it twice takes longer than anybody waits. Whatever a shell has a part in runs over each.
 */
const drawn = [
  'add-feed',
  'article-states',
  'catalogue',
  'few-keys',
  'first-edition',
  'for-you',
  'for-you-focus',
  'golden-pages',
  'language',
  'layout',
  'list-stories',
  'look',
  'report-cards',
  'screens',
  'search-words',
  'sidebar-many',
  'small-marks',
  'story',
  'today-page',
  'what-next',
].map((name) => `**/e2e/${name}.spec.ts`);
const absence = '**/electron/electron-absent.spec.ts';

export default defineConfig<AppOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Each spec starts a Chromium and a core with its threads.
  workers: 2,
  timeout: 90_000,
  // On two loaded cores a browser, a core and its threads can miss a deadline; what is broken fails twice.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', testIgnore: desktopOnly, use: { shell: 'browser' } },
    { name: 'stand-in', testIgnore: [absence, browserOnly, ...drawn], use: { shell: 'stand-in' } },
    whyNoElectron()
      ? { name: 'electron', testMatch: absence }
      : { name: 'electron', testIgnore: ['**/electron/stand-in/**', absence, browserOnly], use: { shell: 'electron' } },
  ],
});
