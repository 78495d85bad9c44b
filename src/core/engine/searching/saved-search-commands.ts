/** What is done to saved searches. Two of one name would not be told apart in search:"name". */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../../store/handles.ts';
import {
  addSavedSearch,
  changeSavedSearch,
  isNameTaken,
  removeSavedSearch,
  renameSavedSearch,
  reorderSavedSearches,
  type SavedSearchRow,
  savedSearchAt,
} from '../../store/search/saved-searches.ts';
import { type SearchNews, updateSearchCounts } from '../../store/search/search-counts.ts';
import { planQuery } from './plan-query.ts';
import { fullHour, noSearch } from './saved-search-queries.ts';

const taken = (name: string) =>
  fail('conflict', `There is a saved search called ${name} already. Choose another name.`, { name });

export const savedSearchCommands = {
  'savedSearches.add': (db: WritableDb, input: ParsedInputOf<'savedSearches.add'>, now: EpochMs) =>
    isNameTaken(db, input.name) ? taken(input.name) : ok(addSavedSearch(db, input, now)),
  'savedSearches.rename': (db: WritableDb, input: ParsedInputOf<'savedSearches.rename'>, now: EpochMs) =>
    isNameTaken(db, input.name, input.id)
      ? taken(input.name)
      : withSearch(db, input.id, (row) => renameSavedSearch(db, row, input.name, now)),
  'savedSearches.change': (db: WritableDb, input: ParsedInputOf<'savedSearches.change'>, now: EpochMs) =>
    withSearch(db, input.id, (row) => changeSavedSearch(db, row, input, now)),
  'savedSearches.remove': (db: WritableDb, input: ParsedInputOf<'savedSearches.remove'>, now: EpochMs) =>
    withSearch(db, input.id, (row) => removeSavedSearch(db, row, now)),
  'savedSearches.reorder': (db: WritableDb, input: ParsedInputOf<'savedSearches.reorder'>, now: EpochMs) =>
    ok(reorderSavedSearches(db, input.ids, now)),
};

function withSearch<Value>(db: WritableDb, id: number, work: (row: SavedSearchRow) => Value): Result<Value> {
  const row = savedSearchAt(db, id);
  return row === undefined ? noSearch() : ok(work(row));
}

export function* countSavedSearches(
  db: WritableDb,
  _input: unknown,
  now: EpochMs,
): Generator<undefined, Result<SearchNews>> {
  const hour = fullHour(now);
  return ok(yield* updateSearchCounts(db, (handle, query) => planQuery(handle, query, hour)));
}
