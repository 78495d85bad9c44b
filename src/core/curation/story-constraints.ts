/** What a reader said about grouping, remembered: these two belong together, these two do not. */

import type { ArticleKey } from './curation-article.ts';

export interface StoryConstraint {
  readonly kind: 'together' | 'apart';
  readonly articles: readonly [ArticleKey, ArticleKey];
}

export class StoryConstraints {
  readonly #pairs: Record<StoryConstraint['kind'], Map<ArticleKey, Set<ArticleKey>>> = {
    together: new Map(),
    apart: new Map(),
  };

  constructor(constraints: readonly StoryConstraint[] = []) {
    for (const constraint of constraints) this.add(constraint);
  }

  /** The newest word wins: saying "together" takes back an earlier "apart" of the same two. */
  add({ kind, articles: [a, b] }: StoryConstraint): void {
    const opposite = this.#pairs[kind === 'apart' ? 'together' : 'apart'];
    opposite.get(a)?.delete(b);
    opposite.get(b)?.delete(a);
    link(this.#pairs[kind], a, b);
    link(this.#pairs[kind], b, a);
  }

  togetherWith(article: ArticleKey): Iterable<ArticleKey> {
    return this.#pairs.together.get(article) ?? [];
  }

  apartFrom(article: ArticleKey): Iterable<ArticleKey> {
    return this.#pairs.apart.get(article) ?? [];
  }

  /** True when a reader has put this article with others by hand. */
  isPlaced(article: ArticleKey): boolean {
    return (this.#pairs.together.get(article)?.size ?? 0) > 0;
  }

  get isEmpty(): boolean {
    return this.#pairs.together.size === 0 && this.#pairs.apart.size === 0;
  }
}

function link(pairs: Map<ArticleKey, Set<ArticleKey>>, from: ArticleKey, to: ArticleKey): void {
  const known = pairs.get(from);
  if (known === undefined) pairs.set(from, new Set([to]));
  else known.add(to);
}

const anchors = 12; // enough of a story to know it again after it lost some

export function constraintsOfMerge(a: readonly ArticleKey[], b: readonly ArticleKey[]): StoryConstraint[] {
  const [first] = a;
  const [second] = b;
  return first === undefined || second === undefined ? [] : [{ kind: 'together', articles: [first, second] }];
}

/** The articles taken out stay together, and apart from the first dozen of the rest. */
export function constraintsOfSplit(out: readonly ArticleKey[], rest: readonly ArticleKey[]): StoryConstraint[] {
  const [first] = out;
  if (first === undefined) return [];
  return [
    ...out.slice(1).map((article): StoryConstraint => ({ kind: 'together', articles: [first, article] })),
    ...out.flatMap((article) =>
      rest.slice(0, anchors).map((other): StoryConstraint => ({ kind: 'apart', articles: [article, other] })),
    ),
  ];
}
