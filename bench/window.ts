/**
 * Whether the window stays free while 200 feeds come in: tasks over 50 ms on its main thread, by the clock and in time of
 * the processor (on a busy machine only the latter says what the window does), and how long a list takes, in the core and all
 * the way to the page, beside the same window at rest in the same run. `node bench/window.ts [feeds] [articles]`, 200 and 100,000 by default.
 * Chromium and the server run as a reader has them. The publisher is a process of its own and gives way to them, for the
 * real ones have machines of their own.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, loadavg, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../e2e/support/chromium-path.ts';
import { launchBrowserWindow } from '../e2e/support/launch-browser-window.ts';
import { type Asked, call, startAsking, stopAsking } from './support/in-window.ts';
import { cpuOf, type Task, withTasks } from './support/main-thread.ts';
import { seededLibrary } from './support/seeded-library.ts';

const feeds = Number(process.argv[2] ?? 200);
const articles = Number(process.argv[3] ?? 100_000);
const taskBarMs = 50;
const queryBarMs = 10;
const restMs = 8000;
/** A reader who scrolls and opens asks for a list a few times a second. */
const askEveryMs = 100;

interface Watched extends Asked {
  readonly wallMs: number;
  readonly added: number;
  readonly tasks: readonly Task[];
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-window-'));
const publisherFile = fileURLToPath(new URL('./support/publisher.ts', import.meta.url));
const publisher = spawn(process.execPath, [publisherFile, String(feeds)], { stdio: ['ignore', 'pipe', 'inherit'] });
if (publisher.pid !== undefined) setPriority(publisher.pid, constants.priority.PRIORITY_LOW);
const port = await new Promise<string>((ready) => publisher.stdout.once('data', (data) => ready(String(data).trim())));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
try {
  const library = seededLibrary({ articles, feeds: 200, words: 350 }, (line) => process.stderr.write(`${line}\n`));
  cpSync(library, join(folder, 'library'), { recursive: true });
  const app = await launchBrowserWindow(browser, { folder, args: ['--no-polling'] });
  await prepare(app.window);
  const atRest = await watch(app.window, () => app.window.waitForTimeout(restMs).then(() => 0));
  const first = await refreshWatched(app.window);
  await fetch(`http://127.0.0.1:${port}/half-changed`);
  const second = await refreshWatched(app.window);
  await app.close();
  print(atRest, [first, second]);
} finally {
  publisher.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Subscribes without fetching, shows the longest list and begins to collect long tasks. */
async function prepare(page: Page): Promise<void> {
  const outlines = Array.from(
    { length: feeds },
    (_, n) =>
      `<outline text="Feed ${n}" xmlUrl="http://127.0.${Math.floor(n / 250) + 1}.${(n % 250) + 1}:${port}/feed-${n}.xml"/>`,
  );
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  await call(page, 'opml.import', { text, allowPrivate: true, refresh: false });
  // What the window keeps of itself after its first start comes before what is set here, and not over it.
  await page.waitForTimeout(1500);
  await call(page, 'settings.set', { firstRunDone: true, refreshMinutes: null });
  await call(page, 'state.set', { key: 'window', value: { view: 'all' } });
  await page.reload();
  await page.getByRole('feed').getByRole('article').first().waitFor();
  // What the start left to do is no part of what is measured.
  await page.waitForTimeout(3000);
}

async function newFeeds(page: Page) {
  const all = await call(page, 'feeds.list', {});
  return all.filter(({ url }) => url.includes(`:${port}/`)).map(({ id }) => id);
}

async function refreshWatched(page: Page): Promise<Watched> {
  const feedIds = await newFeeds(page);
  return watch(page, async () => (await call(page, 'feeds.refresh', { feedIds, force: true })).added);
}

/** `work` answers how many articles came in. */
async function watch(page: Page, work: () => Promise<number>): Promise<Watched> {
  await page.evaluate(startAsking, askEveryMs);
  const { value, tasks } = await withTasks({ browser, page }, async () => {
    const start = performance.now();
    const added = await work();
    const wallMs = performance.now() - start;
    // Events are gathered for a moment before the window draws what they brought.
    await page.waitForTimeout(1500);
    return { wallMs, added };
  });
  return { ...value, tasks, ...(await page.evaluate(stopAsking)) };
}

function worstOf(tasks: readonly Task[], time: keyof Task): number {
  return Math.max(0, ...tasks.map((task) => task[time]));
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(atRest: Watched, [first, second]: readonly [Watched, Watched]): void {
  const refreshed = [...first.tasks, ...second.tasks];
  const worst = worstOf(refreshed, 'wallMs');
  const worstCpu = worstOf(refreshed, 'cpuMs');
  const p95 = (times: 'coreMs' | 'queriesMs'): number => Math.max(at(first[times], 0.95), at(second[times], 0.95));
  const line = (name: string, watched: Watched): string => {
    const { wallMs, tasks, queriesMs, coreMs, frameGapsMs } = watched;
    const cells = [
      (wallMs / 1000).toFixed(1),
      String(tasks.filter((task) => task.wallMs > taskBarMs).length),
      worstOf(tasks, 'wallMs').toFixed(0),
      String(tasks.filter((task) => task.cpuMs > taskBarMs).length),
      worstOf(tasks, 'cpuMs').toFixed(0),
      (cpuOf(tasks) / 1000).toFixed(1),
      at(coreMs, 0.5).toFixed(1),
      at(coreMs, 0.95).toFixed(1),
      at(queriesMs, 0.5).toFixed(1),
      at(queriesMs, 0.95).toFixed(1),
      at(frameGapsMs, 0.99).toFixed(0),
      String(queriesMs.length),
      String(watched.added),
    ];
    return `${name.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  };
  const heads = [
    'seconds',
    `>${taskBarMs} ms`,
    'worst',
    `cpu >${taskBarMs}`,
    'worst cpu',
    'cpu s',
    'core p50',
    'core p95',
    'page p50',
    'page p95',
    'frame p99',
    'lists',
    'new',
  ];
  process.stdout.write(
    `${[
      `${feeds} feeds come in, into a window on ${articles} articles`,
      `${''.padEnd(28)}${heads.map((head) => head.padStart(10)).join('')}`,
      line('at rest', atRest),
      line('fetched for the first time', first),
      line('refreshed, half changed', second),
      `a list's p95 / ${queryBarMs} ms        ${(p95('coreMs') / queryBarMs).toFixed(2)} in the core (bar: 1), ${(p95('queriesMs') / queryBarMs).toFixed(2)} with the way to the page`,
      `in the page, refresh / rest  ${(p95('queriesMs') / at(atRest.queriesMs, 0.95)).toFixed(2)}`,
      `longest task / ${taskBarMs} ms       ${(worst / taskBarMs).toFixed(2)} by the clock, ${(worstCpu / taskBarMs).toFixed(2)} of the processor (bar: no task over)`,
      `load of the machine        ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    ].join('\n')}\n`,
  );
}
