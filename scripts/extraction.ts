/**
 * Scores the extraction of articles on a corpus of pages: node scripts/extraction.ts [CORPUS] [--misses]
 * CORPUS holds manifest.json with entries of kind "page" whose facts are `title`, `byline` or `author`,
 * `publishedTime` or `date_published`, `textFile` or `contentStartsWith`.
 */

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ExtractedArticle, extractArticle } from '../src/core/reading/extract-article.ts';

interface PageFacts {
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly author?: string | null;
  readonly publishedTime?: string | null;
  readonly date_published?: string | null;
  readonly siteName?: string | null;
  readonly lang?: string | null;
  readonly excerpt?: string | null;
  readonly url?: string;
  readonly textFile?: string;
  readonly contentStartsWith?: string;
}

const given = process.argv[2];
const folder =
  given !== undefined && !given.startsWith('--')
    ? pathToFileURL(`${given}/`)
    : new URL('../../shared/corpus/', import.meta.url);
if (!existsSync(new URL('manifest.json', folder))) {
  console.log('There is no corpus of pages there. Name its folder: node scripts/extraction.ts FOLDER');
  process.exit(1);
}
const manifest: { files: { file: string; kind: string; expected: PageFacts }[] } = JSON.parse(
  readFileSync(new URL('manifest.json', folder), 'utf8'),
);
const showMisses = process.argv.includes('--misses');

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u00a0\u200b]+/g, '');
const withoutBy = (text: string | null | undefined): string => tidy(text).replace(/^(?:by|par)\s+/i, '');
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const sameTime = (first: string, second: string): boolean =>
  first === second || Math.abs(Date.parse(first) - Date.parse(second)) < 1500;

/** Harmonic mean of precision and recall over words with their number. */
function wordF1(got: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of got) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return common === 0 ? 0 : (2 * common) / (got.length + wanted.length);
}

const score = new Map<string, [right: number, all: number]>();
const f1: number[] = [];
const times: number[] = [];
function judge(name: string, file: string, isRight: boolean, facts: () => string): void {
  const [right, all] = score.get(name) ?? [0, 0];
  score.set(name, [right + Number(isRight), all + 1]);
  if (!isRight && showMisses) console.log(`${name}\t${file}\t${facts()}`);
}

function judgePage(file: string, wanted: PageFacts, got: ExtractedArticle | undefined): void {
  const set = wanted.textFile === undefined ? 'hand-written' : 'by Readability';
  const miss =
    (have: string | undefined, want: string): (() => string) =>
    () =>
      `${tidy(have).slice(0, 110)}  <>  ${tidy(want).slice(0, 110)}`;
  const author = wanted.author ?? wanted.byline;
  const time = wanted.date_published ?? wanted.publishedTime;
  if (wanted.title)
    judge(`${set}: title`, file, tidy(got?.title) === tidy(wanted.title), miss(got?.title, wanted.title));
  if (author) judge(`${set}: author`, file, withoutBy(got?.byline) === withoutBy(author), miss(got?.byline, author));
  if (time) judge(`${set}: date`, file, sameTime(got?.publishedTime ?? '', time), miss(got?.publishedTime, time));
  if (wanted.siteName)
    judge(`${set}: site`, file, tidy(got?.siteName) === tidy(wanted.siteName), miss(got?.siteName, wanted.siteName));
  if (wanted.lang) judge(`${set}: language`, file, got?.lang === wanted.lang, miss(got?.lang, wanted.lang));
  if (wanted.excerpt)
    judge(`${set}: excerpt`, file, tidy(got?.excerpt) === tidy(wanted.excerpt), miss(got?.excerpt, wanted.excerpt));
  if (wanted.contentStartsWith) {
    const [text, start] = [squeezed(got?.text), squeezed(wanted.contentStartsWith)];
    judge(
      `${set}: first words`,
      file,
      text.startsWith(start),
      () =>
        `at ${text.indexOf(start)}: ${tidy(got?.text).slice(0, 100)}  <>  ${tidy(wanted.contentStartsWith).slice(0, 60)}`,
    );
    judge(`${set}: first words inside`, file, text.includes(start), () => '');
  }
  if (wanted.textFile !== undefined) {
    const value = wordF1(wordsOf(got?.text ?? ''), wordsOf(readFileSync(new URL(wanted.textFile, folder), 'utf8')));
    f1.push(value);
    judge(`${set}: word F1 >= 0.95`, file, value >= 0.95, () => value.toFixed(3));
  }
}

for (const { file, expected } of manifest.files.filter(({ kind }) => kind === 'page')) {
  const html = readFileSync(new URL(file, folder), 'utf8');
  const host = /(?<![^/])([^/]+)\.html$/.exec(file)?.[1];
  const url = expected.url ?? (expected.textFile === undefined ? `https://${host}/` : 'http://fakehost/test/page.html');
  const start = performance.now();
  const result = await extractArticle(html, { url });
  times.push(performance.now() - start);
  judgePage(file, expected, result.ok ? result.value : undefined);
}

for (const [name, [right, all]] of [...score].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(`${name}: ${right} of ${all}`);
const sorted = times.toSorted((a, b) => a - b);
console.log(
  `mean word F1 ${(f1.reduce((sum, value) => sum + value, 0) / (f1.length || 1)).toFixed(4)} over ${f1.length} pages`,
);
console.log(
  `ms a page: p50 ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)}, p95 ${sorted[Math.floor(sorted.length * 0.95)]?.toFixed(0)}, most ${sorted.at(-1)?.toFixed(0)}`,
);
