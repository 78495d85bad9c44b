/**
 * Lists while the hardest searches run on the other reader (bar: p95 under 10 ms), through the whole core.
 * `node bench/search-beside-lists.ts [articles]`, 100,000 by default.
 */
import { createClient } from '../src/contract/client.ts';
import { createCore, nodeWorkers } from '../src/core/index.ts';
import { header, measure, row } from './support/measure.ts';
import { seededLibrary } from './support/seeded-library.ts';
import { wordOfRank } from './support/seeded-random.ts';

const articles = Number(process.argv[2] ?? 100_000);
const words = Number(process.argv[3] ?? 350);
const libraryFolder = seededLibrary({ articles, feeds: 300, words }, (line) => console.log(line));
const core = await createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1, polling: false });
if (!core.ok) throw new Error(core.error.message);
const client = createClient(core.value);

let isRunning = true;
async function searchOn(): Promise<number> {
  let n = 0;
  while (isRunning) {
    const query = `${wordOfRank(n % 3)} lang:xx`;
    await Promise.all([
      client.call('articles.search', { query, order: 'best' }),
      client.call('search.facets', { query: `${wordOfRank(0)} ` }),
    ]);
    n += 1;
  }
  return n;
}

const list = () => client.call('articles.list', { view: 'all' });
for (let turn = 0; turn < 20; turn += 1) await list();
console.log(header);
console.log(row('list alone', await measure(200, list)));
const searching = searchOn();
console.log(row('list beside searches (bar p95 10 ms)', await measure(200, list)));
isRunning = false;
console.log(
  `${await searching} rounds of searches meanwhile; memory of the process ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB (bar 350)`,
);
await core.value.close();
