/** The words of a story that one publisher uses and no other does: what each side tells that the rest leave out. */
import { backgroundShare } from './background-frequency.ts';
import type { ArticleKey } from './curation-article.ts';
import { splitWords } from './split-words.ts';
import { stemEnglish } from './stem-english.ts';
import { languageOfText, stopWords } from './stop-words.ts';

const wordsNamed = 4;
/** Compared of each text. Whole books of a live blog would say more about its length than about its view. */
export const charactersCompared = 4000;
const nameBoost = 1.6;
const pairBoost = 2;
/** Of all articles: above it a word makes no pair with the word before it. */
const commonShare = 0.015;

export interface ToldArticle {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly title: string;
  readonly lead: string;
  /** Its whole text, where that is known; the lead stands in. */
  readonly text?: string | undefined;
  readonly language: string;
}

interface Told {
  count: number;
  isName: boolean;
  readonly isPair: boolean;
  readonly surface: string;
}

/**
 * For each article at most four, the most telling first: words said more than once, names, and pairs of words that stand
 * side by side at least twice ("bridge loan"). Words that all news uses are no view of anybody's and left out, so an article
 * may have none. Empty for a story of one publisher. About 0.5 ms an article.
 */
export function wordsOnlyHere(
  byPublisher: ReadonlyMap<string, readonly ToldArticle[]>,
): ReadonlyMap<ArticleKey, readonly string[]> {
  if (byPublisher.size < 2) return new Map();
  const holders = new Map<string, string | typeof several>();
  const told = new Map<ArticleKey, ReadonlyMap<string, Told>>();
  for (const [publisher, articles] of byPublisher) {
    for (const article of articles) {
      const its = wordsOf(article);
      told.set(article.id, its);
      for (const key of its.keys()) {
        const holder = holders.get(key);
        holders.set(key, holder === undefined || holder === publisher ? publisher : several);
      }
    }
  }
  return new Map([...told].map(([id, its]) => [id, telling([...its].filter(([key]) => holders.get(key) !== several))]));
}

const several = Symbol('more than one publisher');

function wordsOf(article: ToldArticle): ReadonlyMap<string, Told> {
  const title = splitWords(article.title);
  const words = splitWords((article.text || article.lead).slice(0, charactersCompared));
  const language = languageOfText(
    article.language,
    words.slice(0, 80).map((word) => word.text),
  );
  const isEnglish = language === 'en' || language === '';
  const stops = stopWords(isEnglish ? 'en' : language);
  const found = new Map<string, Told>();
  const add = (key: string, surface: string, { isName = false, isPair = false }) => {
    const known = found.get(key);
    if (known === undefined) found.set(key, { count: 1, isName, isPair, surface });
    else {
      known.count += 1;
      known.isName ||= isName;
    }
  };
  for (const [list, capitalsTell] of [
    [title, false],
    [words, true],
  ] as const) {
    let before: string | undefined;
    for (const { text, capital, opens, adjoins } of list) {
      const counts = !stops.has(text) && text.length > 2;
      const stem = isEnglish ? stemEnglish(text) : text;
      if (counts) add(stem, text, { isName: capitalsTell && capital && !opens });
      if (counts && adjoins && before !== undefined) add(`${before} ${stem}`, `${before} ${text}`, { isPair: true });
      before = counts ? text : undefined;
    }
  }
  return found;
}

function telling(own: readonly (readonly [string, Told])[]): string[] {
  const ranked = own
    .filter(([key, word]) => !isCommon(key, word) && (word.count > 1 || !word.isPair))
    .toSorted(([, a], [, b]) => weight(b) - weight(a) || (a.surface < b.surface ? -1 : 1));
  const words: string[] = [];
  for (const [, { surface }] of ranked) {
    if (words.length === wordsNamed) break;
    if (!words.some((word) => word.includes(surface) || surface.includes(word))) words.push(surface);
  }
  return words;
}

/** A pair is as common as its second word: "bridge loan" tells something, "common early" does not. */
function isCommon(key: string, { isPair }: Told): boolean {
  if (!isPair) return backgroundShare.has(key);
  return (backgroundShare.get(key.slice(key.lastIndexOf(' ') + 1)) ?? 0) >= commonShare;
}

function weight({ count, isName, isPair, surface }: Told): number {
  const boost = isPair ? pairBoost : isName ? nameBoost : 1;
  // Of words said equally often the longer ones are the more particular.
  return (1 + Math.log(count)) * boost + Math.min(surface.length, 12) / 20;
}
