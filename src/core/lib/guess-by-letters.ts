/** Tells single-byte encodings apart by the letters that a language uses most: read wrongly, text is made of rare ones. */

import iconv from 'iconv-lite';

interface Alphabet {
  readonly encodings: readonly string[];
  readonly frequent: string;
}

/** Scripts whose letters all lie beyond ASCII. */
const otherScripts: readonly Alphabet[] = [
  { encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866'], frequent: 'оеаинтсрвлкмдпуяыьгзбйОПВСНКМАИТ' },
  { encodings: ['windows-1253', 'iso-8859-7'], frequent: 'αοιετσνρκπυλημςωάίόέήύώγδΑΟΤΕΠΚΜ' },
  { encodings: ['windows-1255'], frequent: 'יוהלארתבשמנדחעקפםןג' },
  { encodings: ['windows-1256', 'iso-8859-6'], frequent: 'اليمونتربةعدسفهكقحجأط' },
  { encodings: ['windows-874'], frequent: 'านรอกเงมยลวดทสตะปบคหแจพชขใไโผณ่้ิีืุู็์ั' },
];

/** Latin with accents here and there. */
const latin: readonly Alphabet[] = [
  { encodings: ['windows-1250', 'iso-8859-2'], frequent: 'ěščřžýáíéůúňťďąćęłńóśźżőűăşţŠČŘŽŁŚŻ' },
  { encodings: ['windows-1252'], frequent: 'äöüßéèêàáâçñíóúãõåæøîôûœëïÄÖÜÉÅØ“”‘’–—…«»©®€£°·¿¡\u00a0' },
  { encodings: ['windows-1254'], frequent: 'ığşçöüİĞŞÇÖÜâî' },
];

const least = 0.55; // of the letters beyond ASCII

/**
 * Whether the bytes beyond ASCII stand among ASCII letters, as accents do in Latin and nothing does in other scripts; or each
 * by itself, as signs do and letters do not.
 */
export function isLatin(sample: Uint8Array): boolean {
  let all = 0;
  let touching = 0;
  let together = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    all++;
    if (isAsciiLetter(sample, at - 1) || isAsciiLetter(sample, at + 1)) touching++;
    if ((sample[at - 1] ?? 0) >= 0x80 || (sample[at + 1] ?? 0) >= 0x80) together++;
  }
  return touching > all * 0.7 || together < all * 0.3;
}

function isAsciiLetter(sample: Uint8Array, at: number): boolean {
  const lower = (sample[at] ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The best encoding with the share of its frequent letters, or undefined when none is likely. */
export function guessByLetters(sample: Buffer): { readonly encoding: string; readonly score: number } | undefined {
  let best: { encoding: string; score: number } | undefined;
  for (const { encodings, frequent } of isLatin(sample) ? latin : otherScripts) {
    for (const encoding of encodings) {
      const score = shareOf(iconv.decode(sample, encoding), frequent);
      if (score >= least && (best === undefined || score > best.score)) best = { encoding, score };
    }
  }
  return best;
}

function shareOf(text: string, frequent: string): number {
  let all = 0;
  let found = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all++;
    if (frequent.includes(character)) found++;
  }
  return all === 0 ? 0 : found / all;
}
