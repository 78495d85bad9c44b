/** Keeps the open list true while the core works: marks from elsewhere, new articles, changed feeds. */
import { placeNow } from '../../app/navigation.ts';
import { bitsOf, isOwnMark, watchBits } from '../../client/article-bits.ts';
import { client } from '../../client/client.ts';
import { debounce } from '../../lib/debounce.ts';
import { countNew, keepInList, listState, reloadShown } from './list-model.ts';

/** A refresh sends many events: the list looks again at most this often. */
const gatherMs = 400;

/** Until the returned function is called. */
export function followEvents(): () => void {
  const reload = debounce(() => void reloadShown(), gatherMs);
  const recount = debounce(() => void countNew(), gatherMs);
  const stopBits = watchBits(keepRead);
  const stopEvents = client.on((event) => {
    if (event.type === 'articles-marked') {
      if (event.ids?.every(isOwnMark)) return;
      if (!event.ids) keepHeld();
      reload.call();
    } else if (event.type === 'articles-arrived') {
      recount.call();
      if (event.updated > 0) reload.call();
    } else if (event.type === 'feeds-changed') reload.call();
    // Rows are put together only before the reader has begun: later they would go from under the eyes.
    else if (event.type === 'stories-changed' && listState.get().byStory && placeNow().articleId === null)
      reload.call();
  });
  return () => {
    stopBits();
    stopEvents();
  };
}

/** Articles of the list that just became read stay in it, dimmed. */
function keepRead(): void {
  const { windows, onlyUnread, view } = listState.get();
  if (!onlyUnread && view !== 'unread') return;
  for (const rows of windows.values()) {
    keepInList(rows.filter((row) => row.unread && !bitsOf(row).unread).map(({ id }) => id));
  }
}

/** After a bulk change nobody knows which: all that are held stay. */
function keepHeld(): void {
  for (const rows of listState.get().windows.values()) keepInList(rows.map(({ id }) => id));
}
