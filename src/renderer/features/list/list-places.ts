/** How the list stood at each place of the way, so that the way back leads to it as it was left. */
import type { ArticleId, ViewName } from '../../../contract/ids.ts';
import { type Place, placeNow, watchPlace } from '../../app/navigation.ts';
import { windowState } from '../../client/window-state.ts';
import { keptRows, listState } from './list-model.ts';
import { rowAtTop, type TopRow } from './top-row.ts';

export interface ListPlace {
  /** Null: at its top. */
  readonly top: TopRow | null;
  /** Rows that were there although read. */
  readonly kept: readonly ArticleId[];
}

/** A place of the way is the same object whenever the reader comes back to it. */
const left = new WeakMap<Place, ListPlace>();
/** Where a view was left last, with its article, for whoever comes back to that article in another way. */
const leftOpen = new Map<ViewName, { readonly articleId: ArticleId; readonly list: ListPlace }>();

/** Keeps it each time the list is left, until the returned function is called. */
export function keepListPlaces(scroller: HTMLElement): () => void {
  let before = placeNow();
  return watchPlace(() => {
    const now = placeNow();
    if (before.screen === 'reader' && (now.screen !== 'reader' || now.view !== before.view)) keep(before, scroller);
    before = now;
  });
}

function keep(place: Place, scroller: HTMLElement): void {
  const { view, status } = listState.get();
  if (view !== place.view || status !== 'ready') return;
  const list = { top: rowAtTop(scroller), kept: keptRows() };
  left.set(place, list);
  if (place.articleId !== null) leftOpen.set(view, { articleId: place.articleId, list });
}

/** How the list of the present place was left, once: opened again where it stands, it stays. At a start, as the library has it. */
export function takeListPlace(): ListPlace | undefined {
  const place = placeNow();
  const { view, articleId } = place;
  const known = left.get(place);
  const open = leftOpen.get(view);
  left.delete(place);
  leftOpen.delete(view);
  if (known) return known;
  if (open && open.articleId === articleId) return open.list;
  const { listTop } = windowState.get();
  if (listState.get().generation > 0 || listTop?.view !== view) return undefined;
  return { top: listTop, kept: [listTop.articleId] };
}
