/**
 * The front page from a large library, related articles, and what grouping costs an arriving article with its near-copies
 * and reasons. `node bench/front-page.ts [articles in the library] [articles in the window]`, 1,000,000 and 100,000 by default.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GroupingStream } from '../src/core/engine/grouping-stream.ts';
import { openLibrary } from '../src/core/engine/open-library.ts';
import { storyQueries } from '../src/core/engine/story-queries.ts';
import { StoryRoom } from '../src/core/engine/story-room.ts';
import { storyTasks } from '../src/core/engine/story-tasks.ts';
import { openReadable } from '../src/core/store/open.ts';
import { storeGrouping } from '../src/core/store/stories.ts';
import { Bars } from './curation/bars.ts';
import { madeUpStream } from './curation/made-up-news.ts';
import { header, measure, row } from './support/measure.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 1_000_000);
const inWindow = Number(process.argv[3] ?? 100_000);
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
  const folder = seededLibrary({ articles, feeds: 200, words: 60 }, (line) => console.log(line));
  bars.heading(`A library of ${articles.toLocaleString('en-GB')} articles, 200 feeds`);
  const longest = await groupWindow(folder);
  bars.add({ name: 'longest transaction while the window is grouped, ms', measured: longest, atMost: 50 });
  const opened = openReadable(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  const page = (room: StoryRoom) => storyTasks['edition.get'](room, { range: 'day', sections: undefined }, libraryNow);
  console.log(header);
  const room = new StoryRoom(db);
  const first = performance.now();
  page(room);
  bars.note(`first page of a fresh worker, code not yet compiled: ${(performance.now() - first).toFixed(0)} ms`);
  const anew = await measure(20, () => {
    room.forgetMade();
    return page(room);
  });
  console.log(row('a new front page', anew));
  console.log(row('the front page as it was', await measure(50, () => page(room))));
  const ids = db.all<{ id: number }>('SELECT id FROM article ORDER BY content_hash LIMIT 100').map(({ id }) => id);
  const related = await measure(100, (turn) =>
    storyQueries['articles.related'](db, { id: (ids[turn] ?? 0) as never, limit: 5 }, libraryNow),
  );
  console.log(row('related articles', related));
  const cards = await measure(5, () => storyQueries['feeds.reportCard'](db, { days: 90 }, libraryNow));
  console.log(row('report cards of all feeds', cards));
  bars.add({ name: 'a new front page, ms (median)', measured: anew.p50, atMost: 100 });
  bars.add({ name: 'related articles, ms (median)', measured: related.p50, atMost: 50 });
  db.close();
}

/** Groups the last 72 hours as the engine does, and tells its longest transaction. */
async function groupWindow(folder: string): Promise<number> {
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const room = new StoryRoom(db);
  let longest = 0;
  for (;;) {
    const step = room.grouper.step('live', libraryNow);
    const steps = storeGrouping(db, step.changes);
    for (let done = false; !done; ) {
      const start = performance.now();
      done = db.transaction(() => steps.next().done === true);
      longest = Math.max(longest, performance.now() - start);
    }
    if (!step.more) break;
    await delay(0);
  }
  db.close();
  return longest;
}
