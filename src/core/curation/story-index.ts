/** Finds the few live stories that could be near an article, from term to stories, rarest term first. */

import { PostingLists } from './posting-lists.ts';
import type { Story } from './story.ts';

const visitsAtMost = 400; // rarest terms first; what only common terms share would not be near enough
const termsBeforeSkipping = 5;
const termsAsked = 40; // the heaviest of a large story; a single article has at most 60
const candidatesKept = 12;
const tidyAfter = 1_000;

interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

export class StoryIndex {
  readonly #lists = new PostingLists();
  readonly #stories: (Story | undefined)[] = [];
  #scores = new Float64Array(1024);
  #gone = 0;

  nextSlot(): number {
    return this.#stories.length;
  }

  place(story: Story): void {
    if (story.slot >= this.#scores.length) this.#scores = new Float64Array(story.slot * 2);
    this.#stories[story.slot] = story;
  }

  /** Terms the story did not hold before. */
  post(story: Story, terms: Iterable<number>): void {
    for (const term of terms) {
      if (!story.hasParted || !this.#lists.has(term, story.slot)) this.#lists.push(term, story.slot);
    }
  }

  drop(story: Story): void {
    this.#stories[story.slot] = undefined;
    this.#gone += 1;
    if (this.#gone > this.#stories.length - this.#gone && this.#gone > tidyAfter) this.tidy();
  }

  /** Forgets lists of stories that are gone. Linear in the index; for when much was dropped. */
  tidy(): void {
    this.#lists.keepOnly((slot) => this.#stories[slot] !== undefined);
    this.#gone = 0;
  }

  /** Up to 10 stories that share most with these terms, best first. `except` is left out. Under 1 ms at 100,000 articles. */
  candidates(terms: readonly WeightedTerm[], except?: Story): Story[] {
    const asked =
      terms.length <= termsAsked * 1.5
        ? [...terms]
        : [...terms].sort((a, b) => b.weight - a.weight).slice(0, termsAsked);
    asked.sort((a, b) => this.#lists.length(a.term) - this.#lists.length(b.term) || a.term - b.term);
    return this.#best(this.#score(asked, except));
  }

  /**
   * Scores by presence alone: the asker's own weight of a term, squared, stands for the product with the story's. The few
   * that come out best are then compared exactly by who asked; reading each story's weight here took two thirds of all time.
   */
  #score(asked: readonly WeightedTerm[], except: Story | undefined): number[] {
    const reached: number[] = [];
    let visits = 0;
    for (const [used, { term, weight }] of asked.entries()) {
      visits += this.#lists.length(term);
      if (used >= termsBeforeSkipping && visits > visitsAtMost) break;
      this.#lists.accumulate(term, weight * weight, this.#scores, reached);
    }
    if (except !== undefined) this.#scores[except.slot] = 0;
    return reached;
  }

  #best(reached: readonly number[]): Story[] {
    const kept: { slot: number; score: number }[] = [];
    for (const slot of reached) {
      const score = this.#scores[slot] ?? 0;
      this.#scores[slot] = 0;
      if (score === 0 || this.#stories[slot] === undefined) continue;
      const last = kept.at(-1);
      if (kept.length === candidatesKept && last !== undefined && score <= last.score) continue;
      let place = kept.length;
      while (place > 0 && isAfter(kept[place - 1], score, slot)) place -= 1;
      kept.splice(place, 0, { slot, score });
      if (kept.length > candidatesKept) kept.pop();
    }
    return kept.flatMap(({ slot }) => this.#stories[slot] ?? []);
  }
}

function isAfter(other: { slot: number; score: number } | undefined, score: number, slot: number): boolean {
  return other !== undefined && (other.score < score || (other.score === score && other.slot > slot));
}
