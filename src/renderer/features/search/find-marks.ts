/** Where the words of a query stand in a text: for the marks in an opened article. */

export interface Mark {
  /** In order, lower case, accents folded. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly isPrefix: boolean;
}

interface Word {
  readonly at: number;
  readonly end: number;
  readonly folded: string;
}

/** Letters and digits side by side; Chinese, Japanese and Korean letters are words of one letter each, as in the index. */
const alone = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const wordPattern = new RegExp(`${alone}|(?:(?!${alone})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Places as [from, to) in UTF-16 units, in order, none within another. Cost: length of the text times the marks. */
export function findMarks(text: string, marks: readonly Mark[]): readonly (readonly [number, number])[] {
  const words = wordsIn(text);
  // Both sides are folded by the same hand: decomposing takes Hangul syllables apart, too.
  const wanted = marks.map((mark) => ({ ...mark, words: mark.words.map(fold) }));
  const places: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = Math.max(0, ...wanted.filter((mark) => stands(words, at, mark)).map((mark) => mark.words.length));
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || !first || !last) continue;
    places.push([first.at, last.end]);
    at += length - 1;
  }
  return places;
}

function stands(words: readonly Word[], at: number, { words: wanted, isPrefix }: Mark): boolean {
  if (wanted.length === 0) return false;
  return wanted.every((word, index) => {
    const folded = words[at + index]?.folded;
    return isPrefix && index === wanted.length - 1 ? (folded?.startsWith(word) ?? false) : folded === word;
  });
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }));
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
