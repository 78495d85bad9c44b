/** Notices columns: "Morning briefing", "Letters", "Crossword 1234". A title a feed uses again says nothing about the story. */

import type { EpochMs } from '../lib/clock.ts';
import { type CurationArticle, hourMs } from './curation-article.ts';
import { hash53 } from './short-hash.ts';
import { splitWords } from './split-words.ts';

const sameEditionMs = 12 * hourMs; // the same words again within half a day are the same article twice, not tomorrow's column
const seriesWords = 4; // "Crossword 1234" is a series; "Dow falls 300 points on China fears" is news
const startOfLead = 80;

interface Seen {
  readonly at: EpochMs;
  readonly digits: string;
  readonly lead: number;
}

export class RepeatedTitles {
  readonly #seen = new Map<number, Seen>();

  /** True when this feed used the title before for another article, so that only the lead can be compared. */
  isColumn(article: CurationArticle, at: EpochMs): boolean {
    const words = splitWords(article.title).map((word) => word.text);
    const letters = words.filter((word) => !/\d/.test(word));
    const digits = words.filter((word) => /\d/.test(word)).join(' ');
    const key = hash53(`${article.feedId}|${article.publisher}|${letters.join(' ')}`);
    const lead = article.lead === '' ? 0 : hash53(article.lead.slice(0, startOfLead));
    const before = this.#seen.get(key);
    this.#seen.set(key, { at, digits, lead });
    if (before === undefined || letters.length === 0) return false;
    if (Math.abs(at - before.at) >= sameEditionMs) return true;
    const numbered = words.length <= seriesWords && digits !== before.digits;
    const otherText = words.length <= seriesWords && lead !== 0 && before.lead !== 0 && lead !== before.lead;
    return numbered || otherText;
  }

  forgetBefore(moment: EpochMs): void {
    for (const [key, { at }] of this.#seen) if (at < moment) this.#seen.delete(key);
  }
}
