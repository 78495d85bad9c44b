/** One live story: its articles and the sum of their vectors, kept as two sorted arrays because 100,000 maps do not fit. */

import type { EpochMs } from '../lib/clock.ts';
import type { ArticleKey } from './curation-article.ts';
import { headTerms, type TermVector, termOf, weightOf } from './term-vocabulary.ts';

export interface StoryMember {
  readonly article: ArticleKey;
  readonly at: EpochMs;
  readonly publisher: string;
  readonly vector: TermVector;
  readonly leadLength: number;
}

export class Story {
  readonly slot: number;
  readonly id: string;
  language: string;
  members: StoryMember[] = [];
  firstAt = Number.POSITIVE_INFINITY;
  lastAt = Number.NEGATIVE_INFINITY;
  leadTotal = 0;
  /** The publisher of all members, undefined once there are several. */
  onlyPublisher: string | undefined;
  /** Members at the last search for two events inside it. */
  searchedAt = 0;
  /** Members when each was last asked whether it sits well here. */
  lookedOverAt = 0;
  /** It lost members, so the index may still list it under terms it no longer holds. */
  hasParted = false;
  #terms: Uint32Array = new Uint32Array(0);
  #sums: Float32Array = new Float32Array(0);
  #norm = 1;
  #leading: ReadonlySet<number> | undefined;

  constructor(slot: number, id: string, language: string) {
    this.slot = slot;
    this.id = id;
    this.language = language;
  }

  get size(): number {
    return this.members.length;
  }

  get meanLead(): number {
    return this.leadTotal / Math.max(1, this.size);
  }

  /** Length of the summed vector. */
  get norm(): number {
    return this.#norm;
  }

  get terms(): Uint32Array {
    if (this.size !== 1) return this.#terms;
    return Uint32Array.from(this.members[0]?.vector ?? [], termOf);
  }

  /** Summed weight of a term over the members, 0 when no member holds it. */
  weight(term: number): number {
    if (this.size === 1) {
      const vector = this.members[0]?.vector ?? this.#terms;
      const found = lowerBound(vector, term * 256);
      const element = vector[found] ?? 0;
      return found < vector.length && termOf(element) === term ? weightOf(element) : 0;
    }
    const found = lowerBound(this.#terms, term);
    return this.#terms[found] === term ? (this.#sums[found] ?? 0) : 0;
  }

  /** Sum of products with a vector: divide by `norm` for the cosine to the centre. */
  dot(vector: TermVector): number {
    let sum = 0;
    for (const element of vector) sum += weightOf(element) * this.weight(termOf(element));
    return sum;
  }

  dotStory(other: Story): number {
    const [small, large] = this.size <= other.size ? [this, other] : [other, this];
    let sum = 0;
    for (const term of small.terms) {
      const weight = large.weight(term);
      if (weight > 0) sum += weight * small.weight(term);
    }
    return sum;
  }

  add(added: readonly StoryMember[]): void {
    if (this.size === 0) this.onlyPublisher = added[0]?.publisher;
    for (const member of added) {
      this.members.push(member);
      if (member.publisher !== this.onlyPublisher) this.onlyPublisher = undefined;
      this.firstAt = Math.min(this.firstAt, member.at);
      this.lastAt = Math.max(this.lastAt, member.at);
      this.leadTotal += member.leadLength;
    }
    this.#sumUp();
  }

  /** Replaces the members, after a split or when one is taken out. */
  setMembers(members: readonly StoryMember[]): void {
    this.hasParted = true;
    this.members = [];
    this.firstAt = Number.POSITIVE_INFINITY;
    this.lastAt = Number.NEGATIVE_INFINITY;
    this.leadTotal = 0;
    this.#terms = new Uint32Array(0);
    this.add(members);
  }

  /** The 15 terms that carry the most of it. */
  leadingTerms(): ReadonlySet<number> {
    this.#leading ??= new Set(this.#heaviest(15));
    return this.#leading;
  }

  /** The five terms that it is most about. Not kept: most stories are never asked. */
  headTerms(): number[] {
    return this.#heaviest(headTerms);
  }

  #heaviest(count: number): number[] {
    const kept: number[] = [];
    for (const term of this.terms) {
      const weight = this.weight(term);
      const last = kept.at(-1);
      if (kept.length === count && last !== undefined && weight <= this.weight(last)) continue;
      let place = kept.length;
      while (place > 0 && this.weight(kept[place - 1] ?? 0) < weight) place -= 1;
      kept.splice(place, 0, term);
      if (kept.length > count) kept.pop();
    }
    return kept;
  }

  #sumUp(): void {
    this.#leading = undefined;
    if (this.size === 1) {
      this.#norm = 1;
      this.#terms = new Uint32Array(0);
      this.#sums = new Float32Array(0);
      return;
    }
    const fresh = this.#terms.length === 0 ? this.members : this.members.slice(this.#counted);
    const sums = new Map<number, number>();
    for (const { vector } of fresh) {
      for (const element of vector) sums.set(termOf(element), (sums.get(termOf(element)) ?? 0) + weightOf(element));
    }
    this.#mergeIn(sums);
    this.#counted = this.size;
  }

  #counted = 0;

  #mergeIn(added: ReadonlyMap<number, number>): void {
    const extra = [...added.keys()].filter((term) => this.#terms[lowerBound(this.#terms, term)] !== term);
    const terms = new Uint32Array(this.#terms.length + extra.length);
    terms.set(this.#terms);
    terms.set(extra, this.#terms.length);
    terms.sort();
    const sums = new Float32Array(terms.length);
    let squared = 0;
    let from = 0;
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i] ?? 0;
      let sum = added.get(term) ?? 0;
      if (this.#terms[from] === term) {
        sum += this.#sums[from] ?? 0;
        from += 1;
      }
      sums[i] = sum;
      squared += sum * sum;
    }
    this.#terms = terms;
    this.#sums = sums;
    this.#norm = Math.sqrt(squared) || 1;
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
