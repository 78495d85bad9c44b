/** How each search of the way was left: its order, its chosen hit and where its results stood. */
import { type Place, placeNow, watchPlace } from '../../app/navigation.ts';
import type { KeptSearch } from '../../client/kept-window.ts';
import { rememberState, windowState } from '../../client/window-state.ts';

/** A place of the way is the same object whenever the reader comes back to it. */
const left = new WeakMap<Place, KeptSearch>();
let present: KeptSearch | null = null;

/** What is left when the reader goes elsewhere, or ends. Until the returned function is called. */
export function keepSearchPlaces(): () => void {
  let before = placeNow();
  return watchPlace(() => {
    const now = placeNow();
    if (before.screen === 'search' && now.screen !== 'search' && present) left.set(before, present);
    before = now;
  });
}

/** How the search of the present place was left; undefined for a new one. */
export function leftSearch(argument: string | null): KeptSearch | undefined {
  const known = left.get(placeNow()) ?? windowState.get().search;
  return known && known.query === (argument ?? '') ? known : undefined;
}

const anew: KeptSearch = { query: '', order: 'best', at: 0, top: null };

export function rememberSearch(change: Partial<KeptSearch>): void {
  if (placeNow().screen !== 'search') return;
  present = { ...(windowState.get().search ?? anew), ...change };
  rememberState({ search: present });
}
