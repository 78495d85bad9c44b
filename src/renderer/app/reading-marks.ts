/** Articles that the reader marked by hand while they were open: the clock that marks read must leave those alone. */
import type { ArticleId } from '../../contract/ids.ts';

const byHand = new Set<ArticleId>();

/** From now until it is opened again, only the reader marks it. */
export function keepUnread(id: ArticleId): void {
  byHand.add(id);
}

/** It was opened (again): the clock may mark it. */
export function opened(id: ArticleId): void {
  byHand.delete(id);
}

export function isKept(id: ArticleId): boolean {
  return byHand.has(id);
}
