/**
 * The way back of a browser is the window's own: each place is an entry of the browser's history, so that its Back button and
 * its gestures do what the window's do, and leave the window only from its first place. Addresses stay as they are.
 */
import { settingsNow } from '../client/settings.ts';
import { type Move, type Place, placeNow, positionNow, startAt, travelTo, watchMoves } from './navigation.ts';

interface Entry {
  /** Which load of the page made it: positions of an earlier one say nothing to this. */
  readonly load: string;
  readonly position: number;
  readonly place: Place;
}

/** Until the returned function is called. */
export function followBrowserHistory(): () => void {
  const load = crypto.randomUUID();
  const entry = (): Entry => ({ load, position: positionNow(), place: placeNow() });
  let isArriving = false;
  const follow = ({ kind, steps }: Move) => {
    if (isArriving) return;
    if (kind === 'travel') history.go(steps);
    else if (kind === 'push') history.pushState(entry(), '');
    else history.replaceState(entry(), '');
  };
  const arrive = ({ state }: PopStateEvent) => {
    if (!isEntry(state)) return;
    isArriving = true;
    if (state.load === load) travelTo(state.position);
    // The welcome is behind whoever has seen it, also where an earlier load of the page left an entry of it.
    else startAt(state.place.screen === 'first-run' && settingsNow()?.firstRunDone ? {} : state.place);
    isArriving = false;
    history.replaceState(entry(), '');
  };
  history.replaceState(entry(), '');
  const stop = watchMoves(follow);
  addEventListener('popstate', arrive);
  return () => {
    stop();
    removeEventListener('popstate', arrive);
  };
}

/** What the browser kept was written here, in this version or an earlier one. */
function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'load' in state && 'position' in state && 'place' in state;
}
