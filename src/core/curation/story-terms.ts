/** The terms of an article that stories, related articles and For you compare: what is named, counted and done. */

import type { CurationArticle } from './curation-article.ts';
import { splitWords, type Word } from './split-words.ts';
import { stemEnglish } from './stem-english.ts';
import { languageOfText, stopWords } from './stop-words.ts';

/** Only this much of the lead is compared: whole texts measured no better and slower. */
const leadCharacters = 400;

const nameBoost = 1.6; // capitalised inside a sentence: a person, a place, a firm
const numberBoost = 1.2; // "23", "2013", "14-year": numbers tell twin events apart
const namePairWeight = 0.7; // "#white_house" beside "white" and "house"
const titleCaseShare = 0.6; // above it the headline capitalises everything, so capitals say nothing

export interface Term {
  /** Times it occurs, title and lead together. */
  count: number;
  /** 1 for a common word, more for names and numbers, less for pairs. */
  boost: number;
  /** The word as a person would read it. */
  readonly surface: string;
}

export interface ArticleTerms {
  /** By stem; pairs of capitalised words as `#first_second`. */
  readonly terms: ReadonlyMap<string, Term>;
  /** Characters of lead that were compared. */
  readonly leadLength: number;
  readonly language: string;
}

export type TermSource = Pick<CurationArticle, 'title' | 'lead' | 'language'>;

/** `withTitle: false` is for columns whose title never changes: only their lead tells them apart. About 0.1 ms. */
export function storyTerms(article: TermSource, { withTitle = true } = {}): ArticleTerms {
  const lead = leadWithoutTitle(article);
  const title = splitWords(article.title);
  const body = splitWords(lead);
  const language = languageOfText(
    article.language,
    [...title, ...body].map((word) => word.text),
  );
  const collector = new TermCollector(language);
  if (withTitle) collector.add(title, capitalShare(title) <= titleCaseShare);
  collector.add(body, true);
  return { terms: collector.terms, leadLength: lead.length, language };
}

function leadWithoutTitle({ title, lead }: TermSource): string {
  const opening = lead.slice(0, leadCharacters);
  return title !== '' && opening.startsWith(title) ? opening.slice(title.length) : opening;
}

function capitalShare(words: readonly Word[]): number {
  return words.length === 0 ? 0 : words.filter((word) => word.capital).length / words.length;
}

class TermCollector {
  readonly terms = new Map<string, Term>();
  readonly #stops: ReadonlySet<string>;
  readonly #english: boolean;
  readonly #elides: boolean;

  constructor(language: string) {
    // A text of unknown language is nearly always a short English headline; its small words weigh nothing anyway.
    this.#stops = stopWords(language === '' ? 'en' : language);
    this.#english = language === 'en' || language === '';
    this.#elides = language === 'fr' || language === 'it';
  }

  add(words: readonly Word[], capitalsTell: boolean): void {
    let before: Word | undefined;
    for (const word of words) {
      const text = this.#elides ? word.text.replace(/^(?:[cdjlmnst]|qu|[dns]ell|all|sull|un)'/, '') : word.text;
      const counts = !this.#stops.has(text) && (text.length > 1 || /\d/.test(text));
      if (before?.capital === true && word.capital && word.adjoins && counts && !this.#stops.has(before.text)) {
        this.#count(`#${this.#stem(before.text)}_${this.#stem(text)}`, namePairWeight, `${before.text} ${text}`);
      }
      if (counts) this.#count(this.#stem(text), this.#boost(word, capitalsTell), text);
      before = word;
    }
  }

  #boost(word: Word, capitalsTell: boolean): number {
    if (/\d/.test(word.text)) return numberBoost;
    return word.capital && !word.opens && capitalsTell ? nameBoost : 1;
  }

  #stem(text: string): string {
    return this.#english ? stemEnglish(text) : text;
  }

  #count(key: string, boost: number, surface: string): void {
    const known = this.terms.get(key);
    if (known === undefined) {
      this.terms.set(key, { count: 1, boost, surface });
      return;
    }
    known.count += 1;
    if (boost > known.boost) known.boost = boost;
  }
}
