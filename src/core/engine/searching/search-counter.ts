/** Keeps the counts of saved searches up with the library: after anything that may change them, once things are quiet. */
import type { CoreEvent } from '../../../contract/events.ts';
import type { EngineParts } from '../engine-parts.ts';

// Several feeds of a refresh are counted together.
const quietMs = 40;
const changing: ReadonlySet<CoreEvent['type']> = new Set([
  'articles-marked',
  'articles-arrived',
  'feeds-changed',
  'saved-searches-changed',
]);

/** Returns the function that ends it, once nothing is being counted any more. */
export function keepSearchCounts({ asks, bus }: EngineParts): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isDue = false;
  const count = async (): Promise<void> => {
    isDue = false;
    const news = await asks.write('savedSearches.count', {});
    if (!news.ok) return;
    for (const { id, name, added } of news.value.found) bus.emit({ type: 'saved-search-found', id, name, added });
    // asked again by this event, there is nothing left to count, and it ends
    if (news.value.changed) bus.emit({ type: 'saved-searches-changed' });
  };
  const plan = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (running !== undefined) {
        isDue = true;
        return;
      }
      running = count().finally(() => {
        running = undefined;
        if (isDue) plan();
      });
    }, quietMs);
  };
  const off = bus.on((event) => {
    if (changing.has(event.type)) plan();
  });
  return async () => {
    off();
    clearTimeout(timer);
    isDue = false;
    await running;
  };
}
