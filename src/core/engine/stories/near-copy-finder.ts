/** Finds near-copies inside a story as it grows: sketches are made once an article, not once a comparison. */
import type { ArticleKey } from '../../curation/curation-article.ts';
import { areAlike, copySketch } from '../../curation/near-copies.ts';
import type { EpochMs } from '../../lib/clock.ts';

// A story of hundreds is a running topic: only its newest can be copies of each other.
const comparedAtMost = 150;
const sketchLength = 64;
const sketchesAPage = 1_024; // one buffer for a thousand sketches: a buffer each would weigh as much again

export class NearCopyFinder {
  readonly #slots = new Map<ArticleKey, number>();
  readonly #pages: Uint32Array[] = [];
  /** By slot: the moment of the article. */
  readonly #moments: EpochMs[] = [];
  readonly #free: number[] = [];

  /** An article too short to be told from another has no sketch and is a copy of none. */
  note(id: ArticleKey, article: { readonly title: string; readonly lead: string; readonly at: EpochMs }): void {
    const sketch = copySketch(article.title, article.lead);
    if (sketch === undefined) return;
    const slot = this.#slots.get(id) ?? this.#free.pop() ?? this.#moments.length;
    if (this.#pages[Math.floor(slot / sketchesAPage)] === undefined)
      this.#pages.push(new Uint32Array(sketchesAPage * sketchLength));
    this.#at(slot).set(sketch);
    this.#moments[slot] = article.at;
    this.#slots.set(id, slot);
  }

  forgetBefore(moment: EpochMs): void {
    for (const [id, slot] of this.#slots) {
      if ((this.#moments[slot] ?? 0) >= moment) continue;
      this.#slots.delete(id);
      this.#free.push(slot);
    }
  }

  /** For each near-copy among these, the earliest article of its text. `members` in order of time. */
  copies(members: readonly ArticleKey[]): Map<ArticleKey, ArticleKey> {
    const groups: { readonly first: ArticleKey; readonly sketch: Uint32Array }[] = [];
    const copyOf = new Map<ArticleKey, ArticleKey>();
    for (const id of members.slice(-comparedAtMost)) {
      const slot = this.#slots.get(id);
      if (slot === undefined) continue;
      const sketch = this.#at(slot);
      const group = groups.find((candidate) => areAlike(candidate.sketch, sketch));
      if (group === undefined) groups.push({ first: id, sketch });
      else copyOf.set(id, group.first);
    }
    return copyOf;
  }

  #at(slot: number): Uint32Array {
    const start = (slot % sketchesAPage) * sketchLength;
    return this.#pages[Math.floor(slot / sketchesAPage)]?.subarray(start, start + sketchLength) ?? new Uint32Array(0);
  }
}
