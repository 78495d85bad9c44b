/** What changed between two states of an article as a reader wants to see it: sentence by sentence, old beside new. */
import { sentenceEnds } from '../lib/sentences.ts';
import { type ArticleState, numberWord, severityOf, shortestEdit, type TextChange, wordDiff } from './revisions.ts';

export interface Words {
  readonly text: string;
  readonly isChanged: boolean;
}

export interface Passage {
  /** Position of its paragraph, the first is 1; null for the headline. */
  readonly paragraph: number | null;
  /** Only spelling, punctuation or case. */
  readonly isSmall: boolean;
  /** Empty for a sentence that was added. */
  readonly before: readonly Words[];
  /** Empty for a sentence that was left out. */
  readonly after: readonly Words[];
}

interface Sentence {
  readonly text: string;
  readonly paragraph: number;
}

/** Share of its words that a sentence keeps while it is the same sentence, changed. */
const leastLikeness = 0.4;

/** In the order of the article as it is now. A few ms for an article of 2,000 words. */
export function changedPassages(before: ArticleState, after: ArticleState): readonly Passage[] {
  const headline = passageOf({ text: before.title, paragraph: 0 }, { text: after.title, paragraph: 0 });
  const passages = [...changedSentences(sentencesOf(before.text), sentencesOf(after.text))];
  return headline === undefined ? passages : [{ ...headline, paragraph: null }, ...passages];
}

function* changedSentences(old: readonly Sentence[], now: readonly Sentence[]): Generator<Passage> {
  let atOld = 0;
  let atNow = 0;
  let gone: Sentence[] = [];
  let come: Sentence[] = [];
  for (const { kind } of shortestEdit(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  )) {
    if (kind === 'same') {
      yield* paired(gone, come);
      [gone, come] = [[], []];
    }
    const [wasAt, isAt] = [old[atOld], now[atNow]];
    if (kind === 'removed' && wasAt) gone.push(wasAt);
    if (kind === 'added' && isAt) come.push(isAt);
    if (kind !== 'added') atOld += 1;
    if (kind !== 'removed') atNow += 1;
  }
  // Beyond the limit of the search one edit stands for all that is left.
  yield* paired([...gone, ...old.slice(atOld)], [...come, ...now.slice(atNow)]);
}

/** Each sentence that came beside the one it was, where there is one. */
function* paired(gone: readonly Sentence[], come: readonly Sentence[]): Generator<Passage> {
  const left = [...gone];
  for (const sentence of come) {
    const at = left.findIndex((other) => likeness(other.text, sentence.text) >= leastLikeness);
    for (const removed of left.splice(0, Math.max(0, at))) yield* found(passageOf(removed, undefined));
    yield* found(passageOf(at < 0 ? undefined : left.shift(), sentence));
  }
  for (const removed of left) yield* found(passageOf(removed, undefined));
}

function found(passage: Passage | undefined): readonly Passage[] {
  return passage === undefined ? [] : [passage];
}

function passageOf(old: Sentence | undefined, now: Sentence | undefined): Passage | undefined {
  const changes = wordDiff(old?.text ?? '', now?.text ?? '');
  const severity = severityOf(changes);
  if (severity === undefined) return undefined;
  return {
    paragraph: (now ?? old)?.paragraph ?? null,
    isSmall: severity === 'trifle',
    before: sideOf(changes, 'removed'),
    after: sideOf(changes, 'added'),
  };
}

function sideOf(changes: readonly TextChange[], own: 'removed' | 'added'): Words[] {
  const words = changes.filter(({ kind }) => kind === 'same' || kind === own);
  return words.flatMap(({ kind, text }) => {
    if (kind === 'same') return [{ text, isChanged: false }];
    // The space after a word did not change.
    const word = text.trimEnd();
    const space = { text: text.slice(word.length), isChanged: false };
    return space.text === '' ? [{ text: word, isChanged: true }] : [{ text: word, isChanged: true }, space];
  });
}

function sentencesOf(text: string): Sentence[] {
  const paragraphs = text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return paragraphs.flatMap((paragraph, at) => {
    const ends = [0, ...sentenceEnds(paragraph), paragraph.length];
    const sentences = ends.slice(1).map((end, position) => paragraph.slice(ends[position], end).trim());
    return sentences.filter((sentence) => sentence !== '').map((sentence) => ({ text: sentence, paragraph: at + 1 }));
  });
}

function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const shared = [...(a ?? [])].filter((word) => b?.has(word)).length;
  const most = Math.max(a?.size ?? 0, b?.size ?? 0);
  return most === 0 ? 0 : shared / most;
}

export interface ChangeCounts {
  readonly headline: boolean;
  /** Different numbers: one that is corrected in three places counts once. */
  readonly numbers: number;
  readonly quotations: number;
  /** Sentences with other words, none of the above. */
  readonly sentences: number;
  readonly added: number;
  readonly removed: number;
  readonly small: number;
}

const digit = /\p{N}/u;
const quotation = /["“”„«»]/u;

export function countChanges(passages: readonly Passage[]): ChangeCounts {
  const numbers = new Set<string>();
  const counts = { quotations: 0, sentences: 0, added: 0, removed: 0, small: 0 };
  for (const passage of passages.filter(({ paragraph }) => paragraph !== null)) {
    const [old, now] = [changedText(passage.before), changedText(passage.after)];
    if (passage.isSmall) counts.small += 1;
    else if (passage.before.length === 0) counts.added += 1;
    else if (passage.after.length === 0) counts.removed += 1;
    else if (isNumber(old) && isNumber(now)) numbers.add(`${old} ${now}`);
    else if (quotation.test(textOf(passage.after))) counts.quotations += 1;
    else counts.sentences += 1;
  }
  const headline = passages.some(({ paragraph, isSmall }) => paragraph === null && !isSmall);
  return { headline, numbers: numbers.size, ...counts };
}

function isNumber(text: string): boolean {
  return digit.test(text) || numberWord.test(text);
}

function changedText(words: readonly Words[]): string {
  return textOf(words.filter(({ isChanged }) => isChanged)).trim();
}

function textOf(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('');
}
