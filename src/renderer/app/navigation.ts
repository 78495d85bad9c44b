/** Where the reader is: a screen, the view of its list and the open article, with a way back. */
import type { ReactNode } from 'react';
import type { ArticleId, ViewName } from '../../contract/ids.ts';
import { createStore, useStore } from '../lib/store.ts';

/** Screens of the main pane. Each has a folder in features/ and a line in app/screens.ts. */
export type ScreenName =
  | 'reader'
  | 'today'
  | 'for-you'
  | 'story'
  | 'search'
  | 'subscriptions'
  | 'catalogue'
  | 'import'
  | 'settings'
  | 'history'
  | 'first-run';

export interface Place {
  readonly screen: ScreenName;
  /** What the list of the reader shows; kept while another screen is open. */
  readonly view: ViewName;
  readonly articleId: ArticleId | null;
  /** What the screen is about: a story's id, a query, a page of the settings. */
  readonly argument: string | null;
}

interface History {
  readonly places: readonly Place[];
  readonly at: number;
}

const start: Place = { screen: 'reader', view: 'today', articleId: null, argument: null };
/** Far more than anybody goes back. */
const longestHistory = 200;

const history = createStore<History>({ places: [start], at: 0 });

function placeIn({ places, at }: History): Place {
  return places[at] ?? start;
}

export function placeNow(): Place {
  return placeIn(history.get());
}

export function usePlace<Part>(select: (place: Place) => Part): Part {
  return useStore(history, (value) => select(placeIn(value)));
}

export const watchPlace = history.subscribe;

/** Where on the way back the present place stands, from 0. */
export const positionNow = (): number => history.get().at;

/** A step on the way back or forward; a new place at its end; or another in the place of the present one. */
export interface Move {
  readonly kind: 'travel' | 'push' | 'replace';
  /** On the way: negative back, positive forward. */
  readonly steps: number;
}

/** Returns the function that ends it. */
export function watchMoves(listener: (move: Move) => void): () => void {
  let before = history.get();
  return history.subscribe(() => {
    const now = history.get();
    const steps = now.at - before.at;
    const isNew = now.places !== before.places;
    before = now;
    listener({ kind: isNew && steps >= 0 ? (steps > 0 ? 'push' : 'replace') : 'travel', steps });
  });
}

/** Nothing where the way does not lead so far. */
export function travelTo(position: number): void {
  history.set((value) => (value.places[position] === undefined ? value : { ...value, at: position }));
}

/**
 * Goes somewhere. What is not named stays as it is, but an argument belongs to its screen and an article to its view.
 * `replace` takes the place of the present one: stepping through a list must not fill the way back.
 */
export function navigate(to: Partial<Place>, { replace = false }: { readonly replace?: boolean } = {}): void {
  const before = placeNow();
  const screen = to.screen ?? (to.view || to.articleId !== undefined ? 'reader' : before.screen);
  const view = to.view ?? before.view;
  const begins = beginsAnew(to, screen, before);
  const articleId =
    to.articleId !== undefined ? to.articleId : view === before.view && !begins ? before.articleId : null;
  const argument =
    to.argument !== undefined ? to.argument : screen === before.screen && !begins ? before.argument : null;
  const place: Place = { screen, view, articleId, argument };
  if (samePlace(place, before)) return;
  history.set(({ places, at }) => {
    const way = places.slice(Math.max(0, at + 1 - longestHistory), replace ? at : at + 1);
    const kept = pastWelcome.has(screen) ? way.filter((one) => one.screen !== 'first-run') : way;
    const last = kept.at(-1);
    // An article that was opened over a page and closed again leaves the page once, not twice.
    if (last && samePlace(last, place)) return { places: kept, at: kept.length - 1 };
    return { places: [...kept, place], at: kept.length };
  });
}

/** Where the welcome ends: no way leads back into it. A look at the catalogue or the settings comes back. */
const pastWelcome: ReadonlySet<ScreenName> = new Set<ScreenName>(['today', 'reader', 'import']);

/** Pages of stories: an article stands over them only when it was opened from there. */
const pagesOfStories: ReadonlySet<ScreenName> = new Set<ScreenName>(['today', 'for-you', 'story']);

function beginsAnew(to: Partial<Place>, screen: ScreenName, before: Place): boolean {
  if (!pagesOfStories.has(screen)) return false;
  return screen !== before.screen || to.view !== undefined || to.argument !== undefined;
}

function samePlace(one: Place, other: Place): boolean {
  return (
    one.screen === other.screen &&
    one.view === other.view &&
    one.articleId === other.articleId &&
    one.argument === other.argument
  );
}

export function goBack(): void {
  history.set((value) => (value.at > 0 ? { ...value, at: value.at - 1 } : value));
}

export function goForward(): void {
  history.set((value) => (value.at < value.places.length - 1 ? { ...value, at: value.at + 1 } : value));
}

/** Whether the ways back and forward lead anywhere. */
export function useWays(): { readonly canGoBack: boolean; readonly canGoForward: boolean } {
  const canGoBack = useStore(history, ({ at }) => at > 0);
  const canGoForward = useStore(history, ({ places, at }) => at < places.length - 1);
  return { canGoBack, canGoForward };
}

/** Begins again with one place: at start, with what was left. */
export function startAt(place: Partial<Place>): void {
  history.set({ places: [{ ...start, ...place }], at: 0 });
}

export interface ScreenProps {
  /** What the screen is about, from navigate({ screen, argument }). */
  readonly argument: string | null;
  /** The pane of the open article, for a screen that shows it beside a list of its own. */
  readonly article?: ReactNode;
}
