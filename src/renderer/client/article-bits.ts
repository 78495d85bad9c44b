/**
 * The marks of articles as this window knows them last: a mark shows at once everywhere the article stands (row, page,
 * search result), before the core has answered.
 */
import { useSyncExternalStore } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';

export type ArticleBits = Pick<ArticleSummary, 'unread' | 'starred' | 'later'>;

const known = new Map<ArticleId, ArticleBits>();
/** Articles whose mark is on its way: an answer read before it must not take the mark back. */
const pending = new Map<ArticleId, number>();
const listeners = new Set<() => void>();

const ownMarks = new Map<ArticleId, number>();
/** The core's event for a mark of ours comes within this time. */
const ownMarkMs = 3000;

/** An article never changes its id, and a window holds few: older ones are let go above this. */
const mostKnown = 20_000;

/** Takes the marks of articles just answered by the core. */
export function learnBits(articles: readonly (ArticleBits & Pick<ArticleSummary, 'id'>)[]): void {
  let changed = false;
  if (known.size > mostKnown) known.clear();
  for (const { id, unread, starred, later } of articles) {
    if (pending.has(id)) continue;
    const before = known.get(id);
    if (before && before.unread === unread && before.starred === starred && before.later === later) continue;
    known.set(id, { unread, starred, later });
    changed ||= before !== undefined;
  }
  if (changed) tell();
}

export function bitsOf(article: ArticleBits & { readonly id: ArticleId }): ArticleBits {
  return known.get(article.id) ?? article;
}

export function useBits(article: ArticleBits & { readonly id: ArticleId }): ArticleBits {
  return useSyncExternalStore(watchBits, () => known.get(article.id) ?? article);
}

let told = 0;

/** Draws again with every mark that changes: for what sums up several articles. */
export function useAnyBits(): void {
  useSyncExternalStore(watchBits, () => told);
}

/** Shows `change` on the articles at once. Call the returned function when the core has answered; `false` takes it back. */
export function expectBits(ids: readonly ArticleId[], change: Partial<ArticleBits>): (kept: boolean) => void {
  if (ownMarks.size > mostKnown) ownMarks.clear();
  const before = new Map<ArticleId, ArticleBits>();
  for (const id of ids) {
    const bits = known.get(id) ?? { unread: true, starred: false, later: false };
    before.set(id, bits);
    known.set(id, { ...bits, ...change });
    pending.set(id, (pending.get(id) ?? 0) + 1);
    ownMarks.set(id, Date.now());
  }
  tell();
  return (kept) => {
    for (const [id, bits] of before) {
      const left = (pending.get(id) ?? 1) - 1;
      if (left > 0) pending.set(id, left);
      else pending.delete(id);
      if (!kept) known.set(id, bits);
    }
    if (!kept) tell();
  };
}

export function watchBits(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  told += 1;
  for (const listener of [...listeners]) listener();
}

/** Whether this window itself marked the article a moment ago, so that the event about it says nothing new. */
export function isOwnMark(id: ArticleId): boolean {
  return Date.now() - (ownMarks.get(id) ?? 0) < ownMarkMs;
}
