/** Finds in a text the words that a search looks for, as the index would: for ranking, snippets and marks. Faster than asking the index again. */
import type { SearchTerm } from '../../lib/search-plan.ts';

const wordLetter = /[\p{L}\p{N}\p{M}\p{Co}]/u;
const onlyAscii = /^[\0-\x7f]*$/;

export interface FoldedText {
  readonly folded: string;
  /** Where a place of the folded text lies in the text. */
  readonly placeOf: (at: number) => number;
}

/** Lower case, accents gone. */
export function foldText(text: string): FoldedText {
  if (onlyAscii.test(text)) return { folded: text.toLowerCase(), placeOf: (at) => at };
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const plain = letter.charCodeAt(0) < 0x80 ? letter.toLowerCase() : foldLetter(letter);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(at);
  return { folded, placeOf: (place) => places[place] ?? at };
}

const letters = new Map<string, string>();

function foldLetter(letter: string): string {
  let plain = letters.get(letter);
  if (plain === undefined) {
    plain = letter
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    // scripts have some thousand letters; a text of nonsense should not fill the memory
    if (letters.size < 20_000) letters.set(letter, plain);
  }
  return plain;
}

/** Lower case, accents gone, where places do not matter: several times faster. */
export function foldWhole(text: string): string {
  const lower = text.toLowerCase();
  return onlyAscii.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Starts and ends of hits in a folded text, in pairs, in no order. */
export type FindHits = (folded: string) => readonly number[];

export function finderOf(terms: readonly SearchTerm[]): FindHits {
  const finders = terms.map(finderOfTerm);
  const [only] = finders;
  if (only !== undefined && finders.length === 1) return only;
  return (folded) => finders.flatMap((find) => find(folded));
}

function finderOfTerm(term: SearchTerm): FindHits {
  const [first, ...rest] = term.words;
  if (first === undefined) return () => [];
  if (rest.length === 0) return (folded) => findWord(folded, first, term.isPrefix);
  return (folded) => {
    const hits: number[] = [];
    const starts = findWord(folded, first, false);
    for (let at = 0; at < starts.length; at += 2) {
      const end = endOfPhrase(folded, starts[at + 1] ?? 0, rest, term.isPrefix);
      if (end !== undefined) hits.push(starts[at] ?? 0, end);
    }
    return hits;
  };
}

/** Where the words that follow end, when they stand here with nothing but spaces and signs between. */
function endOfPhrase(folded: string, from: number, words: readonly string[], isPrefix: boolean): number | undefined {
  let at = from;
  for (const [n, word] of words.entries()) {
    while (at < folded.length && !isLetter(folded, at)) at += 1;
    if (!folded.startsWith(word, at)) return undefined;
    at += word.length;
    if (isPrefix && n === words.length - 1) while (isLetter(folded, at)) at += 1;
    else if (isLetter(folded, at)) return undefined;
  }
  return at;
}

function findWord(folded: string, word: string, isPrefix: boolean): number[] {
  const hits: number[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    let end = at + word.length;
    if (isLetter(folded, at - 1)) continue;
    if (isPrefix) while (isLetter(folded, end)) end += 1;
    else if (isLetter(folded, end)) continue;
    hits.push(at, end);
  }
  return hits;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return !Number.isNaN(code) && wordLetter.test(text[at] ?? '');
}
