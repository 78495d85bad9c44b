/** Scrolls the results to where they stood when the reader left, and keeps where they stand. */
import { type RefObject, useEffect, useRef } from 'react';
import type { KeptSearch } from '../../client/kept-window.ts';
import { debounce } from '../../lib/debounce.ts';
import { rememberSearch } from './search-places.ts';
import type { Hits } from './use-hits.ts';

export type HitsTop = NonNullable<KeptSearch['top']>;

interface AsLeft {
  readonly left: HitsTop | null;
  readonly search: Hits;
  readonly scroller: RefObject<HTMLElement | null>;
  /** px from the top of the scroller; by what is known of the rows. */
  readonly offsetOf: (position: number) => number;
}

const keepAfterMs = 200;
/** Nearer to their top than this, in px, they are at their top. */
const topPx = 4;
/** Rows are measured as they come into sight: so many times, a frame each, the place is set right. */
const mostCorrections = 12;

/** Answers whether they are still to stand as they were left. */
export function useHitsAsLeft({ left, search, scroller, offsetOf }: AsLeft): RefObject<boolean> {
  const isLeft = useRef(left !== null);
  const awaited = useRef(left);
  useEffect(() => {
    const top = awaited.current;
    if (top === null) return;
    if (search.hits.length <= top.position && search.hasMore) return search.more();
    awaited.current = null;
    correct(scroller.current, { top, offsetOf, times: mostCorrections });
  });
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const keep = debounce(() => rememberSearch({ top: topOf(box) }), keepAfterMs);
    box.addEventListener('scroll', keep.call, { passive: true });
    return () => {
      box.removeEventListener('scroll', keep.call);
      keep.flush();
    };
  }, [scroller]);
  return isLeft;
}

const slotsOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('.hit-slot')];

function topOf(box: HTMLElement): HitsTop | null {
  if (box.scrollTop < topPx) return null;
  const edge = box.getBoundingClientRect().top;
  const first = slotsOf(box)
    .map((slot) => ({ position: Number(slot.dataset.index), rect: slot.getBoundingClientRect() }))
    .filter(({ rect }) => rect.bottom > edge + 1)
    .sort((one, other) => one.position - other.position)[0];
  return first ? { position: first.position, above: Math.round(edge - first.rect.top) } : null;
}

interface Correction extends Pick<AsLeft, 'offsetOf'> {
  readonly top: HitsTop;
  readonly times: number;
}

/** By what is known of the rows until that one is drawn, and then by where it is. */
function correct(box: HTMLElement | null, { top, offsetOf, times }: Correction): void {
  if (!box || times === 0) return;
  requestAnimationFrame(() => {
    const slot = slotsOf(box).find(({ dataset }) => Number(dataset.index) === top.position);
    if (slot) box.scrollTop += slot.getBoundingClientRect().top - box.getBoundingClientRect().top + top.above;
    else box.scrollTo({ top: offsetOf(top.position) });
    correct(box, { top, offsetOf, times: times - 1 });
  });
}
