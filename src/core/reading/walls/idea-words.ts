/** Lists of the beginnings of words, found in a text wherever a word begins so. */

export type IdeaWords = readonly string[];

/** `lines` with | or a line's end between two entries, in small letters; one that ends in $ is a whole word. */
export function ideasOf(lines: string): IdeaWords {
  return lines
    .split(/[|\n]/)
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      if (withoutSpaces.test(entry)) return entry.trim();
      return entry.trim().endsWith('$') ? plainWords(entry) : plainWords(entry).trimEnd();
    });
}

const withoutSpaces = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

/** Small letters, plain apostrophes, one space between words and before the first. */
export function plainWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(/[’‘`´]/g, "'")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** How many different entries the text has; `plain` is of plainWords. */
export function countIdeas(plain: string, words: IdeaWords): number {
  return words.filter((word) => plain.includes(word)).length;
}

export function ideaIn(text: string, words: IdeaWords): boolean {
  const plain = plainWords(text);
  return words.some((word) => plain.includes(word));
}
