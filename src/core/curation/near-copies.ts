/**
 * Recognises one text printed by several papers (agency copy), so that it counts once: MinHash over runs of three
 * words. For copies only; as a way to find stories it measured far below cluster-stories.ts.
 */

import type { EpochMs } from '../lib/clock.ts';
import type { ArticleKey } from './curation-article.ts';
import { hash53 } from './short-hash.ts';
import { splitWords } from './split-words.ts';

const hashes = 64;
const runLength = 3;
const runsNeeded = 4; // shorter headlines are alike by chance: precision .82 without this, .98 with it
const alike = 0.6; // estimated Jaccard likeness
const sameSentence = 0.6; // share of a sentence's runs that the shown text holds too

export interface CopyCandidate {
  readonly id: ArticleKey;
  readonly at: EpochMs;
  readonly title: string;
  /** The opening, or the whole cleaned text when it is at hand: then `added` covers all of it. */
  readonly text: string;
  readonly language: string;
}

export interface NearCopy {
  readonly id: ArticleKey;
  /** Sentences that the shown text does not have, in order. */
  readonly added: readonly string[];
}

export interface CopyGroup {
  /** The earliest: the one to show. */
  readonly shown: ArticleKey;
  readonly copies: readonly NearCopy[];
}

/**
 * Every article is in exactly one group; most groups have no copies. For tests of what two articles count as.
 * @internal
 */
export function groupNearCopies(articles: readonly CopyCandidate[]): CopyGroup[] {
  const inTime = articles.toSorted((a, b) => a.at - b.at || String(a.id).localeCompare(String(b.id)));
  const groups: { first: CopyCandidate; sketch: Uint32Array | undefined; copies: NearCopy[] }[] = [];
  const exact = new Map<string, (typeof groups)[number]>();
  for (const article of inTime) {
    const words = wordsOf(`${article.title}\n${article.text.slice(0, sketched)}`);
    const identity = words.join(' ');
    const sketch = exact.has(identity) ? undefined : minHash(words);
    const group = exact.get(identity) ?? groups.find((candidate) => areAlike(candidate.sketch, sketch));
    if (group === undefined || words.length < runLength) {
      const opened = { first: article, sketch, copies: [] };
      groups.push(opened);
      if (words.length >= runLength + runsNeeded - 1) exact.set(identity, opened);
    } else {
      group.copies.push({ id: article.id, added: addedSentences(group.first, article) });
    }
  }
  return groups.map(({ first, copies }) => ({ shown: first.id, copies }));
}

const sketched = 400; // the opening tells; later paragraphs are cut differently by each paper

/** True when the two sketches estimate a likeness of 0.6 or more; a text too short for a sketch is like none. */
export function areAlike(a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  let equal = 0;
  for (let i = 0; i < hashes; i += 1) if (a[i] === b[i]) equal += 1;
  return equal / hashes >= alike;
}

/** The sketch of a text (title, then opening), or undefined when it has under 4 runs of three words. */
export function copySketch(title: string, text: string): Uint32Array | undefined {
  return minHash(wordsOf(`${title}\n${text.slice(0, sketched)}`));
}

function minHash(words: readonly string[]): Uint32Array | undefined {
  const runs = new Set(runsOf(words));
  if (runs.size < runsNeeded) return undefined;
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (const run of runs) {
    const base = hash53(run) >>> 0;
    for (let i = 0; i < hashes; i += 1) {
      const mixed = mix(base ^ Math.imul(i + 1, 0x9e3779b1));
      if (mixed < (least[i] ?? 0)) least[i] = mixed;
    }
  }
  return least;
}

function mix(value: number): number {
  const a = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b ^ (b >>> 16)) >>> 0;
}

function wordsOf(text: string): string[] {
  return splitWords(text).map((word) => word.text);
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, i) => words.slice(i, i + runLength).join(' '));
}

function addedSentences(shown: CopyCandidate, copy: CopyCandidate): string[] {
  const known = new Set(runsOf(wordsOf(`${shown.title}\n${shown.text}`)));
  const segmenter = new Intl.Segmenter(copy.language === '' ? 'en' : safeLocale(copy.language), {
    granularity: 'sentence',
  });
  const added: string[] = [];
  for (const { segment } of segmenter.segment(copy.text)) {
    const runs = runsOf(wordsOf(segment));
    const shared = runs.filter((run) => known.has(run)).length;
    if (runs.length > 0 && shared / runs.length < sameSentence) added.push(segment.trim());
  }
  return added;
}

function safeLocale(language: string): string {
  return (
    Intl.Segmenter.supportedLocalesOf(
      [language.replaceAll('_', '-')].filter((tag) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)),
    )[0] ?? 'en'
  );
}
