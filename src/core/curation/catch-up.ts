/** "Catch up in n minutes": the most worth that fits the time, one article per story (an exact 0/1 knapsack in half minutes). */

import type { ArticleKey } from './curation-article.ts';

const longestMinutes = 240;
const mostConsidered = 200; // best first; 200 x 480 steps take about 1 ms
const wordsAMinute = 230;
const leastMinutes = 0.5; // opening and leaving an article takes that long

export interface CatchUpArticle {
  readonly id: ArticleKey;
  readonly story?: string | undefined;
  readonly wordCount: number;
  /** Any scale, over 0; larger is more worth reading. */
  readonly value: number;
}

export interface CatchUp {
  /** In the order given, so best first when they came so. */
  readonly articles: readonly ArticleKey[];
  readonly minutes: number;
}

export function minutesToRead(wordCount: number): number {
  return Math.max(leastMinutes, Math.round((wordCount / wordsAMinute) * 2) / 2);
}

/** Hours that all these articles would take: what is owed. */
export function unreadDebtHours(wordCounts: Iterable<number>): number {
  let minutes = 0;
  for (const words of wordCounts) minutes += minutesToRead(words);
  return minutes / 60;
}

export function catchUpIn(budgetMinutes: number, articles: readonly CatchUpArticle[]): CatchUp {
  const room = Math.floor(Math.min(longestMinutes, Math.max(0, budgetMinutes)) * 2);
  const choices = onePerStory(articles).slice(0, mostConsidered);
  const best = new Float64Array(room + 1);
  const taken: Uint8Array[] = [];
  for (const { wordCount, value } of choices) {
    const size = minutesToRead(wordCount) * 2;
    const row = new Uint8Array(room + 1);
    for (let used = room; used >= size; used -= 1) {
      const withIt = (best[used - size] ?? 0) + value;
      if (withIt > (best[used] ?? 0)) {
        best[used] = withIt;
        row[used] = 1;
      }
    }
    taken.push(row);
  }
  return readBack(choices, taken, room);
}

function readBack(choices: readonly CatchUpArticle[], taken: readonly Uint8Array[], room: number): CatchUp {
  const chosen: CatchUpArticle[] = [];
  let left = room;
  for (let index = choices.length - 1; index >= 0; index -= 1) {
    const choice = choices[index];
    if (choice === undefined || taken[index]?.[left] !== 1) continue;
    chosen.unshift(choice);
    left -= minutesToRead(choice.wordCount) * 2;
  }
  const minutes = chosen.reduce((sum, { wordCount }) => sum + minutesToRead(wordCount), 0);
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
