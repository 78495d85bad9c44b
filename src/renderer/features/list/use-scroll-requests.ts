/** Scrolls the rows where keys and restored places ask, and keeps the place for the next start. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { rememberState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { listState } from './list-model.ts';
import { scrollRequest } from './list-scroll.ts';
import { rowAtTop } from './top-row.ts';

type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** The last request that was followed: rows that are drawn anew must not follow an old one again. */
let followed = 0;

export function useScrollRequests(
  virtualizer: ListVirtualizer,
  scroller: RefObject<HTMLDivElement | null>,
  generation: number,
): void {
  const request = useStore(scrollRequest, (value) => value);
  useEffect(() => {
    if (generation > 0) virtualizer.scrollToOffset(0);
  }, [virtualizer, generation]);
  useEffect(() => {
    if (!request || request.number <= followed) return;
    followed = request.number;
    virtualizer.scrollToIndex(request.position, { align: request.align });
    if (request.above === 0) return;
    // After the rows above have been measured.
    const frame = requestAnimationFrame(() => scroller.current?.scrollBy({ top: request.above }));
    return () => cancelAnimationFrame(frame);
  }, [virtualizer, scroller, request]);
}

/** Keeps which row is at the top edge, and how much of it is above. */
export function rememberTop(scroller: HTMLDivElement): void {
  const top = rowAtTop(scroller);
  rememberState({ listTop: top && { view: listState.get().view, ...top } });
}
