/** Lists that need a query to be understood first: the views of saved searches, and lists as they were. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { Budget } from '../../lib/budget.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { listArticles } from '../../store/articles/list-articles.ts';
import { listAsOf } from '../../store/articles/list-as-of.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import { nextArticle } from '../../store/articles/next-article.ts';
import type { ReadableDb, WritableDb } from '../../store/handles.ts';
import { idsToMark, listSavedSearch, nextInSavedSearch, type SavedView } from '../../store/search/list-saved-search.ts';
import { savedSearchAt, savedSearches } from '../../store/search/saved-searches.ts';
import { planQuery } from './plan-query.ts';

const listMs = 70;
const markMs = 2_000;

const hourMs = 3_600_000;

/**
 * Dates that go with the clock (last:7d) are reckoned from the full hour in a saved search, so that its count is not made
 * anew at each article, and its view holds what was counted.
 */
export function fullHour(now: EpochMs): EpochMs {
  return Math.floor(now / hourMs) * hourMs;
}

export const noSearch = () => fail('not_found', 'This saved search is not there any more.');

export function list(
  db: ReadableDb,
  input: ParsedInputOf<'articles.list'>,
  now: EpochMs,
): Result<OutputOf<'articles.list'>> {
  const { asOf } = input;
  if (asOf !== undefined && asOf < now && !isSearch(input.view)) return ok(listAsOf(db, { ...input, asOf }));
  if (!isSearch(input.view)) return ok(listArticles(db, input, now));
  const view = savedView(db, input.view, now);
  return view === undefined ? noSearch() : ok(listSavedSearch(db, view, input, new Budget(listMs)));
}

export function next(
  db: ReadableDb,
  input: ParsedInputOf<'articles.next'>,
  now: EpochMs,
): Result<OutputOf<'articles.next'>> {
  if (!isSearch(input.view)) return ok(nextArticle(db, input, now));
  const view = savedView(db, input.view, now);
  return view === undefined ? noSearch() : ok(nextInSavedSearch(db, view, input, new Budget(listMs)));
}

/** All of a saved search's view is marked by the ids that it holds. */
export function* mark(
  db: WritableDb,
  input: ParsedInputOf<'articles.mark'>,
  now: EpochMs,
): Generator<undefined, Result<OutputOf<'articles.mark'>>> {
  const { scope } = input;
  if (scope === undefined || !isSearch(scope.view)) return ok(yield* markArticles(db, input, now));
  const view = savedView(db, scope.view, now);
  if (view === undefined) return noSearch();
  const ids = idsToMark(db, view, input.set.read === true, new Budget(markMs));
  const wanted = ids.filter(
    (id) =>
      (scope.olderThan === undefined || id < scope.olderThan) &&
      (scope.newerThan === undefined || id > scope.newerThan),
  );
  return ok(yield* markArticles(db, { set: input.set, ids: wanted as NonNullable<typeof input.ids> }, now));
}

export function listSearches(db: ReadableDb, now: EpochMs): OutputOf<'savedSearches.list'> {
  return savedSearches(db).map(({ id, name, query, notify, counts_unread, unread }) => ({
    id,
    name,
    query,
    notify: notify === 1,
    countsUnread: counts_unread === 1,
    unread,
    ignored: [...planQuery(db, query, now).ignored],
  }));
}

function isSearch(view: string): boolean {
  return view.startsWith('search:');
}

function savedView(db: ReadableDb, name: string, now: EpochMs): SavedView | undefined {
  const row = savedSearchAt(db, Number(name.slice('search:'.length)));
  return row === undefined ? undefined : { id: row.id, plan: planQuery(db, row.query, fullHour(now)) };
}
