/** Finding articles: a page of hits in the order asked for, with snippets and a count. Nothing here grows with the archive. */
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { Budget } from '../../lib/budget.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { SearchPlan } from '../../lib/search-plan.ts';
import { summariesOf } from '../articles/article-rows.ts';
import type { ReadableDb } from '../handles.ts';
import { headlineMatches, rankHits } from './rank-hits.ts';
import { cursorOf, readCursor, type SearchCursor } from './search-cursor.ts';
import { markedTexts } from './search-snippets.ts';
import { type SearchSql, searchSql } from './search-sql.ts';
import { type CountStart, countHits, walkIds } from './search-walk.ts';

type SearchInput = ParsedInputOf<'articles.search'>;
export type SearchAnswer = Omit<OutputOf<'articles.search'>, 'ignored' | 'hint' | 'ms' | 'indexIsDamaged'>;

const countedHits = 1_000;
const nothingFound: SearchAnswer = { articles: [], total: 0, totalIsExact: true, rankedAll: true };

interface Page {
  readonly ids: readonly number[];
  readonly next: SearchCursor | undefined;
  readonly rankedAll: boolean;
  /** Known when the page is the whole answer. */
  readonly total?: number;
  /** Newest hits that were met on the way: counting goes on after them. */
  readonly met?: CountStart;
}

export function searchArticles(
  db: ReadableDb,
  input: SearchInput,
  plan: SearchPlan,
  how: { readonly now: EpochMs; readonly budget: Budget },
): SearchAnswer {
  const { where } = plan;
  if (where === undefined) return nothingFound;
  const sql = searchSql(db, { ...plan, where });
  const cursor = readCursor(input.cursor);
  const page =
    input.order === 'best' && sql.match !== undefined && sql.texts.length > 0 && cursor?.kind !== 'older'
      ? bestPage(db, sql, input, { ...how, skip: cursor?.kind === 'ranked' ? cursor.skip : 0 })
      : orderedPage(db, sql, input, { ...how, cursor });
  const counted = countOf(db, sql, input, { page, cursor, budget: how.budget });
  const marked = markedTexts(db, sql, page.ids);
  return {
    articles: summariesOf(db, page.ids).map((article) => ({
      ...article,
      snippet: marked.get(article.id)?.snippet || article.summary,
      markedTitle: marked.get(article.id)?.title ?? article.title,
      markedAuthor: marked.get(article.id)?.author || article.author,
    })),
    total: counted.n,
    totalIsExact: counted.isExact,
    rankedAll: page.rankedAll,
    ...(page.next === undefined ? {} : { cursor: cursorOf({ ...page.next, counted }) }),
  };
}

function orderedPage(
  db: ReadableDb,
  sql: SearchSql,
  input: SearchInput,
  { cursor, budget }: { readonly cursor: SearchCursor | undefined; readonly budget: Budget },
): Page {
  const newestFirst = input.order !== 'oldest';
  const after = cursor?.kind === 'after' || cursor?.kind === 'older' ? cursor.id : undefined;
  // one more than asked tells whether there is a next page
  const walked = walkIds(db, sql, { newestFirst, after, limit: input.limit + 1 }, budget);
  const found = walked.rows;
  const ids = found.slice(0, input.limit);
  const last = found.length > input.limit ? ids.at(-1) : walked.isComplete ? undefined : walked.reached;
  const isWhole = after === undefined && last === undefined;
  // those ranked for their headline stand further up already
  const shown = cursor?.kind === 'older' ? new Set(headlineMatches(db, sql, budget)) : undefined;
  return {
    ids: shown === undefined ? ids : ids.filter((id) => !shown.has(id)),
    next: last === undefined ? undefined : { kind: cursor?.kind === 'older' ? 'older' : 'after', id: last },
    rankedAll: input.order !== 'best' || isWhole,
    ...(isWhole && { total: ids.length }),
    ...(newestFirst && after === undefined && { met: { n: ids.length, after: ids.at(-1) } }),
  };
}

/** The ranked hits a page at a time, then the older ones newest first. */
function bestPage(
  db: ReadableDb,
  sql: SearchSql,
  input: SearchInput,
  how: { readonly now: EpochMs; readonly budget: Budget; readonly skip: number },
): Page {
  const ranked = rankHits(db, sql, how);
  const ids = ranked.ids.slice(how.skip, how.skip + input.limit);
  const end = how.skip + ids.length;
  const { oldest } = ranked;
  const next: SearchCursor | undefined =
    end < ranked.ids.length
      ? { kind: 'ranked', skip: end }
      : oldest === undefined
        ? undefined
        : { kind: 'older', id: oldest };
  return {
    ids,
    next,
    rankedAll: oldest === undefined,
    ...(oldest === undefined ? { total: ranked.ids.length } : { met: ranked.met }),
  };
}

function countOf(
  db: ReadableDb,
  sql: SearchSql,
  input: SearchInput,
  known: { readonly page: Page; readonly cursor: SearchCursor | undefined; readonly budget: Budget },
): { readonly n: number; readonly isExact: boolean } {
  if (known.page.total !== undefined) return { n: known.page.total, isExact: true };
  if (known.cursor?.counted !== undefined && !input.countAll) return known.cursor.counted;
  return countHits(db, sql, input.countAll ? Number.MAX_SAFE_INTEGER : countedHits, known.budget, known.page.met);
}
