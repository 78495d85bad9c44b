/**
 * Marks rows read as they leave over the top edge, when the reader wants that: only rows that were wholly in sight for
 * 400 ms, and only when a hand moved the list, not a jump, a resize, a refresh or a restored place.
 */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { isKept } from '../../app/reading-marks.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { settingsNow } from '../../client/settings.ts';
import { debounce } from '../../lib/debounce.ts';
import { listState, rowAt } from './list-model.ts';

const leastSeenMs = 400;
/** Marks are gathered so long and form one step of undo. */
const gatherMs = 500;
/** A scroll this soon after the wheel, a finger, a key or the scroll bar was meant by them. */
const handMs = 700;

/** Until the returned function is called. */
export function markOnScroll(scroller: HTMLElement): () => void {
  const waiting = new Map<ArticleId, ArticleSummary>();
  let seenSince: ReadonlyMap<ArticleId, number> = new Map();
  let movedByHandAt = Number.NEGATIVE_INFINITY;
  const send = debounce(() => {
    const unread = [...waiting.values()].filter((article) => bitsOf(article).unread && !isKept(article.id));
    waiting.clear();
    if (unread.length > 0)
      void markArticles(
        unread.map(({ id }) => id),
        { unread: false },
      );
  }, gatherMs);
  const onHand = () => {
    movedByHandAt = performance.now();
  };
  const look = () => {
    if (!settingsNow()?.markReadOnScroll) return;
    const now = performance.now();
    const { seen, left } = rowsOf(scroller, seenSince, now);
    seenSince = seen;
    if (now - movedByHandAt >= handMs) return;
    for (const { article, since } of left) if (now - since >= leastSeenMs) waiting.set(article.id, article);
    if (waiting.size > 0) send.call();
  };
  // What is in sight before anything moves counts from when it came: it is drawn with the next frame.
  let frame = 0;
  const stopList = listState.subscribe(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  });
  const hands = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
  for (const hand of hands) scroller.addEventListener(hand, onHand, { passive: true });
  scroller.addEventListener('scroll', look, { passive: true });
  return () => {
    stopList();
    cancelAnimationFrame(frame);
    for (const hand of hands) scroller.removeEventListener(hand, onHand);
    scroller.removeEventListener('scroll', look);
    send.flush();
  };
}

interface Look {
  /** Rows wholly in sight or on their way over the top edge, and since when they were wholly in sight. */
  readonly seen: ReadonlyMap<ArticleId, number>;
  /** Rows that were, and are over the edge now. */
  readonly left: readonly { readonly article: ArticleSummary; readonly since: number }[];
}

function rowsOf(scroller: HTMLElement, before: ReadonlyMap<ArticleId, number>, now: number): Look {
  const edge = scroller.getBoundingClientRect();
  const seen = new Map<ArticleId, number>();
  const left: { readonly article: ArticleSummary; readonly since: number }[] = [];
  for (const slot of scroller.querySelectorAll<HTMLElement>('.row-slot')) {
    const article = rowAt(listState.get(), Number(slot.dataset.index));
    if (!article) continue;
    const { top, bottom } = slot.getBoundingClientRect();
    const since = before.get(article.id);
    if (top >= edge.top && bottom <= edge.bottom) seen.set(article.id, since ?? now);
    else if (since !== undefined && bottom <= edge.top) left.push({ article, since });
    else if (since !== undefined && top < edge.top) seen.set(article.id, since);
  }
  return { seen, left };
}
