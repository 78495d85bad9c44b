/**
 * From nothing to the first list: the server is started as a process of its own, its address opened in a Chromium that
 * already runs, and the clock stops when the first rows are painted. Beside an empty Node start in the same run.
 * `node bench/startup.ts [articles] [rounds]`, 100,000 and 7 by default. The build must be in place.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../e2e/support/chromium-path.ts';
import { letIn, startServer } from '../e2e/support/launch-browser-window.ts';
import { call, twoFrames } from './support/in-window.ts';
import { seededLibrary } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const barMs = 1500;

interface Start {
  readonly addressMs: number;
  readonly listMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-startup-'));
const libraryFolder = join(folder, 'library');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
try {
  const library = seededLibrary({ articles, feeds: 200, words: 350 }, (line) => process.stderr.write(`${line}\n`));
  cpSync(library, libraryFolder, { recursive: true });
  await startOnce(browser, true); // the first makes the settings, and fills what is compiled once
  const starts: Start[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await emptyNode());
    starts.push(await startOnce(browser));
  }
  print(starts, empty);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function startOnce(chrome: Browser, isFirst = false): Promise<Start> {
  // A reader's browser runs and has a profile: making one is no part of a start.
  const context = await chrome.newContext();
  const page = await context.newPage();
  const begun = performance.now();
  const started = await startServer(['--library', libraryFolder, '--no-polling']);
  const addressMs = performance.now() - begun;
  await letIn(page, started);
  if (isFirst) {
    await page.locator('.side, .fr').first().waitFor();
    // What the window keeps of itself after its first start comes before what is set here, and not over it.
    await page.waitForTimeout(1500);
    await call(page, 'settings.set', { firstRunDone: true });
    await call(page, 'state.set', { key: 'window', value: { view: 'all' } });
  } else {
    await page.locator('article.art').first().waitFor();
    // Painted, and not only put into the page.
    await page.evaluate(twoFrames);
  }
  const listMs = performance.now() - begun;
  await context.close();
  await started.close();
  return { addressMs, listMs };
}

async function emptyNode(): Promise<number> {
  const begun = performance.now();
  await once(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }), 'exit');
  return performance.now() - begun;
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function print(starts: readonly Start[], empty: readonly number[]): void {
  const list = middle(starts.map(({ listMs }) => listMs));
  const address = middle(starts.map(({ addressMs }) => addressMs));
  const node = middle(empty);
  const best = Math.min(...starts.map(({ listMs }) => listMs));
  process.stdout.write(
    `${[
      `start to first list on ${articles} articles, ${rounds} rounds`,
      `an empty Node             ${node.toFixed(0).padStart(6)} ms`,
      `server has its address    ${address.toFixed(0).padStart(6)} ms   ${(address / node).toFixed(1)} empty starts`,
      `first rows are painted    ${list.toFixed(0).padStart(6)} ms   ${(list / node).toFixed(1)} empty starts (best ${best.toFixed(0)} ms; bar: ${barMs} ms)`,
      `load of the machine       ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    ].join('\n')}\n`,
  );
}
