/**
 * Finds two events inside one story: twins in the same words (two arrests, two fires of one chain of shops) that only
 * names, places and numbers tell apart. A story is two when each half holds words nearly all of it uses and the other
 * half does not, and the halves are much less like each other than they are like themselves.
 */

import { Story, type StoryMember } from './story.ts';
import { relativeLikeness } from './story-thresholds.ts';
import { termOf, weightOf } from './term-vocabulary.ts';

const smallestHalf = 4; // below it a name used by all of one half is chance
const smallestShare = 0.25;
const leadNeeded = 150; // headlines of one story differ as much as those of two
const margin = 0.27; // 0.25 to 0.30 measured alike, 0.38 parts too few
const mostCompared = 120; // bounds the search: about 15 ms
const seedTerms = 30;
const rounds = 5;

/** The two halves, or undefined when it is one event. Cost grows with at most 120 members. */
export function splitStory(story: Story): [StoryMember[], StoryMember[]] | undefined {
  if (story.size < 2 * smallestHalf || story.meanLead < leadNeeded) return undefined;
  const step = Math.max(1, story.size / mostCompared);
  const sample = story.members.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const cut = bestCut(sample);
  if (cut === undefined || !areTwoEvents(cut[0], cut[1])) return undefined;
  if (sample.length === story.size) return [cut[0].members, cut[1].members];
  const halves: [StoryMember[], StoryMember[]] = [[], []];
  for (const member of story.members) halves[nearest(cut, member)].push(member);
  return halves;
}

/** True when two groups with leads are twins that must stay apart, however alike their words. */
export function areTwoEvents(a: Story, b: Story): boolean {
  const size = a.size + b.size;
  if (Math.min(a.size, b.size) < Math.max(smallestHalf, smallestShare * size)) return false;
  if ((a.leadTotal + b.leadTotal) / size < leadNeeded) return false;
  const likeness = relativeLikeness(a, b, a.dotStory(b));
  return likeness < 1 - margin && Math.min(ownWord(a, b), ownWord(b, a)) - likeness >= margin;
}

/** How much more of `own` than of `other` uses the word that tells them apart best: 1 when all of one and none of the other. */
function ownWord(own: Story, other: Story): number {
  const elsewhere = coverage(other);
  let most = 0;
  for (const [term, count] of coverage(own)) {
    most = Math.max(most, count / own.size - (elsewhere.get(term) ?? 0) / other.size);
  }
  return most;
}

function coverage({ members }: Story): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { vector } of members) {
    for (const element of vector) counts.set(termOf(element), (counts.get(termOf(element)) ?? 0) + 1);
  }
  return counts;
}

function nearest([a, b]: readonly [Story, Story], { vector }: StoryMember): 0 | 1 {
  return a.dot(vector) / a.norm >= b.dot(vector) / b.norm ? 0 : 1;
}

function bestCut(members: readonly StoryMember[]): [Story, Story] | undefined {
  const local = new LocalVectors(members);
  let best: { cut: [Story, Story]; likeness: number } | undefined;
  for (const term of local.heaviest(seedTerms)) {
    const sides = local.refine(local.holders(term));
    if (sides === undefined) continue;
    const cut: [Story, Story] = [group(members, sides, 0), group(members, sides, 1)];
    const likeness = relativeLikeness(cut[0], cut[1], cut[0].dotStory(cut[1]));
    if (best === undefined || likeness < best.likeness) best = { cut, likeness };
  }
  return best?.cut;
}

function group(members: readonly StoryMember[], sides: Uint8Array, side: number): Story {
  const half = new Story(-1, '', '');
  half.add(members.filter((_, index) => sides[index] === side));
  return half;
}

/** The members' vectors over their own few thousand terms, so that two means are two plain arrays. */
class LocalVectors {
  readonly #rows: { readonly terms: Uint32Array; readonly weights: Float64Array }[];
  readonly #totals: Float64Array;

  constructor(members: readonly StoryMember[]) {
    const numbers = new Map<number, number>();
    this.#rows = members.map(({ vector }) => ({
      terms: vector.map((element) => {
        const number = numbers.get(termOf(element)) ?? numbers.size;
        numbers.set(termOf(element), number);
        return number;
      }),
      weights: Float64Array.from(vector, weightOf),
    }));
    this.#totals = new Float64Array(numbers.size);
    for (const row of this.#rows) addRow(this.#totals, row, 1);
  }

  heaviest(count: number): number[] {
    return [...this.#totals.keys()]
      .sort((a, b) => (this.#totals[b] ?? 0) - (this.#totals[a] ?? 0) || a - b)
      .slice(0, count);
  }

  /** Side 0 for the members that hold the term. */
  holders(term: number): Uint8Array {
    return Uint8Array.from(this.#rows, ({ terms }) => (terms.includes(term) ? 0 : 1));
  }

  /** Two-means from a first guess, each member compared without itself; undefined when a side has fewer than two. */
  refine(sides: Uint8Array): Uint8Array | undefined {
    const sizes: [number, number] = [0, 0];
    for (const side of sides) sizes[side === 0 ? 0 : 1] += 1;
    for (let round = 0; round < rounds; round += 1) {
      if (Math.min(...sizes) < 2) return undefined;
      if (!this.#move(sides, sizes)) break;
    }
    return Math.min(...sizes) < 2 ? undefined : sides;
  }

  #move(sides: Uint8Array, sizes: [number, number]): boolean {
    const sums: [Float64Array, Float64Array] = [
      new Float64Array(this.#totals.length),
      new Float64Array(this.#totals.length),
    ];
    this.#rows.forEach((row, index) => {
      addRow(sums[sides[index] === 0 ? 0 : 1], row, 1);
    });
    const squares: [number, number] = [squared(sums[0]), squared(sums[1])];
    let moved = false;
    this.#rows.forEach((row, index) => {
      const own = sides[index] === 0 ? 0 : 1;
      const other = own === 0 ? 1 : 0;
      const inside = dotRow(sums[own], row) - 1;
      const ownCosine = inside / Math.sqrt(Math.max(squares[own] - 2 * inside - 1, 1e-9));
      const otherCosine = dotRow(sums[other], row) / Math.sqrt(Math.max(squares[other], 1e-9));
      if (otherCosine <= ownCosine || sizes[own] < 2) return;
      sides[index] = other;
      sizes[own] -= 1;
      sizes[other] += 1;
      moved = true;
    });
    return moved;
  }
}

interface Row {
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

function addRow(sum: Float64Array, { terms, weights }: Row, sign: number): void {
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] ?? 0;
    sum[term] = (sum[term] ?? 0) + sign * (weights[i] ?? 0);
  }
}

function dotRow(sum: Float64Array, { terms, weights }: Row): number {
  let total = 0;
  for (let i = 0; i < terms.length; i += 1) total += (sum[terms[i] ?? 0] ?? 0) * (weights[i] ?? 0);
  return total;
}

function squared(sum: Float64Array): number {
  let total = 0;
  for (const value of sum) total += value * value;
  return total;
}
