/** Text into words as curation compares them: letters and digits, accents folded, character pairs where no spaces part words. */

export interface Word {
  /** Lower case, accents folded, no possessive. */
  readonly text: string;
  readonly capital: boolean;
  /** First of its sentence or quotation, where a capital says nothing. */
  readonly opens: boolean;
  /** Only a space or hyphen lies between it and the word before. */
  readonly adjoins: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const asciiOnly = /^[\u0000-\u007f]*$/;
const initials = /^(?:\p{L}\.)+\p{L}?$/u;
const marks = /\p{M}/gu;

export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const gap = end < 0 ? '' : text.slice(end, match.index);
    const opens = end < 0 || /[.!?:;“"«|]/.test(gap);
    const adjoins = end >= 0 && /^[\s-]*$/.test(gap);
    end = match.index + raw.length;
    if (unspaced.test(raw)) for (const pair of characterPairs(raw)) words.push(plain(pair));
    else words.push({ text: fold(raw), capital: /^\p{Lu}/u.test(raw), opens, adjoins });
  }
  return words;
}

function fold(raw: string): string {
  const bare = raw.replaceAll('’', "'").replace(/'s$/i, '');
  const joined = initials.test(bare) ? bare.replaceAll('.', '') : bare;
  // Otherwise the country is taken for the pronoun.
  const lower = joined === 'US' ? 'usa' : joined.toLowerCase();
  return asciiOnly.test(lower) ? lower : lower.normalize('NFKD').replace(marks, '');
}

// Two characters carry about as much as one word in Chinese and Japanese, and need no dictionary.
function characterPairs(raw: string): string[] {
  const characters = [...raw];
  if (characters.length < 3) return [raw];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function plain(text: string): Word {
  return { text, capital: false, opens: false, adjoins: false };
}
