/** Numbers for terms, and how many articles hold each: the memory of what is rare in this library. */

import { backgroundShare } from './background-frequency.ts';
import type { ArticleTerms } from './story-terms.ts';

const backgroundArticles = 2_000; // the weight of the shipped table, in articles; 1,000 to 5,000 measured alike
const termsKept = 60; // 45 lost 0.01 of F1, 80 gained nothing

const pageLength = 1 << 16; // elements

/**
 * An article as its 60 heaviest terms, sorted by term number: each element is term number x 256 + weight code, the
 * code being the root of the weight in 255ths (under 1 % of error, 240 bytes an article).
 */
export type TermVector = Uint32Array;

const weights = Float64Array.from({ length: 256 }, (_, code) => (code / 255) ** 2);

/** How many terms an article or a story is said to be most about. */
export const headTerms = 5;

/** The heaviest terms of an article. */
export function headOf(vector: TermVector): number[] {
  const byWeight = [...vector].sort((a, b) => (b & 255) - (a & 255) || a - b);
  return byWeight.slice(0, headTerms).map(termOf);
}

export function termOf(element: number): number {
  return element >>> 8;
}

export function weightOf(element: number): number {
  return weights[element & 255] ?? 0;
}

export class TermVocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #surfaces: string[] = [];
  readonly #articles: number[] = [];
  #total = backgroundArticles;
  #page: TermVector = new Uint32Array(0);
  #pageUsed = 0;

  get size(): number {
    return this.#surfaces.length;
  }

  /** The word a person reads for this term. */
  surface(term: number): string {
    return this.#surfaces[term] ?? '';
  }

  articlesWith(term: number): number {
    return this.#articles[term] ?? 0;
  }

  /** How much holding this term tells, from 0. */
  rarity(term: number): number {
    return Math.max(0, Math.log((this.#total + 1) / (this.articlesWith(term) + 0.5)));
  }

  /** Counts the article and returns its vector, of length 1 (or empty). Later articles do not change it. */
  learn({ terms }: ArticleTerms): TermVector {
    this.#total += 1;
    const weighted: { term: number; weight: number }[] = [];
    for (const [key, { count, boost, surface }] of terms) {
      const term = this.#number(key, surface);
      this.#articles[term] = this.articlesWith(term) + 1;
      const weight = (1 + Math.log(count)) * boost * this.rarity(term);
      if (weight > 0) weighted.push({ term, weight });
    }
    weighted.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return this.#onPage(pack(weighted.slice(0, termsKept)));
  }

  // One buffer for a thousand vectors: a buffer each would weigh more than what it holds.
  #onPage(vector: TermVector): TermVector {
    if (this.#pageUsed + vector.length > this.#page.length) {
      this.#page = new Uint32Array(pageLength);
      this.#pageUsed = 0;
    }
    this.#page.set(vector, this.#pageUsed);
    const view = this.#page.subarray(this.#pageUsed, this.#pageUsed + vector.length);
    this.#pageUsed += vector.length;
    return view;
  }

  /** The same without counting it, for an article that is only asked about. Unknown terms are left out. */
  weigh({ terms }: ArticleTerms): TermVector {
    const weighted: { term: number; weight: number }[] = [];
    for (const [key, { count, boost }] of terms) {
      const term = this.#numbers.get(key);
      if (term !== undefined) weighted.push({ term, weight: (1 + Math.log(count)) * boost * this.rarity(term) });
    }
    weighted.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return pack(weighted.slice(0, termsKept));
  }

  #number(key: string, surface: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#surfaces.length;
    this.#numbers.set(key, number);
    this.#surfaces.push(surface === key ? key : surface);
    this.#articles.push((backgroundShare.get(key) ?? 0) * backgroundArticles);
    return number;
  }
}

function pack(weighted: readonly { term: number; weight: number }[]): TermVector {
  const length = Math.sqrt(weighted.reduce((sum, { weight }) => sum + weight * weight, 0));
  if (length === 0) return new Uint32Array(0);
  const packed = weighted.map(
    ({ term, weight }) => term * 256 + Math.max(1, Math.round(Math.sqrt(weight / length) * 255)),
  );
  return Uint32Array.from(packed).sort();
}

/** Cosine of two vectors, 0 to 1 (1 % of rounding). */
export function similarity(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    const step = termOf(left) - termOf(right);
    if (step === 0) sum += weightOf(left) * weightOf(right);
    if (step <= 0) i += 1;
    if (step >= 0) j += 1;
  }
  return sum;
}
