/** Runs every feed of the corpus through the real pipeline and prints the facts right of those expected, by group, and each miss. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { neutralForm } from '../src/cli/neutral-form.ts';
import { parseFeed } from '../src/core/feeds/parsing/parse-feed.ts';
import { feedGroup } from './feed-group.ts';

interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected: unknown;
}

interface Verdict {
  readonly field: string;
  readonly ok: boolean;
  readonly want: unknown;
  readonly have: unknown;
}

interface Tally {
  facts: number;
  right: number;
  files: number;
  readonly misses: string[];
}

const corpus = process.argv[2] ?? fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const bar = 0.98; // of the facts in every group

await main();

async function main(): Promise<void> {
  if (!existsSync(join(corpus, 'manifest.json'))) {
    console.log(`No corpus at ${corpus}: nothing was checked. Give its folder as the argument.`);
    return;
  }
  const judge = await loadJudge();
  const tallies = new Map<string, Tally>();
  const thrown: string[] = [];
  const refused: string[] = [];
  for (const entry of readEntries()) {
    const bytes = readFileSync(join(corpus, entry.file));
    const outcome = await parseEntry(entry, bytes);
    if (outcome.kind === 'threw') thrown.push(`${entry.file}: ${outcome.message}`);
    if (outcome.kind === 'refused') refused.push(`${entry.file}: ${outcome.message}`);
    const feed = outcome.kind === 'feed' ? outcome.feed : null;
    count(tallies, feedGroup(entry, bytes), entry.file, judge(entry.expected, feed));
  }
  report({ tallies, thrown, refused });
}

type Judge = (expected: unknown, got: unknown) => readonly Verdict[];

/** The corpus brings its own yardstick. */
async function loadJudge(): Promise<Judge> {
  const module: unknown = await import(pathToFileURL(join(corpus, 'score', 'score.mjs')).href);
  if (typeof module === 'object' && module !== null && 'judge' in module && typeof module.judge === 'function') {
    return module.judge as Judge;
  }
  throw new Error(`${corpus} has no score/score.mjs with a judge`);
}

function readEntries(): readonly Entry[] {
  const manifest = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as { files: readonly Entry[] };
  return manifest.files.filter(({ kind }) => ['real', 'synthetic', 'illformed'].includes(kind));
}

type Outcome =
  | { readonly kind: 'feed'; readonly feed: unknown }
  | { readonly kind: 'refused' | 'threw'; readonly message: string };

async function parseEntry({ headers = {} }: Entry, bytes: Uint8Array): Promise<Outcome> {
  const contentType = headers['content-type'];
  const contentLocation = headers['content-location'];
  try {
    const result = await parseFeed(bytes, {
      ...(contentType === undefined ? {} : { contentType }),
      ...(contentLocation === undefined ? {} : { contentLocation }),
      now: Date.now(),
    });
    if (!result.ok) return { kind: 'refused', message: `${result.error.code}: ${result.error.message}` };
    return { kind: 'feed', feed: neutralForm(result.value) };
  } catch (error) {
    return { kind: 'threw', message: String(error) };
  }
}

function count(tallies: Map<string, Tally>, group: string, file: string, verdicts: readonly Verdict[]): void {
  const tally = tallies.get(group) ?? { facts: 0, right: 0, files: 0, misses: [] };
  tallies.set(group, tally);
  tally.files++;
  for (const { field, ok, want, have } of verdicts) {
    tally.facts++;
    if (ok) tally.right++;
    else tally.misses.push(`${file}\n    ${field}: expected ${short(want)}, got ${short(have)}`);
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function report(found: {
  tallies: ReadonlyMap<string, Tally>;
  thrown: readonly string[];
  refused: readonly string[];
}): void {
  const { tallies, thrown, refused } = found;
  const groups = [...tallies].sort(([one], [two]) => one.localeCompare(two));
  const total = { facts: 0, right: 0, files: 0 };
  console.log('group                 files   facts   right   share');
  for (const [group, { files, facts, right }] of groups) {
    total.facts += facts;
    total.right += right;
    total.files += files;
    console.log(row(group, { files, facts, right }));
  }
  console.log(row('all', total));
  console.log(`\nthrew: ${thrown.length}`);
  for (const line of thrown) console.log(`  ${line}`);
  console.log(`\nrefused with a reason: ${refused.length}`);
  for (const line of refused) console.log(`  ${line}`);
  console.log(`\nmisses: ${total.facts - total.right}`);
  for (const [group, { misses }] of groups) for (const miss of misses) console.log(`  [${group}] ${miss}`);
  const isBelow = groups.some(([, { facts, right }]) => facts > 0 && right / facts < bar);
  if (thrown.length > 0 || isBelow) process.exitCode = 1;
}

function row(name: string, { files, facts, right }: { files: number; facts: number; right: number }): string {
  const share = facts === 0 ? '-' : `${((100 * right) / facts).toFixed(2)} %`;
  return `${name.padEnd(20)}${[files, facts, right].map((n) => String(n).padStart(8)).join('')}${share.padStart(10)}`;
}
