/**
 * One core in a process of its own, on a library that is there: says when its first list came, and what memory it takes after
 * the hardest searches. Plain JavaScript, so that nothing but the core is measured. `open-core CORE LIBRARY`
 */
import { pathToFileURL } from 'node:url';

const [program, libraryFolder] = process.argv.slice(2);
if (program === undefined || libraryFolder === undefined) throw new Error('open-core CORE LIBRARY');
const { createCore, nodeWorkers } = await import(pathToFileURL(program).href);
const opened = await createCore({ libraryFolder, workers: nodeWorkers, polling: false });
if (!opened.ok) throw new Error(opened.error.message);
const { call, close } = opened.value;
const listed = await call('articles.list', { view: 'all' });
const firstListMs = performance.timeOrigin + performance.now();
const cpu = process.cpuUsage();
if (!listed.ok) throw new Error(listed.error.message);

const { resident } = await import('./resident.ts');
const { runningWord } = await import('./seeded-random.ts');
for (let turn = 0; turn < 20; turn += 1) {
  await Promise.all([
    call('articles.search', { query: `${runningWord(turn)} ${runningWord(turn + 300)} `, order: 'best' }),
    call('search.facets', { query: `${runningWord(turn)} ` }),
    call('articles.list', { view: 'unread' }),
  ]);
}
process.stdout.write(`${JSON.stringify({ firstListMs, cpuMs: (cpu.user + cpu.system) / 1000, ...resident() })}\n`);
await close();
