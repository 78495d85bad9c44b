/** Which row stands at the top edge of the list. */
import type { ArticleId } from '../../../contract/ids.ts';
import { listState, rowAt } from './list-model.ts';

export interface TopRow {
  readonly articleId: ArticleId;
  /** px of it that are above the edge. */
  readonly above: number;
}

/** Nearer to its top than this, in px, a list is at its top. */
const topPx = 4;

/** Null at the top of the list, and where it is not in sight. */
export function rowAtTop(scroller: HTMLElement): TopRow | null {
  if (scroller.scrollTop < topPx) return null;
  const edge = scroller.getBoundingClientRect().top;
  const slots = [...scroller.querySelectorAll<HTMLElement>('.row-slot')];
  const first = slots
    .map((slot) => ({ slot, box: slot.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > edge + 1)
    .sort((one, other) => one.box.top - other.box.top)[0];
  const article = first && rowAt(listState.get(), Number(first.slot.dataset.index));
  return first && article ? { articleId: article.id, above: Math.round(edge - first.box.top) } : null;
}
