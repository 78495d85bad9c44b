/** Which sentences of a text are notices: what a site says in place of an article. */
import { wordCount } from '../reading-time.ts';
import { isReported, quotationsIn, speaksToReader, withoutQuotations } from './manner.ts';
import { type NoticeKind, type NoticePhrase, noticePhrases } from './notice-phrases.ts';

export interface Notices {
  /** Words of the sentences that are no notice. */
  readonly ownWords: number;
  readonly noticeWords: number;
  /** The words of notices by kind; a sentence may be of two. */
  readonly wordsOf: ReadonlyMap<NoticeKind, number>;
  /** The different sentences that are notices, by kind. */
  readonly sentencesOf: ReadonlyMap<NoticeKind, ReadonlySet<string>>;
  /** How many different sentences say that text is held back. */
  readonly gates: number;
  /** How many of the first sentences, up to six, ask for consent. */
  readonly openingConsents: number;
}

// Terms of use can be as long as a book; what a page is shows at its beginning.
const longestText = 16_000;
const openingSentences = 6;
/** About 1 ms for 1,000 words. */
export function noticesIn(text: string): Notices {
  const wordsOf = new Map<NoticeKind, number>();
  const saidOf = new Map<NoticeKind, Set<string>>();
  const gates = new Set<string>();
  let ownWords = wordCount(quotationsIn(text.slice(0, longestText)).join('\n'));
  let noticeWords = 0;
  let openingConsents = 0;
  let at = 0;
  for (const { line, sentences } of linesIn(text)) {
    const told = sentences.map((sentence) => ({ sentence, words: wordCount(sentence), found: phrasesIn(sentence) }));
    const isProse = told.some(({ found }) => found.length > 0) && (isReported(line) || isParagraph(line, told));
    for (const { sentence, words, found } of told) {
      const isOpening = at < openingSentences;
      at += 1;
      if (found.length === 0 || isProse) {
        ownWords += words;
        continue;
      }
      noticeWords += words;
      for (const { kind } of found) {
        wordsOf.set(kind, (wordsOf.get(kind) ?? 0) + words);
        saidOf.set(kind, (saidOf.get(kind) ?? new Set()).add(sentence));
      }
      if (found.some(({ isGate }) => isGate)) gates.add(sentence);
      if (isOpening && found.some(({ kind }) => kind === 'consent')) openingConsents += 1;
    }
  }
  return { ownWords, noticeWords, wordsOf, sentencesOf: saidOf, gates: gates.size, openingConsents };
}

interface Told {
  readonly words: number;
  readonly found: readonly unknown[];
}

const leastParagraph = 24; // words

/** A paragraph of which most is no notice mentions one, as an article does. */
function isParagraph(line: string, told: readonly Told[]): boolean {
  const sum = (some: readonly Told[]) => some.reduce((words, sentence) => words + sentence.words, 0);
  const all = sum(told);
  const own = sum(told.filter(({ found }) => found.length === 0));
  return all >= leastParagraph && own > all / 2 && !speaksToReader(line);
}

interface Line {
  readonly line: string;
  /** In small letters. */
  readonly sentences: readonly string[];
}

function linesIn(text: string): readonly Line[] {
  return withoutQuotations(text.slice(0, longestText))
    .split('\n')
    .map((line) => ({ line, sentences: sentencesIn(line) }));
}

function sentencesIn(line: string): readonly string[] {
  return line
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[\t\r\u00a0\u202f]/g, ' ')
    .replace(/\d[\d.,]*/g, '#')
    .split(/[.!?…。！？؟]/)
    .map((sentence) => sentence.replace(/ {2,}/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** What part of the words of a sentence a phrase of the kind is, from 0 to 1. */
export function shareOfPhrase(text: string, kind: NoticeKind): number {
  const shares = linesIn(text)
    .flatMap(({ sentences }) => sentences)
    .map((sentence) => {
      const lengths = phrasesIn(sentence).map((phrase) =>
        phrase.kind === kind ? wordCount(phrase.parts.join(' ')) : 0,
      );
      return Math.max(0, ...lengths) / Math.max(1, wordCount(sentence));
    });
  return Math.max(0, ...shares);
}

/** The kinds of notice that a sentence is, and whether one of its phrases says that text is held back. */
function phrasesIn(sentence: string): readonly Candidate[] {
  return candidatesFor(sentence).filter(({ parts, isWhole }) =>
    isWhole ? parts[0] === sentence : parts.every((part) => holds(sentence, part)),
  );
}

const letter = /[\p{L}\p{N}]/u;
const word = /[\p{L}\p{N}#]+/gu;
const scriptWithoutSpaces = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
const longestKey = 4; // letters

type Candidate = NoticePhrase & { readonly kind: NoticeKind };

/** A thousand phrases, by the first letters of their first word: to look for each in each sentence would take all the time. */
const byBeginning = new Map<string, Candidate[]>();
const withoutSpaces: Candidate[] = [];
for (const { kind, phrases } of noticePhrases) {
  for (const phrase of phrases) {
    const candidate = { ...phrase, kind };
    const [first = ''] = phrase.parts;
    const key = first.match(word)?.[0].slice(0, longestKey) ?? '';
    if (scriptWithoutSpaces.test(first)) withoutSpaces.push(candidate);
    else byBeginning.set(key, [...(byBeginning.get(key) ?? []), candidate]);
  }
}

function candidatesFor(sentence: string): readonly Candidate[] {
  const keys = new Set<string>();
  for (const [found] of sentence.matchAll(word)) {
    for (let length = 1; length <= Math.min(longestKey, found.length); length += 1) keys.add(found.slice(0, length));
  }
  const candidates = [...keys].flatMap((key) => byBeginning.get(key) ?? []);
  return scriptWithoutSpaces.test(sentence) ? [...candidates, ...withoutSpaces] : candidates;
}

/** True when the part begins where a word begins: "member" is in "members", "tu privacidad" is not in "situ privacidad". */
function holds(sentence: string, part: string): boolean {
  const isFree = scriptWithoutSpaces.test(part) || !letter.test(part[0] ?? '');
  for (let at = sentence.indexOf(part); at >= 0; at = sentence.indexOf(part, at + 1)) {
    if (isFree || at === 0 || !letter.test(sentence[at - 1] ?? '')) return true;
  }
  return false;
}
