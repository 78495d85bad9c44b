/**
 * Marks rows read as they leave over the top edge, when the reader wants that: only rows that were wholly in sight for
 * 400 ms, and only when a hand moved the list, not a jump, a resize, a refresh or a restored place.
 */
import type { ArticleSummary } from '../../../contract/articles.ts';
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
  const seenSince = new Map<number, number>();
  const waiting = new Map<number, ArticleSummary>();
  let movedByHandAt = Number.NEGATIVE_INFINITY;
  const send = debounce(() => {
    const articles = [...waiting.values()].filter((article) => bitsOf(article).unread && !isKept(article.id));
    waiting.clear();
    if (articles.length > 0)
      void markArticles(
        articles.map(({ id }) => id),
        { unread: false },
      );
  }, gatherMs);
  const onHand = () => {
    movedByHandAt = performance.now();
  };
  const onScroll = () => {
    if (!settingsNow()?.markReadOnScroll) return;
    const now = performance.now();
    const isByHand = now - movedByHandAt < handMs;
    const edge = scroller.getBoundingClientRect();
    for (const slot of scroller.querySelectorAll<HTMLElement>('.row-slot')) {
      const position = Number(slot.dataset.index);
      const { top, bottom } = slot.getBoundingClientRect();
      if (top >= edge.top && bottom <= edge.bottom) {
        if (!seenSince.has(position)) seenSince.set(position, now);
      } else if (bottom <= edge.top) {
        const since = seenSince.get(position);
        const article = rowAt(listState.get(), position);
        if (isByHand && article && since !== undefined && now - since >= leastSeenMs) {
          waiting.set(position, article);
          send.call();
        }
        seenSince.delete(position);
      }
    }
  };
  const hands = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
  for (const hand of hands) scroller.addEventListener(hand, onHand, { passive: true });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    for (const hand of hands) scroller.removeEventListener(hand, onHand);
    scroller.removeEventListener('scroll', onScroll);
    send.flush();
  };
}
