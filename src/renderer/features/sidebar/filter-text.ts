/** What is typed into the field over the feeds. Apart from it, so that the tree knows when it gives way to what was found. */
import { createStore, useStore } from '../../lib/store.ts';

const filter = createStore('');

export function setFilter(text: string): void {
  filter.set(text);
}

export function useFilter(): string {
  return useStore(filter, (text) => text);
}
