/** Titles of feeds by their numbers, read once for one answer. */

import { listFeedTitles } from '../../store/feeds/feed-title-list.ts';
import type { ReadableDb } from '../../store/handles.ts';

export function feedTitles(db: ReadableDb): (id: number) => string | undefined {
  let titles: ReadonlyMap<number, string> | undefined;
  return (id) => {
    titles ??= listFeedTitles(db);
    return titles.get(id);
  };
}
