/** One story, all its coverage: who told it first, who says what nobody else does, how it went, and out of how many sources. */

import type { EpochMs } from '../lib/clock.ts';
import { backgroundShare } from './background-frequency.ts';
import { type ArticleKey, hourMs } from './curation-article.ts';
import { storyTerms } from './story-terms.ts';

const wordsNamed = 4;
const timelineSteps = 24;

export interface CoverageArticle {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly at: EpochMs;
  readonly section?: string | undefined;
  readonly copyOf?: ArticleKey | undefined;
}

export interface CoverageRow {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly copyOf: ArticleKey | null;
  /** Words of this publisher that no other publisher of the story uses, names first. Empty for copies. */
  readonly onlyHere: readonly string[];
}

export interface CoverageBoard {
  /** Newest first. */
  readonly rows: readonly CoverageRow[];
  readonly first: { readonly id: ArticleKey; readonly publisher: string; readonly at: EpochMs };
  readonly lastAt: EpochMs;
  readonly publishers: readonly { readonly publisher: string; readonly articles: number; readonly firstAt: EpochMs }[];
  /** "14 of your 42 sources". */
  readonly covering: number;
  readonly outOf: number;
  readonly sections: readonly { readonly section: string; readonly publishers: number }[];
  /** Even steps from first to last, with how many articles and new publishers each brought. */
  readonly timeline: readonly { readonly from: EpochMs; readonly articles: number; readonly newPublishers: number }[];
}

/** Undefined for no articles. `activePublishers` counts the reader's owners, not feeds. */
export function coverageBoard(
  articles: readonly CoverageArticle[],
  activePublishers: number,
): CoverageBoard | undefined {
  const inTime = articles.toSorted((a, b) => a.at - b.at || (String(a.id) < String(b.id) ? -1 : 1));
  const [first] = inTime;
  const last = inTime.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const byPublisher = Map.groupBy(inTime, (article) => article.publisher);
  const only = wordsOnlyHere(byPublisher);
  const rows = inTime.map(({ id, publisher, at, copyOf }) => ({
    id,
    publisher,
    at,
    copyOf: copyOf ?? null,
    onlyHere: copyOf === undefined ? (only.get(id) ?? []) : [],
  }));
  const publishers = [...byPublisher].map(([publisher, own]) => ({
    publisher,
    articles: own.length,
    firstAt: own[0]?.at ?? first.at,
  }));
  return {
    rows: rows.toReversed(),
    first: { id: first.id, publisher: first.publisher, at: first.at },
    lastAt: last.at,
    publishers,
    covering: byPublisher.size,
    outOf: Math.max(activePublishers, byPublisher.size),
    sections: sectionsOf(inTime),
    timeline: timelineOf(
      inTime,
      publishers.map(({ firstAt }) => firstAt),
    ),
  };
}

function wordsOnlyHere(byPublisher: ReadonlyMap<string, readonly CoverageArticle[]>): Map<ArticleKey, string[]> {
  const holders = new Map<string, Set<string>>();
  const terms = new Map<ArticleKey, ReturnType<typeof storyTerms>['terms']>();
  for (const [publisher, articles] of byPublisher) {
    for (const article of articles) {
      const its = storyTerms(article).terms;
      terms.set(article.id, its);
      for (const key of its.keys()) {
        const known = holders.get(key);
        if (known === undefined) holders.set(key, new Set([publisher]));
        else known.add(publisher);
      }
    }
  }
  // With one publisher every word would be its own, which says nothing.
  if (byPublisher.size < 2) return new Map();
  return new Map([...terms].map(([id, its]) => [id, telling(its, holders)]));
}

function telling(
  terms: ReturnType<typeof storyTerms>['terms'],
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const own = [...terms].filter(([key, { surface }]) => holders.get(key)?.size === 1 && surface.length > 2);
  own.sort(([keyA, a], [keyB, b]) => weight(keyB, b) - weight(keyA, a) || (a.surface < b.surface ? -1 : 1));
  const words: string[] = [];
  for (const [, { surface }] of own) {
    if (words.length === wordsNamed) break;
    if (!words.some((word) => word.includes(surface) || surface.includes(word))) words.push(surface);
  }
  return words;
}

// A word that all news uses tells nothing of the one paper that used it here.
const rareShare = 0.0005;

function weight(
  key: string,
  { count, boost, surface }: { readonly count: number; readonly boost: number; readonly surface: string },
): number {
  const rarity = Math.log(backgroundShare.get(key) ?? rareShare) / Math.log(rareShare);
  return count * boost * (surface.includes(' ') ? 2.5 : 1) * rarity ** 2 + Math.min(surface.length, 12) / 100;
}

function sectionsOf(articles: readonly CoverageArticle[]): { section: string; publishers: number }[] {
  const named = articles.filter((article) => article.section !== undefined);
  return [...Map.groupBy(named, (article) => article.section ?? '')]
    .map(([section, own]) => ({ section, publishers: new Set(own.map((article) => article.publisher)).size }))
    .sort((a, b) => b.publishers - a.publishers || (a.section < b.section ? -1 : 1));
}

function timelineOf(inTime: readonly CoverageArticle[], joined: readonly EpochMs[]): CoverageBoard['timeline'] {
  const start = inTime[0]?.at ?? 0;
  const span = Math.max(hourMs, (inTime.at(-1)?.at ?? start) - start);
  const width = Math.max(hourMs, Math.ceil(span / timelineSteps / hourMs) * hourMs);
  const steps = Math.floor(span / width) + 1;
  const counts = Array.from({ length: steps }, (_, step) => ({
    from: start + step * width,
    articles: 0,
    newPublishers: 0,
  }));
  const at = (moment: EpochMs) => counts[Math.floor((moment - start) / width)];
  for (const article of inTime) {
    const step = at(article.at);
    if (step !== undefined) step.articles += 1;
  }
  for (const moment of joined) {
    const step = at(moment);
    if (step !== undefined) step.newPublishers += 1;
  }
  return counts;
}
