/** What is new in each report of a story: its first sentence that no earlier report has. */
import { cutTo } from '../../lib/sentences.ts';
import type { ArticleKey } from '../curation-article.ts';
import { isFigureLanguage, numberOfWord } from './figure-words.ts';
import type { Report } from './report.ts';
import { tokensOf } from './sentence-tokens.ts';
import { sentencesOf } from './sentences-of.ts';

const room = 260;
// Of a sentence's words: below it the sentence tells again what was told, in other words at most.
const newShare = 0.4;
const newWords = 3;
const newShareWithName = 0.15;
const newWithName = 2;
const leastWords = 4;

/**
 * By article; those that add nothing are left out. Compared with every earlier report of the same language, and with
 * the report's own headline, which stands above the sentence. About half a millisecond a report.
 */
export function newInReports(reports: readonly Report[]): ReadonlyMap<ArticleKey, string> {
  const inTime = reports.toSorted((a, b) => a.at - b.at || (String(a.id) < String(b.id) ? -1 : 1));
  const knownIn = new Map<string, Set<string>>();
  const found = new Map<ArticleKey, string>();
  for (const { id, title, text, language } of inTime) {
    const known = knownIn.get(language) ?? new Set<string>();
    knownIn.set(language, known);
    const sentences = sentencesOf({ text }).map((sentence) => ({ sentence, words: wordsOf(sentence, language) }));
    const headline = wordsOf(title, language);
    const isFirst = known.size === 0;
    const first = sentences.find(({ words }) => isNew(words, known) && (isFirst || adds(words, headline)));
    if (first !== undefined) found.set(id, cutTo(first.sentence, room));
    for (const words of [headline, ...sentences.map((each) => each.words)])
      for (const word of words.keys()) known.add(word);
  }
  return found;
}

function isNew(words: ReadonlyMap<string, boolean>, known: ReadonlySet<string>): boolean {
  if (words.size < leastWords) return false;
  const fresh = [...words].filter(([word]) => !known.has(word));
  if (fresh.length >= newWords && fresh.length >= words.size * newShare) return true;
  // A name or a figure that nobody gave before is news, in however many known words.
  const isTold = fresh.some(([, isTelling]) => isTelling);
  return isTold && fresh.length >= newWithName && fresh.length >= words.size * newShareWithName;
}

/** True where the sentence says more than its report's headline. */
function adds(words: ReadonlyMap<string, boolean>, headline: ReadonlyMap<string, boolean>): boolean {
  return [...words.keys()].filter((word) => !headline.has(word)).length >= newWords;
}

/** Stems, figures as they are written, of scripts without spaces pairs of characters; true for a name or a figure. */
function wordsOf(text: string, language: string): ReadonlyMap<string, boolean> {
  const words = new Map<string, boolean>();
  for (const { kind, stem, lower, text: written, isCapital, start } of tokensOf(text, language)) {
    if (kind === 'number') words.set(written, true);
    else if (unspaced.test(written)) for (const pair of pairsOf(written)) words.set(pair, false);
    else if (stem !== '') words.set(stem, words.get(stem) === true || isTelling({ lower, isCapital, start, language }));
  }
  return words;
}

interface Written {
  readonly lower: string;
  readonly isCapital: boolean;
  readonly start: number;
  readonly language: string;
}

function isTelling({ lower, isCapital, start, language }: Written): boolean {
  if (isCapital && start > 0 && language !== 'de') return true;
  return isFigureLanguage(language) && numberOfWord(lower, language) !== undefined;
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
