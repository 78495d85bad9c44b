/** What curation needs to know of an article. The store fills it; nothing here reads a database or a clock. */

import type { EpochMs } from '../lib/clock.ts';

export type ArticleKey = number | string;

export interface CurationArticle {
  readonly id: ArticleKey;
  readonly guid?: string | undefined;
  readonly feedId: number | string;
  /** The owner behind the feed, as the domain of the article's address: many feeds of one owner are one publisher. */
  readonly publisher: string;
  readonly title: string;
  /** The first 400 characters of the cleaned text, empty where the feed gives a title only. */
  readonly lead: string;
  /** BCP 47, or empty when nobody said and nothing could be told. */
  readonly language: string;
  readonly publishedAt: EpochMs;
  readonly arrivedAt: EpochMs;
  readonly section?: string | undefined;
  readonly author?: string | undefined;
  /** Place in its feed at the last fetch, 0 for the top. */
  readonly position?: number | undefined;
  readonly hasPicture: boolean;
  readonly wordCount: number;
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

const earliestBelievable = Date.UTC(1990, 0, 1); // no feed is older than the web; 1970 is an empty date field
const clockSkewMs = 5 * 60_000;

/** The moment an article counts from: its own date when that can be true, otherwise its arrival. */
export function articleTime(article: Pick<CurationArticle, 'publishedAt' | 'arrivedAt'>): EpochMs {
  const { publishedAt, arrivedAt } = article;
  const believable = publishedAt >= earliestBelievable && publishedAt <= arrivedAt + clockSkewMs;
  return believable ? Math.min(publishedAt, arrivedAt) : arrivedAt;
}
