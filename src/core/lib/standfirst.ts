/**
 * What stands under a headline wherever an article is shown without its text, and what stands in the place of a headline
 * that its publisher did not write. One function for lists, Today, stories, searches and the palette.
 */
import { atWord, cutTo, endsASentence, firstSentence, sentenceEnds, withoutLastMarks } from './sentences.ts';

export interface Wording {
  /** '' where the publisher gave none. */
  readonly title: string;
  /** The publisher's own standfirst. */
  readonly deck: string | null;
  /** How the text begins, in one line: 400 characters at most, so that a longer one is broken off. */
  readonly lead: string;
}

export interface Standfirst {
  /** In the place of a headline; '' where there is one. */
  readonly opening: string;
  /** Ends at a sentence or with "…"; '' where nothing more is said than the headline says. */
  readonly summary: string;
}

const room = 240;
const openingRoom = 110;
const leadRoom = 400;
const aLongWord = 40;

/** Less than 10 microseconds, so that it is made anew for every row shown and no row keeps an old one. */
export function standfirst({ title, deck, lead }: Wording): Standfirst {
  const text = whole(lead);
  if (title === '') return untitled(text || (deck ?? ''));
  const own = deck === null ? '' : withoutRepeats(deck.trim(), title);
  return { opening: '', summary: cutTo(own || withoutRepeats(text, title), room) };
}

function untitled(text: string): Standfirst {
  const first = firstSentence(text);
  if (first.length > openingRoom) return { opening: atWord(first, openingRoom - 1), summary: '' };
  return { opening: first, summary: cutTo(text.slice(first.length).trimStart(), room) };
}

/** A lead that was broken off says so, wherever it is cut again. */
function whole(lead: string): string {
  const text = lead.trim();
  const isBrokenOff = lead.length > leadRoom - aLongWord && !endsASentence(text);
  return isBrokenOff ? `${withoutLastMarks(text)}…` : text;
}

/** Without place and agency, without a first sentence that is the headline again, and without a second beginning. */
function withoutRepeats(text: string, title: string): string {
  const told = withoutDateline(text);
  const first = firstSentence(told);
  if (!saysTheSame(first, title)) return upToSecondBeginning(told);
  return upToSecondBeginning(withoutDateline(told.slice(first.length).trimStart()));
}

// "HALLMOUTH - ", "NEW YORK, Nov 24 (Reuters) – ", "Berlin (dpa) - ", "【東京＝共同】". What follows has to begin a sentence:
// "NASA – the agency – said" has none.
const place = String.raw`\p{Lu}[\p{Lu}’'.-]{2,}(?:[ /]\p{Lu}[\p{Lu}’'.-]+){0,3}(?:,? [\p{L}\d., ]{2,24})?(?: \([^()]{2,40}\))?`;
const placeWithAgency = String.raw`[\p{Lu}\p{Lo}][\p{L}’'., -]{1,40} \([^()]{2,40}\)`;
const thenDash = String.raw`(?:\s+(?:-{1,2}|–|—)\s+|\s*—\s*)(?=["'“‘«„(]?[\p{Lu}\p{Lo}\d])`;
const dateline = new RegExp(String.raw`^(?:【[^【】]{1,30}】\s*|(?:${place}|${placeWithAgency})${thenDash})`, 'u');

const aDash = /[–—]|\s-/;

function withoutDateline(text: string): string {
  return text.startsWith('【') || aDash.test(text) ? text.replace(dateline, '') : text;
}

/** A summary and the text it is of, set one after the other: the text begins anew with its place. */
function upToSecondBeginning(text: string): string {
  if (!aDash.test(text)) return text;
  for (const end of sentenceEnds(text)) if (dateline.test(text.slice(end).trimStart())) return text.slice(0, end);
  return text;
}

const leastWords = 3;
const newWordsAllowed = 0.2; // "will share" for "agree to share"

/** True when nearly every word of the sentence stands in the headline. */
function saysTheSame(sentence: string, title: string): boolean {
  // Most sentences are far too long for it, and are not taken apart.
  if (sentence.length > title.length * 2 + openingRoom) return false;
  const words = wordsOf(sentence);
  const known = new Set(wordsOf(title));
  if (words.length < leastWords || known.size < leastWords) return words.join(' ') === [...known].join(' ');
  return words.filter((word) => !known.has(word)).length <= words.length * newWordsAllowed;
}

const sameBeginning = 5; // "port", "ports"; "share", "shared"

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (!/[\u3040-\u30ff\u3400-\u9fff]/.test(plain)) return words.map((word) => word.slice(0, sameBeginning));
  return words.flatMap((word) =>
    /[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? pairsOf(word) : word.slice(0, sameBeginning),
  );
}

/** Scripts without spaces are compared by two letters at a time. */
function pairsOf(word: string): string[] {
  return word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}
