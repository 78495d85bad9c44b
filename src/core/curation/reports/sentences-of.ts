/** The sentences of a report that say something: no headings, captions or menus that a page brought along. */
import { endsASentence, sentenceEnds } from '../../lib/sentences.ts';
import type { Report } from './report.ts';

// "HALLMOUTH (Wire) - "
const dateline =
  /^\p{Lu}[\p{L}’'.,-]*(?: \p{L}[\p{L}’'.,-]*){0,4}(?: \([^()]{2,40}\))? [-–—] (?=["'“‘«„(]?[\p{Lu}\d])/u;
const leastLetters = 16;
const mostSentences = 80;

/** In order. A line that ends without a full stop is a heading or a caption, unless the text was broken off there. */
export function sentencesOf({ text }: Pick<Report, 'text'>): string[] {
  const sentences: string[] = [];
  // A page's source may break its lines within a sentence.
  const lines = text.replace(/(?<![.!?…:])\n(?=\p{Ll})/gu, ' ').split('\n');
  for (const [at, line] of lines.entries()) {
    const told = at === 0 ? line.trim().replace(dateline, '') : line.trim();
    const ends = [0, ...sentenceEnds(told)];
    for (const [position, end] of ends.slice(1).entries()) {
      const sentence = told.slice(ends[position], end).trim();
      if (sentence.length >= leastLetters && endsASentence(sentence)) sentences.push(sentence);
      if (sentences.length === mostSentences) return sentences;
    }
  }
  return sentences;
}
