/**
 * Searching the archive, each figure beside the bare SQLite statement in the same run. `node bench/search.ts [articles] [words]`,
 * 100,000 by default (1,000,000 take 5 GB of disk and a while to make). CPU of this process; wall times only rank.
 */
import { planQuery } from '../src/core/engine/plan-query.ts';
import { facets, search } from '../src/core/engine/search-queries.ts';
import { suggest } from '../src/core/engine/suggest.ts';
import { Budget } from '../src/core/lib/budget.ts';
import type { ReadableDb } from '../src/core/store/handles.ts';
import { openReadable } from '../src/core/store/open.ts';
import { feedToken } from '../src/core/store/search-index.ts';
import { searchSql } from '../src/core/store/search-sql.ts';
import { walkHits } from '../src/core/store/search-walk.ts';
import { type Figures, header, measure, row } from './support/measure.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';
import { wordOfRank } from './support/seeded-random.ts';

const articles = Number(process.argv[2] ?? 100_000);
const words = Number(process.argv[3] ?? 350);
const folder = seededLibrary({ articles, feeds: 200, words }, (line) => console.log(line));
const opened = openReadable(folder);
if (!opened.ok) throw new Error(opened.error.message);
const db: ReadableDb = opened.value;
const turns = 20;

interface Case {
  readonly name: string;
  /** One query a turn, so that not a single page of the index is all that is read. */
  readonly query: (turn: number) => string;
  readonly match: (turn: number) => string;
  /** Of the bare statement: AND rowid >= … */
  readonly from?: number;
}

const columns = '{title author body}';
const one = (rank: (turn: number) => number, name: string): Case => ({
  name,
  query: (turn) => `${wordOfRank(rank(turn))} `,
  match: (turn) => `${columns} : "${wordOfRank(rank(turn))}"`,
});
const lowFrom2025 = (new Date(2025, 5, 1).getTime() / 1000) * 2 ** 20;

const cases: readonly Case[] = [
  one((turn) => turn % 2, 'word in nearly all'),
  one((turn) => 20 + turn, 'frequent word'),
  one((turn) => 300 + 7 * turn, 'common word'),
  one((turn) => 5_000 + 91 * turn, 'rare word'),
  {
    name: 'two words',
    query: (turn) => `${wordOfRank(30 + turn)} ${wordOfRank(300 + turn)} `,
    match: (turn) => `${columns} : ("${wordOfRank(30 + turn)}" AND "${wordOfRank(300 + turn)}")`,
  },
  {
    name: 'phrase',
    query: (turn) => `"${wordOfRank(3)} ${wordOfRank(5 + turn)}"`,
    match: (turn) => `${columns} : "${wordOfRank(3)} ${wordOfRank(5 + turn)}"`,
  },
  {
    name: 'prefix of 2 letters',
    query: (turn) => `${wordOfRank(turn).slice(0, 2)}*`,
    match: (turn) => `${columns} : "${wordOfRank(turn).slice(0, 2)}" *`,
  },
  {
    name: 'frequent word with a date',
    query: (turn) => `${wordOfRank(20 + turn)} after:2025-06`,
    match: (turn) => `${columns} : "${wordOfRank(20 + turn)}"`,
    from: lowFrom2025,
  },
  {
    name: 'common word in a small feed',
    query: (turn) => `${wordOfRank(300 + turn)} source:"Feed 199"`,
    match: (turn) => `(${columns} : "${wordOfRank(300 + turn)}") AND (feed : "${feedToken(200)}")`,
  },
];

function bare({ match, from }: Case, turn: number): void {
  db.all(
    `SELECT rowid FROM article_index WHERE article_index MATCH :match ${from === undefined ? '' : 'AND rowid >= :from'}
     ORDER BY rowid DESC LIMIT 50`,
    { match: match(turn), ...(from === undefined ? {} : { from: BigInt(from) }) },
  );
}

/** The list alone: read, planned, walked. */
function walk(query: string): number {
  const plan = planQuery(db, query, libraryNow);
  if (plan.where === undefined) return 0;
  const sql = searchSql(db, { ...plan, where: plan.where });
  const how = { columns: 'article_index.rowid AS id', budget: new Budget(70) };
  return walkHits(db, sql, { newestFirst: true, limit: 50 }, how).rows.length;
}

function ask(query: string, order: 'newest' | 'best'): number {
  const answer = search(db, { query, order, limit: 50, countAll: false }, libraryNow);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.articles.length;
}

const ratio = (figures: Figures, other: Figures): string =>
  `x ${(figures.cpuMs / Math.max(0.01, other.cpuMs)).toFixed(1)} of bare`;

console.log(`${articles.toLocaleString('en-GB')} articles of ${words} words in 200 feeds, on one reader\n${header}`);
for (const about of cases) {
  for (let turn = 0; turn < turns; turn += 1) ask(about.query(turn), 'newest');
  const statement = await measure(turns, (turn) => bare(about, turn));
  const list = await measure(turns, (turn) => walk(about.query(turn)));
  const newest = await measure(turns, (turn) => ask(about.query(turn), 'newest'));
  const best = await measure(turns, (turn) => ask(about.query(turn), 'best'));
  console.log(row(`${about.name}: bare statement`, statement));
  console.log(row('  newest, the list (bar 3 ms CPU)', list, ratio(list, statement)));
  console.log(row('  with rows, snippets, count (bar 6 ms CPU)', newest));
  console.log(row('  best match with all that (bar 20 ms CPU)', best));
}

console.log(header);
for (const [name, query] of [
  ['only -word', `-${wordOfRank(30)}`],
  ['frequent word, starred', `${wordOfRank(30)} is:starred`],
  ['word or starred', `${wordOfRank(300)} OR is:starred`],
  ['nothing of a language', `${wordOfRank(0)} lang:xx`],
  ['32 words', Array.from({ length: 32 }, (_, rank) => wordOfRank(rank)).join(' ')],
  ['10,000 letters', 'nonsense '.repeat(1_100)],
] as const) {
  console.log(row(name, await measure(turns, () => ask(query, 'newest'))));
}
for (const rank of [0, 30, 300, 5_000]) {
  const figures = await measure(turns, () => facets(db, { query: `${wordOfRank(rank)} ` }, libraryNow));
  console.log(row(`facets of rank ${rank} (bar p95 100 ms)`, figures));
}
console.log(row('suggest source:fe', await measure(turns, () => suggest(db, { text: 'source:fe', at: 9, limit: 8 }))));
console.log(row('suggest author:ba', await measure(turns, () => suggest(db, { text: 'author:ba', at: 9, limit: 8 }))));

const pages = (name: string): number =>
  db.get<{ n: number | null }>(`SELECT sum(octet_length(block)) AS n FROM ${name}`)?.n ?? 0;
const text = db.get<{ n: number }>('SELECT sum(text_bytes) AS n FROM feed_size')?.n ?? 1;
console.log(`index with prefixes ${(pages('article_index_data') / text).toFixed(2)} x the indexed text (bar 1.4)`);
db.close();
