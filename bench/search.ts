/**
 * Searching the archive: every bar of the archive with its figure, each beside the bare SQLite statement in the same run.
 *
 *   node bench/search.ts [articles] [words]     100,000 articles of 350 words by default
 *
 * The library is made at the first run and kept in the folder of temporary files (TMPDIR): 1,000,000 articles take 12 GB
 * and some ten minutes of CPU. CPU is that of this process, on one reader; wall times only rank on a machine that has
 * other work. Ends with a list of what is over its bar. `bench/listing.ts` measures lists, counts and marking,
 * `bench/search-beside-lists.ts` lists while searches run.
 */
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { bundleCore } from '../scripts/lib/bundle-core.mjs';
import { coreProgram } from '../scripts/lib/core-build.mjs';
import { coreEnvironment, coreFlags } from '../scripts/lib/core-process.mjs';
import { planQuery } from '../src/core/engine/searching/plan-query.ts';
import { facets, search } from '../src/core/engine/searching/search-queries.ts';
import { suggest } from '../src/core/engine/searching/suggest.ts';
import { Budget } from '../src/core/lib/budget.ts';
import { lowestIdAt } from '../src/core/store/articles/article-id.ts';
import type { ReadableDb } from '../src/core/store/handles.ts';
import { openReadable } from '../src/core/store/open.ts';
import { searchSql } from '../src/core/store/search/search-sql.ts';
import { walkIds } from '../src/core/store/search/search-walk.ts';
import { against, figure, printOver } from './support/bars.ts';
import { ingestRate } from './support/ingest-rate.ts';
import { header, measure, row } from './support/measure.ts';
import { hardQueries, type SearchCase, searchCases } from './support/search-cases.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';
import { runningWord } from './support/seeded-random.ts';

const articles = Number(process.argv[2] ?? 100_000);
const words = Number(process.argv[3] ?? 350);
const feeds = 300;
const turns = 40;
const folder = seededLibrary({ articles, feeds, words }, (line) => console.log(line));
const opened = openReadable(folder);
if (!opened.ok) throw new Error(opened.error.message);
const db: ReadableDb = opened.value;

const newestBar = { cpu: 3, p95: 20, timesBare: 2 };
const pageBar = { cpu: 6 };
const bestBar = { cpu: 20, p95: 60 };
const anythingBar = { p95: 100 };

function bare({ match, from }: SearchCase, turn: number): void {
  db.all(
    `SELECT rowid FROM article_index WHERE article_index MATCH :match ${from === undefined ? '' : 'AND rowid >= :from'}
     ORDER BY rowid DESC LIMIT 50`,
    { match: match(turn), ...(from === undefined ? {} : { from: BigInt(lowestIdAt(from.getTime())) }) },
  );
}

/** The list alone: read, planned, walked. */
function walk(query: string): number {
  const plan = planQuery(db, query, libraryNow);
  if (plan.where === undefined) return 0;
  const sql = searchSql(db, { ...plan, where: plan.where });
  return walkIds(db, sql, { newestFirst: true, limit: 50 }, new Budget(50)).rows.length;
}

function ask(query: string, order: 'newest' | 'best', cursor?: string): string | undefined {
  const about = { query, order, limit: 50, countAll: false, ...(cursor !== undefined && { cursor }) };
  const answer = search(db, about, libraryNow);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.cursor;
}

async function searches(): Promise<void> {
  console.log(header);
  for (const about of searchCases(feeds)) {
    for (let turn = 0; turn < turns; turn += 1) ask(about.query(turn), 'best');
    const statement = await measure(turns, (turn) => bare(about, turn));
    const list = await measure(turns, (turn) => walk(about.query(turn)));
    const newest = await measure(turns, (turn) => ask(about.query(turn), 'newest'));
    // the next page goes on with the count that the first one made
    const cursors = Array.from({ length: turns }, (_, turn) => ask(about.query(turn), 'newest'));
    const page = await measure(turns, (turn) => ask(about.query(turn), 'newest', cursors[turn]));
    const best = await measure(turns, (turn) => ask(about.query(turn), 'best'));
    console.log(row(`${about.name}: bare statement`, statement));
    against('  newest, the list', list, newestBar, statement);
    against('  next page, with rows and 50 snippets', page, pageBar);
    console.log(row('  first page, counting up to 1,000 as well', newest));
    against('  best match with all that', best, bestBar);
  }
}

async function everythingElse(): Promise<void> {
  console.log(header);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  for (const [name, query] of hardQueries) against(name, await measure(turns, () => ask(query, 'newest')), anythingBar);
  for (const rank of [0, 30, 300, 5_000]) {
    const figures = await measure(turns, () => facets(db, { query: `${runningWord(rank)} ` }, libraryNow));
    against(`facets and histogram, word of rank ${rank}`, figures, anythingBar);
  }
  for (const text of ['source:fe', 'author:ba'])
    against(
      `suggest ${text}`,
      await measure(turns, () => suggest(db, { text, at: text.length, limit: 8 })),
      anythingBar,
    );
}

function sizes(): void {
  const index = db.get<{ n: number }>('SELECT sum(octet_length(block)) AS n FROM article_index_data')?.n ?? 0;
  const text = db.get<{ n: number }>('SELECT sum(text_bytes) AS n FROM feed_size')?.n ?? 1;
  figure(
    `index with prefixes, ${(text / articles).toFixed(0)} bytes of text an article`,
    index / text,
    { most: 1.4 },
    ' x',
  );
}

/** A whole core in a process of its own, seven times, each beside an empty Node. */
async function processes(): Promise<void> {
  if (coreProgram('core').endsWith('.ts')) await bundleCore();
  const openCore = fileURLToPath(new URL('support/open-core.mjs', import.meta.url));
  const core = coreProgram('core');
  const env = coreEnvironment();
  const starts = Array.from({ length: 7 }, () => {
    const emptyStart = Date.now();
    const empty = spawnSync(
      process.execPath,
      ['-p', 'const cpu = process.cpuUsage(); (cpu.user + cpu.system) / 1000'],
      {
        encoding: 'utf8',
      },
    );
    const emptyMs = Date.now() - emptyStart;
    const start = Date.now();
    const { stdout } = spawnSync(process.execPath, [...coreFlags, openCore, core, folder], { env, encoding: 'utf8' });
    const said = JSON.parse(stdout) as { firstListMs: number; cpuMs: number; residentMb: number; ownMb: number };
    return { ...said, overEmpty: said.firstListMs - start - emptyMs, cpuOverEmpty: said.cpuMs - Number(empty.stdout) };
  });
  figure(
    'memory of a core after the hardest searches',
    Math.max(...starts.map((one) => one.residentMb)),
    { most: 350 },
    ' MB',
  );
  figure(
    'start to first list over an empty Node, middle of 7',
    middle(starts.map((one) => one.overEmpty)),
    { most: 150 },
    ' ms',
  );
  const cpu = middle(starts.map((one) => one.cpuOverEmpty));
  console.log(`  in CPU time of all threads together: ${cpu.toFixed(0)} ms`);
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(`${articles.toLocaleString('en-GB')} articles of ${words} words in ${feeds} feeds, ${turns} turns each`);
await searches();
await everythingElse();
sizes();
db.close();
await processes();
console.log('storing 5,000 articles, 100 a transaction');
const { stored, bare: statements } = ingestRate(5_000, 100, (line) => console.log(line));
figure('rate of ingest beside the bare statements', statements / stored, { least: 0.8 }, ' x');
printOver();
