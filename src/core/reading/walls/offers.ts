/** What the lines of a page tell of an offer to read on, in whatever words it is made. */
import { wordCount } from '../reading-time.ts';
import { noticesIn } from './notices.ts';

export interface Offers {
  /** A line names a price for a time: "£5 a month". */
  readonly hasPrice: boolean;
  /** A text breaks off in the middle of a sentence, and then comes the offer to go on. */
  readonly isCut: boolean;
}

const leastProse = 16; // words; a shorter line is a headline, a name or a button
const longestOffer = 16; // words; a longer line is a paragraph of an article that tells of a price
const linesToOffer = 3;

const price = /[€$£]\s?\d|\d\s?(?:[€$£円]|kr|zł|kč)/i;
const time =
  /month|week|year|monat|woche|jahr|mois|semaine|mese?s?\b|mês|semana|año|settimana|anno|maand|weken|jaar|mån|vecka|uge|uke|miesi|měsíc|月|شهر/i;

/** `text` has each block on a line of its own. */
export function offersIn(text: string): Offers {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const prices = lines.map((line) => wordCount(line) <= longestOffer && hasPrice(line));
  const isCut = lines.some(
    (line, at) =>
      /[\p{L}\p{N},]$/u.test(line) &&
      wordCount(line) >= leastProse &&
      (prices.slice(at + 1, at + 1 + linesToOffer).includes(true) || noticesIn(lines[at + 1] ?? '').gates > 0),
  );
  return { hasPrice: prices.includes(true), isCut };
}

/** A price for a time. */
export function hasPrice(line: string): boolean {
  return price.test(line) && time.test(line);
}
