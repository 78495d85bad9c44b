/**
 * The front page from a large library, related articles, and what grouping costs an arriving article with its near-copies
 * and reasons. `node bench/front-page.ts [articles] [articles in the window] [feeds] [words]`: 1,000,000, 100,000, 300 and
 * 350 by default, a copy of the library of `bench/search.ts` with three days of news on top; 0 leaves a part out. Its last 72
 * hours are grouped anew in each run.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { picksOfDay } from '../src/core/engine/edition/today-picks.ts';
import { openLibrary } from '../src/core/engine/library/open-library.ts';
import { GroupingStream } from '../src/core/engine/stories/grouping-stream.ts';
import { storyQueries } from '../src/core/engine/stories/story-queries.ts';
import { StoryRoom } from '../src/core/engine/stories/story-room.ts';
import { storyTasks } from '../src/core/engine/stories/story-tasks.ts';
import { lowestIdAt } from '../src/core/store/articles/article-id.ts';
import type { ReadableDb, WritableDb } from '../src/core/store/handles.ts';
import { openReadable } from '../src/core/store/open.ts';
import { keepEdition } from '../src/core/store/stories/edition.ts';
import { storeGrouping } from '../src/core/store/stories/stories.ts';
import { Bars } from './curation/bars.ts';
import { madeUpStream } from './curation/made-up-news.ts';
import { type Figures, header, measure, row } from './support/measure.ts';
import { newsLibrary } from './support/news-library.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 1_000_000);
const inWindow = Number(process.argv[3] ?? 100_000);
const feeds = Number(process.argv[4] ?? 300);
const words = Number(process.argv[5] ?? 350);
const newsArticles = 9_000; // ten a day of each of 300 feeds
const windowMs = 72 * 3_600_000;
const bars = new Bars();
if (inWindow > 0) windowBars();
if (articles > 0) await libraryBars();
process.exitCode = bars.end() === 0 ? 0 : 1;

/** As the worker does it: the article placed, its sketch made, and every 200 the changes taken for the writer. */
function windowBars(): void {
  bars.heading(`${inWindow.toLocaleString('en-GB')} articles arrive in the window`);
  const stream = new GroupingStream({});
  const collect = collector();
  collect();
  const memory = inUse();
  const before = process.threadCpuUsage();
  let n = 0;
  for (const article of madeUpStream(inWindow, 7)) {
    stream.add({ ...article, id: n, feedId: Number(article.feedId) || 1, storyId: null, isApart: false });
    n += 1;
    if (n % 200 === 0) stream.takeChanges();
  }
  stream.settle();
  stream.takeChanges();
  const used = process.threadCpuUsage(before);
  bars.add({
    name: 'milliseconds of worker time an article, mean',
    measured: (used.user + used.system) / 1000 / n,
    atMost: 1,
  });
  collect();
  const megabytes = (inUse() - memory) / 1e6;
  bars.add({ name: 'megabytes in use for the window', measured: megabytes, atMost: 250 });
}

/** What is held: what V8 keeps ready beside it depends on the worker's limits. */
function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collector(): () => void {
  setFlagsFromString('--expose_gc');
  return runInNewContext('gc');
}

async function libraryBars(): Promise<void> {
  const seeded = seededLibrary({ articles, feeds, words }, (line) => console.log(line));
  const folder = newsLibrary(seeded, { articles: newsArticles, feeds });
  bars.heading(
    `A library of ${articles.toLocaleString('en-GB')} articles of ${words} words, ${feeds} feeds, and ${newsArticles.toLocaleString('en-GB')} of news`,
  );
  const holds = await groupWindow(folder);
  const opened = openReadable(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  const page = (room: StoryRoom) => storyTasks['edition.get'](room, { range: 'day', sections: undefined }, libraryNow);
  const room = new StoryRoom(db);
  const first = performance.now();
  tellPage(page(room));
  bars.note(`first page of a fresh worker, code not yet compiled: ${(performance.now() - first).toFixed(0)} ms`);
  console.log(header);
  console.log(row('the picks of the day, once a day', await measure(10, () => picksOfDay(db, libraryNow))));
  const anew = await measure(40, () => {
    room.forgetMade();
    return page(room);
  });
  console.log(row('a new front page', anew));
  console.log(row('a new front page, feeds counted anew', await measure(10, () => page(new StoryRoom(db)))));
  console.log(row('the front page as it was', await measure(50, () => page(room))));
  const related = await relatedFigures(db);
  console.log(row('related articles', related));
  const cards = await measure(5, () => storyQueries['feeds.reportCard'](db, { days: 90 }, libraryNow));
  console.log(row('report cards of all feeds', cards));
  console.log(row('a transaction while the window is grouped', holds));
  db.close();
  addBars('a new front page', anew, 100);
  addBars('related articles', related, 50);
  const name = 'longest transaction while the window is grouped, ms';
  bars.add({ name, measured: holds.max, atMost: 50, detail: `at most ${holds.cpuMax.toFixed(1)} of CPU` });
}

/** Wall times; beside them what a machine with nothing else to do would take. */
function addBars(name: string, { p50, p95, cpuMs, cpuP95 }: Figures, atMost: number): void {
  const bar = { atMost, detail: `${cpuMs.toFixed(1)} of CPU on average, ${cpuP95.toFixed(1)} at the 95th` };
  bars.add({ name: `${name}, ms (median)`, measured: p50, ...bar });
  bars.add({ name: `${name}, ms (95th)`, measured: p95, ...bar });
}

/** How full the page is that is measured: an empty one would be fast for nothing. */
function tellPage(edition: ReturnType<(typeof storyTasks)['edition.get']>): void {
  if (!edition.ok) throw new Error(edition.error.message);
  const { top, forYou, sections, picks, seldom } = edition.value;
  const inSections = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const rows = `${top.length} top stories, ${forYou.length} for you, ${inSections} in sections`;
  bars.note(`the page: ${rows}, ${picks.length} picks, ${seldom.length} seldom heard`);
}

/** Of articles from the whole archive, each asked once: what is in memory already is a matter of chance, as for a reader. */
function relatedFigures(db: ReadableDb): Promise<Figures> {
  const ids = db.all<{ id: number }>('SELECT id FROM article ORDER BY content_hash LIMIT 200').map(({ id }) => id);
  return measure(200, (turn) =>
    storyQueries['articles.related'](db, { id: (ids[turn] ?? 0) as never, limit: 5 }, libraryNow),
  );
}

/** Groups the last 72 hours as the engine does, from nothing, and times every transaction of the writer. */
async function groupWindow(folder: string): Promise<Holds> {
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  ungroup(db);
  const room = new StoryRoom(db);
  // As the engine does before it makes the first page of a day.
  const picks = JSON.stringify(picksOfDay(db, libraryNow));
  db.transaction(() => keepEdition(db, { name: 'picks', madeAt: libraryNow, plan: picks }));
  // What the bench wrote itself is not to be carried over in a transaction that is measured.
  db.pragma('wal_checkpoint(TRUNCATE)');
  const spent = process.threadCpuUsage();
  let step = room.grouper.step('live', libraryNow);
  let placed = 0;
  let steps = storeGrouping(db, step.changes);
  const holds: Figures[] = [];
  for (;;) {
    let done = false;
    holds.push(await measure(1, () => (done = db.transaction(() => steps.next().done === true))));
    if (!done) continue;
    placed += step.changes.placed.length;
    if (!step.more) break;
    await delay(0);
    step = room.grouper.step('live', libraryNow);
    steps = storeGrouping(db, step.changes);
  }
  const used = process.threadCpuUsage(spent);
  const cpu = ((used.user + used.system) / 1000).toFixed(0);
  const stories = db.get<{ n: number }>('SELECT count(*) AS n FROM story')?.n ?? 0;
  bars.note(
    `${placed} placements into ${stories} stories of two and more, ${cpu} ms of CPU, worker and writer together`,
  );
  db.close();
  // Otherwise the next run takes it for a library that was not closed, and looks through all of it.
  rmSync(join(folder, 'library.open'), { force: true });
  return together(holds);
}

function ungroup(db: WritableDb): void {
  const from = lowestIdAt(libraryNow - windowMs);
  db.transaction(() => {
    db.run('DELETE FROM story_member WHERE article_id >= :from', { from });
    db.run('DELETE FROM story');
    db.run('UPDATE article SET story_id = NULL WHERE id >= :from AND story_id IS NOT NULL', { from });
  });
}

interface Holds extends Figures {
  readonly cpuMax: number;
}

function together(figures: readonly Figures[]): Holds {
  const walls = figures.map(({ max }) => max).sort((a, b) => a - b);
  const cpus = figures.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    cpuMs: cpus.reduce((sum, cpu) => sum + cpu, 0) / cpus.length,
    cpuP95: at(cpus, 0.95),
    cpuMax: cpus.at(-1) ?? 0,
    p50: at(walls, 0.5),
    p95: at(walls, 0.95),
    max: walls.at(-1) ?? 0,
    n: figures.length,
  };
}
