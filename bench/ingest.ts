/**
 * How fast articles are stored and indexed, beside the bare SQLite statements (bar: 0.8 of their rate), alternating in one
 * run. `node bench/ingest.ts [articles] [articles a transaction]`, 10,000 by 100 by default. CPU of this process.
 */
import { figure } from './support/bars.ts';
import { ingestRate } from './support/ingest-rate.ts';

const articles = Number(process.argv[2] ?? 10_000);
const group = Number(process.argv[3] ?? 100);

console.log(`${articles.toLocaleString('en-GB')} articles of 350 words, ${group} a transaction`);
const { stored, bare } = ingestRate(articles, group, (line) => console.log(line));
figure('rate beside that of the bare statements', bare / stored, { least: 0.8 });
