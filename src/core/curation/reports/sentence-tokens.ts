/** The words, figures and marks of one sentence, with where they stand, so that what was written can be shown. */
import { stemEnglish } from '../stem-english.ts';
import { stopWords } from '../stop-words.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** Compared instead of the word: its stem. Empty for small words and marks. */
  readonly stem: string;
}

const word = String.raw`[\p{L}\p{M}]+(?:[-'’.][\p{L}\p{M}]+)*`;
const mark = String.raw`[^\s\p{L}\p{M}\p{N}]`;
const pattern = new RegExp(String.raw`\d+(?:[.,:'’\u202f]\d+)*|${word}|${mark}`, 'gu');
// "4 200" is one figure in French.
const patternWithSpaces = new RegExp(String.raw`\d+(?:[.,:'’\u202f ]\d+)*|${word}|${mark}`, 'gu');
const sameBeginning = 6;

export function tokensOf(sentence: string, language: string): Token[] {
  const stops = stopWords(language || 'en');
  return Array.from(sentence.matchAll(language === 'fr' ? patternWithSpaces : pattern), (match): Token => {
    const [text] = match;
    const lower = text.toLowerCase().replaceAll('’', "'");
    const kind = /^\d/.test(text) ? 'number' : /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'mark';
    const stem = kind === 'word' ? stemOf(lower, { language, stops }) : '';
    return {
      kind,
      text,
      lower,
      stem,
      start: match.index,
      end: match.index + text.length,
      isCapital: /^\p{Lu}/u.test(text),
    };
  });
}

const elided = /^(?:[cdjlmnst]|qu)'/;

function stemOf(
  lower: string,
  { language, stops }: { readonly language: string; readonly stops: ReadonlySet<string> },
): string {
  const bare = (language === 'fr' ? lower.replace(elided, '') : lower.replace(/'s$/, ''))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  if (stops.has(bare) || bare.length < 2) return '';
  return language === 'en' || language === '' ? stemEnglish(bare) : bare.slice(0, sameBeginning);
}
