/**
 * Takes a picture of every screen in light, dark and paper at four widths, and writes an index page beside them.
 *
 *     npm run look                             everything, into .cache/look
 *     npm run look -- --only story --to DIR    the screens whose name has "story" in it, into a folder of your own
 *     npm run look -- --only story,history     the screens whose name has one of these words in it
 *     npm run look -- --themes dark --widths 1440,700
 *
 * A screen that cannot be reached is reported at the end, and the program then ends with 1.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import type { Settings } from '../../src/contract/settings.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium-path.ts';
import { launchBrowserWindow } from '../support/launch-browser-window.ts';
import { call } from '../support/pages/call.ts';
import { Reader } from '../support/pages/reader.ts';
import { writeIndex } from './index-page.ts';
import type { Library, LookScreen } from './look-screen.ts';
import { lookScreens, preparations } from './look-screens.ts';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: join('.cache', 'look') },
    only: { type: 'string', default: '' },
    themes: { type: 'string', default: 'light,dark,paper' },
    widths: { type: 'string', default: '1440,1100,700,420' },
  },
});
const themes = values.themes.split(',') as Settings['theme'][];
const widths = values.widths.split(',').map(Number);
const heightPx = 900;
const usual = { width: 1440, height: heightPx };
// Fades and pictures that are still on their way.
const restMs = 450;
// What does not come within this time does not come at all.
const arrivalMs = 12_000;

const words = values.only.split(',');
const wanted = lookScreens.filter(({ name }) => words.some((word) => name.includes(word)));
const unreached: string[] = [];
mkdirSync(values.to, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
try {
  for (const library of Object.keys(preparations) as Library[]) {
    const screens = wanted.filter((screen) => screen.library === library);
    if (screens.length > 0) await takeLibrary(browser, library, screens);
  }
} finally {
  await browser.close();
}
writeIndex({ folder: values.to, screens: wanted.map(({ name }) => name), themes, widths });
for (const line of unreached) process.stdout.write(`NOT REACHED  ${line}\n`);
process.stdout.write(`${join(values.to, 'index.html')}\n`);
process.exitCode = unreached.length === 0 ? 0 : 1;

async function takeLibrary(on: Browser, library: Library, screens: readonly LookScreen[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-look-'));
  const { args, prepare } = preparations[library];
  const app = await launchBrowserWindow(on, { folder, args });
  try {
    const reader = new Reader(app.window);
    app.window.setDefaultTimeout(arrivalMs);
    await app.window.setViewportSize(usual);
    await app.window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await prepare(reader);
    for (const screen of screens) await takeScreen(reader, screen);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function takeScreen(reader: Reader, { name, go, keepsAddress }: LookScreen): Promise<void> {
  const { page } = reader;
  try {
    await page.setViewportSize(usual);
    if (!keepsAddress) await reloadToRest(page);
    await go(reader);
    await expect(page.locator('.skel')).toHaveCount(0);
  } catch (error) {
    unreached.push(`${name}: ${String(error).split('\n')[0]}`);
    await page.screenshot({ path: join(values.to, `${name}-not-reached.png`) });
    return;
  }
  for (const theme of themes) {
    await call(page, 'settings.set', { theme });
    for (const width of widths) await takeOne(page, width, join(values.to, `${name}-${theme}-${width}.png`));
  }
  await call(page, 'settings.set', { theme: 'light' });
  process.stdout.write(`${name}\n`);
}

/** Loads the window anew and waits until it hears keys. */
async function reloadToRest(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(restMs);
  // A page that begins with a field has the caret there, and the field would take the keys.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

async function takeOne(page: Page, width: number, path: string): Promise<void> {
  await page.setViewportSize({ width, height: heightPx });
  await page.waitForTimeout(restMs);
  await page.screenshot({ path });
}
