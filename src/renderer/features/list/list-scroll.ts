/** Asks the list to scroll: its rows hear it when they are there. */
import { createStore } from '../../lib/store.ts';

export interface ScrollRequest {
  readonly position: number;
  readonly align: 'auto' | 'start';
  /** px of the row that are above the edge: a restored place is exact. */
  readonly above: number;
  readonly number: number;
}

export const scrollRequest = createStore<ScrollRequest | null>(null);
let number = 0;

export function scrollToRow(position: number, align: ScrollRequest['align'], above = 0): void {
  number += 1;
  scrollRequest.set({ position, align, above, number });
}
