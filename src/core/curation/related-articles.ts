/** Related articles: which words to ask the full-text index for, and how to order what it finds. */

import type { EpochMs } from '../lib/clock.ts';
import { backgroundShare } from './background-frequency.ts';
import { type ArticleKey, articleTime, type CurationArticle, dayMs } from './curation-article.ts';
import { type ArticleTerms, storyTerms, type TermSource } from './story-terms.ts';
import { similarity, TermVocabulary } from './term-vocabulary.ts';

const wordsAsked = 12; // 10 found .921 of what counts, 15 .928, 30 .932 at three times the cost
const commonShare = 0.1; // a word in a tenth of the archive finds everything
const likenessNeeded = 0.1;
const likenessOfTitles = 0.06; // headlines alone share less
const ageHalfLifeDays = 30;
const perPublisher = 2;
const titleWeight = 2;

/**
 * Up to 12 words, best first, each to be quoted and joined with OR (title weight 3, body 1, limit 50).
 * `shareOf` gives the share of the archive that holds a word, when the caller knows it.
 */
export function relatedQueryWords(article: TermSource, shareOf?: (word: string) => number | undefined): string[] {
  const { terms } = storyTerms(article);
  const title = storyTerms({ ...article, lead: '' }).terms;
  const weighted = [...terms]
    .filter(([key]) => !key.startsWith('#'))
    .map(([key, { count, boost, surface }]) => {
      const share = shareOf?.(surface) ?? backgroundShare.get(key) ?? 0.0005;
      const weight =
        (1 + Math.log(count + (title.has(key) ? titleWeight - 1 : 0))) * boost * -Math.log(Math.max(share, 1e-6));
      return { surface, share, weight };
    })
    .filter(({ share }) => share <= commonShare);
  weighted.sort((a, b) => b.weight - a.weight || (a.surface < b.surface ? -1 : 1));
  return weighted.slice(0, wordsAsked).map(({ surface }) => surface);
}

export interface RelatedCandidate {
  readonly article: CurationArticle;
  readonly story?: string | undefined;
}

export interface RelatedArticle {
  readonly id: ArticleKey;
  readonly at: EpochMs;
  /** Likeness x age, by which the list is ordered. */
  readonly score: number;
  /** 0 to 1. */
  readonly likeness: number;
}

export interface RelatedOptions {
  readonly now: EpochMs;
  readonly limit: number;
  /** The article's own story: shown apart as "in this story", so not here. */
  readonly ownStory?: string | undefined;
}

/** Orders what the index found: by likeness and age, two per publisher, one per story, nothing weak. 50 candidates take about 10 ms. */
export function rankRelated(
  article: CurationArticle,
  found: readonly RelatedCandidate[],
  options: RelatedOptions,
): RelatedArticle[] {
  const { now, limit, ownStory } = options;
  const others = found.filter(
    ({ article: other, story }) => other.id !== article.id && (ownStory === undefined || story !== ownStory),
  );
  const vocabulary = new TermVocabulary();
  const own = doubledTitle(article);
  const terms = others.map((candidate) => doubledTitle(candidate.article));
  for (const each of [own, ...terms]) vocabulary.learn(each);
  const vector = vocabulary.weigh(own);
  const scored = others.flatMap((candidate, index) => {
    const its = terms[index];
    if (its === undefined) return [];
    const likeness = similarity(vector, vocabulary.weigh(its));
    const needed = own.leadLength === 0 || its.leadLength === 0 ? likenessOfTitles : likenessNeeded;
    if (likeness < needed) return [];
    const at = articleTime(candidate.article);
    const age = Math.max(0, now - at) / dayMs;
    return [{ candidate, at, score: likeness * 2 ** (-age / ageHalfLifeDays), likeness }];
  });
  scored.sort(
    (a, b) =>
      b.score - a.score || b.at - a.at || (String(a.candidate.article.id) < String(b.candidate.article.id) ? -1 : 1),
  );
  return firstFew(scored, limit);
}

function firstFew(
  scored: readonly { candidate: RelatedCandidate; at: EpochMs; score: number; likeness: number }[],
  limit: number,
): RelatedArticle[] {
  const shown: RelatedArticle[] = [];
  const publishers = new Map<string, number>();
  const stories = new Set<string>();
  const titles = new Set<string>();
  for (const { candidate, at, score, likeness } of scored) {
    if (shown.length === limit) break;
    const { article, story } = candidate;
    const used = publishers.get(article.publisher) ?? 0;
    const title = article.title.toLowerCase();
    if (used >= perPublisher || (story !== undefined && stories.has(story)) || titles.has(title)) continue;
    publishers.set(article.publisher, used + 1);
    if (story !== undefined) stories.add(story);
    titles.add(title);
    shown.push({ id: article.id, at, score, likeness });
  }
  return shown;
}

function doubledTitle(article: TermSource): ArticleTerms {
  const all = storyTerms(article);
  const title = storyTerms({ ...article, lead: '' }).terms;
  const terms = new Map(
    [...all.terms].map(([key, term]) => [key, { ...term, count: term.count + (title.has(key) ? titleWeight - 1 : 0) }]),
  );
  return { ...all, terms };
}
