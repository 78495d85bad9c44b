/** Opens the sample edition in a real browser and keeps what a reader sees: one picture for each page of the guide. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { call } from '../bench/support/in-window.ts';
import { chromiumArgs, chromiumPath } from '../e2e/support/chromium-path.ts';
import { launchBrowserWindow } from '../e2e/support/launch-browser-window.ts';
import type { Settings } from '../src/contract/settings.ts';

const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** Large enough for three panes, small enough for a page of text. */
const size = { width: 1280, height: 800 };
// One title of the sample answers after 19 s.
const arrivalMs = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
mkdirSync(pictures, { recursive: true });
try {
  const app = await launchBrowserWindow(browser, { folder, args: ['--sample'] });
  const page = app.window;
  await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.locator('.foot-detail', { hasText: 'updated' }).waitFor({ timeout: arrivalMs });
  await page.reload();
  await takeAll(page);
  await app.close();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function takeAll(page: Page): Promise<void> {
  // First of all, while everything is unread. Stories are put together a moment after the last feed has come in.
  await page.getByText('takes at least four').waitFor({ state: 'hidden', timeout: arrivalMs });
  await take(page, 'today');
  await page.getByRole('button', { name: 'Compare coverage', exact: true }).click();
  await page.getByRole('heading', { name: 'Why it stands where it does' }).waitFor();
  await take(page, 'story');
  await openFeed(page, 'Harbour Courier');
  await take(page, 'reader');
  await set(page, { theme: 'dark', density: 'compact' });
  await openFeed(page, 'Loopback');
  await take(page, 'reader-dark');
  await set(page, { theme: 'paper', density: 'comfortable' });
  await openFeed(page, 'Northlight Daily');
  await press(page, 't');
  await page.getByRole('dialog', { name: 'Theme and text' }).waitFor();
  await take(page, 'reader-paper');
  await press(page, 'Escape');
  await set(page, { theme: 'light' });
  // From the top of the sidebar again.
  await page.reload();
  await page.getByRole('feed').getByRole('article').first().waitFor();
  await press(page, '/');
  await page.getByRole('combobox', { name: 'Search archive' }).fill('harbour');
  await page.getByRole('option').first().waitFor();
  await take(page, 'search');
  await press(page, 'Alt+ArrowLeft', 'g', 'm');
  await page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
  await take(page, 'subscriptions');
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openFeed(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`^${name}(,|$)`) }).click();
  await page.getByRole('feed', { name: new RegExp(`^${name},`) }).waitFor();
  await page.getByRole('feed').getByRole('article').first().click();
  await page.locator('.story .body').filter({ hasText: /\S/ }).waitFor();
}

async function set(page: Page, settings: Partial<Settings>): Promise<void> {
  await call(page, 'settings.set', settings as never);
}

async function take(page: Page, name: string): Promise<void> {
  // Pictures and typefaces that are still on their way.
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined); // the stream of events never rests
  await page.waitForTimeout(700);
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${name}.png  ${Math.round(statSync(path).size / 1024)} KB\n`);
}
