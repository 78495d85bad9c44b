/** "Catch up in n minutes": the day's lead first, then the most worth reading that fits: few stories, whole, one article each. */

import type { ArticleKey } from './curation-article.ts';

const longestMinutes = 240;
const wordsAMinute = 230;
const leastMinutes = 0.5; // opening and leaving an article takes that long
/** A page of thirty briefs is no catching up: 5 minutes are five stories at most, 40 twelve. */
const mostAtFirst = 4;
const minutesAStoryMore = 5;
/** A long lead is not all of a day: the best of the short ones come with it, and the minutes are told as they are. */
const fewest = 3;
const shortMinutes = 2;

export interface CatchUpArticle {
  readonly id: ArticleKey;
  readonly story?: string | undefined;
  readonly wordCount: number;
  /** Any scale, over 0; larger is more worth reading. */
  readonly value: number;
}

export interface CatchUp {
  /** Best first. */
  readonly articles: readonly ArticleKey[];
  /** Of all of them; more than asked for only where the first takes nearly all of it. */
  readonly minutes: number;
}

export function minutesToRead(wordCount: number): number {
  return Math.max(leastMinutes, Math.round((wordCount / wordsAMinute) * 2) / 2);
}

/**
 * The best is always there, whatever it takes. Each other is taken in the order of worth, if it fits into what is left; up to
 * three stories there are short ones that do not.
 */
export function catchUpIn(budgetMinutes: number, articles: readonly CatchUpArticle[]): CatchUp {
  const budget = Math.min(longestMinutes, budgetMinutes);
  if (budget <= 0) return { articles: [], minutes: 0 };
  const most = mostAtFirst + Math.ceil(budget / minutesAStoryMore);
  const [first, ...others] = onePerStory(articles.toSorted((a, b) => b.value - a.value));
  if (first === undefined) return { articles: [], minutes: 0 };
  const chosen = [first];
  let minutes = minutesToRead(first.wordCount);
  for (const article of others) {
    if (chosen.length === most) break;
    const after = minutes + minutesToRead(article.wordCount);
    const isNeeded = chosen.length < fewest && minutesToRead(article.wordCount) <= shortMinutes;
    if (after > budget && !(isNeeded && budget >= fewest)) continue;
    chosen.push(article);
    minutes = after;
  }
  return { articles: chosen.map(({ id }) => id), minutes };
}

function onePerStory(articles: readonly CatchUpArticle[]): CatchUpArticle[] {
  const stories = new Set<string>();
  return articles.filter(({ story, value }) => {
    if (value <= 0 || (story !== undefined && stories.has(story))) return false;
    if (story !== undefined) stories.add(story);
    return true;
  });
}
