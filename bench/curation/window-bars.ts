/** Time and memory of 100,000 articles in the window. C6. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { StoryClusterer } from '../../src/core/curation/cluster-stories.ts';
import type { Bars } from './bars.ts';
import { madeUpStream } from './made-up-news.ts';

const inWindow = 100_000;
const megabyte = 1_000_000;

export function windowBars(bars: Bars): void {
  bars.heading(`${inWindow.toLocaleString('en-GB')} articles in the window (made-up news, seed 7)`);
  warmUp();
  const collect = collector();
  collect();
  const before = process.memoryUsage();
  const clusterer = new StoryClusterer();
  let spent = 0;
  let longest = 0;
  for (const article of madeUpStream(inWindow, 7)) {
    const began = process.threadCpuUsage();
    clusterer.add(article);
    const { user, system } = process.threadCpuUsage(began);
    spent += (user + system) / 1000;
    longest = Math.max(longest, (user + system) / 1000);
  }
  collect();
  const after = process.memoryUsage();
  bars.add({
    name: 'C6 milliseconds of worker time an article, mean',
    measured: spent / inWindow,
    atMost: 1,
    detail: `longest pass ${longest.toFixed(0)} ms`,
  });
  bars.add({
    name: 'C6 megabytes added (resident)',
    measured: (after.rss - before.rss) / megabyte,
    atMost: 250,
    detail: `in use ${((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / megabyte).toFixed(0)} MB`,
  });
  bars.note(
    `${clusterer.size.toLocaleString('en-GB')} articles in ${clusterer.stories().length.toLocaleString('en-GB')} stories`,
  );
}

// The compiler's own memory is not the window's.
function warmUp(): void {
  const clusterer = new StoryClusterer();
  for (const article of madeUpStream(3_000, 1)) clusterer.add(article);
}

function collector(): () => void {
  setFlagsFromString('--expose_gc');
  return runInNewContext('gc');
}
