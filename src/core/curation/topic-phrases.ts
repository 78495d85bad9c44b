/** Phrases in small letters that an article repeats: "night trains", "trains de nuit". Said once, two neighbours are chance. */

import { stemEnglish } from './stem-english.ts';
import { stopWords } from './stop-words.ts';
import type { TopicToken } from './topic-tokens.ts';
import { noTopic } from './topic-words.ts';

const leastLetters = 3;
/** Between two nouns, by language. */
const between: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['de', 'du', 'des', 'd']),
  es: new Set(['de', 'del']),
  it: new Set(['di', 'del', 'della', 'dei', 'delle']),
  pt: new Set(['de', 'do', 'da', 'dos', 'das']),
};
const adverb = /(?:ly|mente|ment)$/;
const doing = /ed$/;

interface Phrase {
  readonly words: readonly string[];
  readonly surface: string;
  readonly count: number;
  readonly inTitle: boolean;
}

/** Of two nouns and what joins them; none where word order or endings would have to be known to tell. */
export function repeatedPhrases(
  title: readonly TopicToken[],
  body: readonly TopicToken[],
  language: string,
): readonly Phrase[] {
  if (language !== 'en' && between[language] === undefined) return [];
  const counts = new Map<string, { words: string[]; surface: string; count: number; inTitle: boolean }>();
  for (const [tokens, inTitle] of [
    [title, true],
    [body, false],
  ] as const) {
    for (const phrase of pairsOf(tokens, language)) {
      const words = phrase.map(({ text }) => text);
      const key = words.map((word) => (language === 'en' ? stemEnglish(word) : word)).join(' ');
      const known = counts.get(key);
      const surface = phrase.map(({ raw }) => raw.toLocaleLowerCase(language)).join(' ');
      counts.set(key, {
        words,
        surface: known?.surface ?? surface,
        count: (known?.count ?? 0) + 1,
        inTitle: inTitle || known?.inTitle === true,
      });
    }
  }
  return [...counts.values()].filter(({ count }) => count > 1);
}

function* pairsOf(tokens: readonly TopicToken[], language: string): Generator<readonly TopicToken[]> {
  const stops = stopWords(language);
  const isNoun = (token: TopicToken | undefined): token is TopicToken =>
    token !== undefined &&
    !token.hasDigit &&
    (!token.capital || token.opens) &&
    token.text.length >= leastLetters &&
    !stops.has(token.text) &&
    !noTopic.has(token.text) &&
    !adverb.test(token.text);
  for (const [at, first] of tokens.entries()) {
    if (!isNoun(first)) continue;
    const [second, third] = [tokens[at + 1], tokens[at + 2]];
    if (isNoun(second) && second.adjoins && !second.opens && !(language === 'en' && doing.test(second.text)))
      yield [first, second];
    else if (second?.adjoins && between[language]?.has(second.text) && isNoun(third) && third.adjoins)
      yield [first, second, third];
  }
}
