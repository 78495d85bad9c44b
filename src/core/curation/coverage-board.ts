/** One story, all its coverage: who told it first, how it went, and out of how many sources. */

import type { EpochMs } from '../lib/clock.ts';
import { type ArticleKey, hourMs } from './curation-article.ts';

const timelineSteps = 24;

export interface CoverageArticle {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly section?: string | undefined;
  readonly copyOf?: ArticleKey | undefined;
}

export interface CoverageRow {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly copyOf: ArticleKey | null;
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
  const rows = inTime.map(({ id, publisher, at, copyOf }) => ({
    id,
    publisher,
    at,
    copyOf: copyOf ?? null,
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
