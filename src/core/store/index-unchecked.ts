/**
 * After an unclean stop the pages of the library are looked through before it is opened. What the search index says in its
 * pages takes as long again, and costs nobody an article: that is looked at with the library open, and noted until then.
 */
import type { WritableDb } from './handles.ts';
import { setFact } from './settings.ts';

/** The fact that says so: '1' while it is to be looked at. */
export const indexUnchecked = 'index_unchecked';

export function noteIndexUnchecked(db: WritableDb): void {
  setFact(db, indexUnchecked, '1');
}
