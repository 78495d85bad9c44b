/** One core in a process of its own, on a library that is there: says when its first list came, and what memory it takes after the hardest searches. */
import { createClient } from '../../src/contract/client.ts';
import { createCore, nodeWorkers } from '../../src/core/index.ts';
import { resident } from './resident.ts';
import { runningWord } from './seeded-random.ts';

const [libraryFolder] = process.argv.slice(2);
if (libraryFolder === undefined) throw new Error('open-core LIBRARY');
const opened = await createCore({ libraryFolder, workers: nodeWorkers, polling: false });
if (!opened.ok) throw new Error(opened.error.message);
const client = createClient(opened.value);
await client.call('articles.list', { view: 'all' });
const firstListMs = performance.timeOrigin + performance.now();
const cpu = process.cpuUsage();
for (let turn = 0; turn < 20; turn += 1) {
  await Promise.all([
    client.call('articles.search', { query: `${runningWord(turn)} ${runningWord(turn + 300)} `, order: 'best' }),
    client.call('search.facets', { query: `${runningWord(turn)} ` }),
    client.call('articles.list', { view: 'unread' }),
  ]);
}
process.stdout.write(`${JSON.stringify({ firstListMs, cpuMs: (cpu.user + cpu.system) / 1000, ...resident() })}\n`);
await opened.value.close();
