/** A query of a reader with the names of this library: what the store is asked. */
import type { EpochMs } from '../../lib/clock.ts';
import { type PlannedSearch, planSearch } from '../../search/plan-search.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { feedsInFolder, feedsNamed, savedQuery } from '../../store/search/search-names.ts';

export function planQuery(db: ReadableDb, query: string, now: EpochMs): PlannedSearch {
  return planSearch(
    query,
    {
      feedsNamed: (name) => feedsNamed(db, name),
      feedsInFolder: (name) => feedsInFolder(db, name),
      savedQuery: (name) => savedQuery(db, name),
    },
    now,
  );
}
