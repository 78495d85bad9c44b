/** Finds the few live stories that could be near an article, from term to stories, rarest term first. */

import type { Story } from './story.ts';

const visitsAtMost = 400; // rarest terms first; what only common terms share would not be near enough
const termsBeforeSkipping = 5;
const termsAsked = 40; // the heaviest of a large story; a single article has at most 60
const candidatesKept = 10;

export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

export class StoryIndex {
  readonly #slots: (number[] | undefined)[] = [];
  readonly #stories: (Story | undefined)[] = [];
  #scores = new Float64Array(1024);

  story(slot: number): Story | undefined {
    return this.#stories[slot];
  }

  nextSlot(): number {
    return this.#stories.length;
  }

  place(story: Story): void {
    this.#stories[story.slot] = story;
    this.post(story, story.terms);
  }

  /** Terms the story did not hold before. */
  post(story: Story, terms: Iterable<number>): void {
    for (const term of terms) {
      const list = this.#slots[term];
      if (list === undefined) this.#slots[term] = [story.slot];
      else if (!story.hasParted || !list.includes(story.slot)) list.push(story.slot);
    }
  }

  drop(story: Story): void {
    this.#stories[story.slot] = undefined;
  }

  /** Forgets lists of stories that are gone. Linear in the index; for when much was dropped. */
  tidy(): void {
    this.#slots.forEach((list, term) => {
      if (list !== undefined) this.#prune(term, list);
    });
  }

  #prune(term: number, list: readonly number[]): void {
    const live = list.filter((slot) => this.#stories[slot] !== undefined);
    this.#slots[term] = live.length === 0 ? undefined : live;
  }

  /** Up to 10 stories that share most with these terms, best first. `except` is left out. Under 1 ms at 100,000 articles. */
  candidates(terms: readonly WeightedTerm[], except?: Story): Story[] {
    const asked =
      terms.length <= termsAsked * 1.5
        ? [...terms]
        : [...terms].sort((a, b) => b.weight - a.weight).slice(0, termsAsked);
    asked.sort((a, b) => this.#listLength(a.term) - this.#listLength(b.term) || a.term - b.term);
    const reached = this.#score(asked, except);
    return this.#best(reached);
  }

  /** Fills the scores of the stories reached and returns their slots; the scores are cleared again by `#best`. */
  #score(asked: readonly WeightedTerm[], except: Story | undefined): number[] {
    if (this.#scores.length < this.#stories.length) this.#scores = new Float64Array(this.#stories.length * 2);
    const scores = this.#scores;
    const reached: number[] = [];
    let visits = 0;
    for (const [used, { term, weight }] of asked.entries()) {
      const list = this.#slots[term];
      if (list === undefined) continue;
      visits += list.length;
      if (used >= termsBeforeSkipping && visits > visitsAtMost) break;
      let gone = 0;
      for (const slot of list) {
        const story = this.#stories[slot];
        if (story === undefined) gone += 1;
        if (story === undefined || story === except) continue;
        const score = scores[slot] ?? 0;
        if (score === 0) reached.push(slot);
        scores[slot] = score + (weight * story.weight(term)) / story.norm;
      }
      if (gone * 2 > list.length) this.#prune(term, list);
    }
    return reached;
  }

  #listLength(term: number): number {
    return this.#slots[term]?.length ?? 0;
  }

  #best(reached: readonly number[]): Story[] {
    const kept: { slot: number; score: number }[] = [];
    for (const slot of reached) {
      const score = this.#scores[slot] ?? 0;
      this.#scores[slot] = 0;
      const last = kept.at(-1);
      if (kept.length === candidatesKept && last !== undefined && score <= last.score) continue;
      let place = kept.length;
      while (place > 0 && (kept[place - 1]?.score ?? 0) < score) place -= 1;
      kept.splice(place, 0, { slot, score });
      if (kept.length > candidatesKept) kept.pop();
    }
    return kept.flatMap(({ slot }) => this.#stories[slot] ?? []);
  }
}
