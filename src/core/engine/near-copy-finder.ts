/** Finds near-copies inside a story as it grows: sketches are made once an article, not once a comparison. */
import type { ArticleKey } from '../curation/curation-article.ts';
import { areAlike, copySketch } from '../curation/near-copies.ts';

// A story of hundreds is a running topic: only its newest can be copies of each other.
const comparedAtMost = 150;

interface Sketched {
  readonly sketch: Uint32Array | undefined;
  readonly at: number;
}

export class NearCopyFinder {
  readonly #sketches = new Map<ArticleKey, Sketched>();

  note(id: ArticleKey, article: { readonly title: string; readonly lead: string; readonly at: number }): void {
    this.#sketches.set(id, { sketch: copySketch(article.title, article.lead), at: article.at });
  }

  forgetBefore(moment: number): void {
    for (const [id, { at }] of this.#sketches) if (at < moment) this.#sketches.delete(id);
  }

  /** For each near-copy among these, the earliest article of its text. `members` in order of time. */
  copies(members: readonly ArticleKey[]): Map<ArticleKey, ArticleKey> {
    const groups: { readonly first: ArticleKey; readonly sketch: Uint32Array }[] = [];
    const copyOf = new Map<ArticleKey, ArticleKey>();
    for (const id of members.slice(-comparedAtMost)) {
      const sketch = this.#sketches.get(id)?.sketch;
      if (sketch === undefined) continue;
      const group = groups.find((candidate) => areAlike(candidate.sketch, sketch));
      if (group === undefined) groups.push({ first: id, sketch });
      else copyOf.set(id, group.first);
    }
    return copyOf;
  }
}
