/** What would find more than a query that finds nothing or little: each suggestion with what it finds, all within one budget. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { Budget } from '../../lib/budget.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { amongHidden, withoutEach, withWords, wordsAlone, wordsOf } from '../../search/alternatives.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { articlesWith, nearWords } from '../../store/search/near-words.ts';
import { searchSql } from '../../store/search/search-sql.ts';
import { countHits } from '../../store/search/search-walk.ts';
import { planQuery } from './plan-query.ts';
import type { Cancel } from './search-queries.ts';

type Alternatives = OutputOf<'search.alternatives'>;
type Alternative = Alternatives['without'][number];

// The page says at once that nothing was found; what might be meant may come a moment later, but not two.
const usualTime = { allMs: 90, spellingMs: 45, countMs: 12 };
const mostCounted = 1_000;
// A word of so few articles may be a slip itself, of the publisher's.
const rareArticles = 2;
const timesMore = 10;
const mostTried = 4;
const mostParts = 8;

export function alternatives(
  db: ReadableDb,
  { query }: ParsedInputOf<'search.alternatives'>,
  now: EpochMs,
  cancel?: Cancel,
  { allMs, spellingMs, countMs } = usualTime,
): Result<Alternatives> {
  const budget = new Budget(allMs, cancel);
  const count = (text: string): Pick<Alternative, 'count' | 'isExact'> => {
    const { where, withHidden } = planQuery(db, text, now);
    if (where === undefined) return { count: 0, isExact: false };
    const { n, isExact } = countHits(db, searchSql(db, { where, withHidden }), mostCounted, budget.within(countMs));
    return { count: n, isExact };
  };
  const written = spelled(db, query, now, budget.within(spellingMs));
  const best = (queries: readonly Spelled[]) =>
    queries.map((one) => ({ ...one, ...count(one.query) })).sort((one, other) => other.count - one.count)[0];
  const kept = best(written);
  const spelling = (kept?.count ?? 0) > 0 ? kept : best(written.flatMap((one) => withoutFilters(one, now)));
  const without = withoutEach(query, now)
    .slice(0, mostParts)
    .map(({ part, query: left }) => ({ part, query: left, ...count(left) }));
  const hiddenQuery = amongHidden(query, now);
  const hidden = hiddenQuery === undefined ? undefined : { query: hiddenQuery, ...count(hiddenQuery) };
  if (budget.isCancelled) return fail('cancelled', 'This search was given up for a newer one.');
  return ok({
    spelling:
      spelling !== undefined && spelling.count > count(query).count
        ? { ...spelling, changed: [...spelling.changed] }
        : null,
    without,
    hidden: hidden !== undefined && hidden.count > 0 ? hidden : null,
  });
}

interface Spelled {
  readonly query: string;
  /** The words that are not those of the query. */
  readonly changed: readonly string[];
}

/** Where it finds nothing within its filters, it may without them. */
function withoutFilters(spelling: Spelled, now: EpochMs): Spelled[] {
  const query = wordsAlone(spelling.query, now);
  return query === undefined ? [] : [{ ...spelling, query }];
}

/** The query with each word that hardly any article has as one that many have; several ways where one word is in question. */
function spelled(db: ReadableDb, query: string, now: EpochMs, budget: Budget): Spelled[] {
  const doubtful = wordsOf(query, now).flatMap(({ word, isOpen }) => {
    const own = articlesWith(db, word, rareArticles + 1);
    if (own > rareArticles || (own === 0 && isOpen && articlesWith(db, word, 1, true) > 0)) return [];
    const near = nearWords(db, word, mostCounted, budget).filter(({ articles }) => articles >= own * timesMore);
    return near.length === 0 ? [] : [{ word, near: near.slice(0, mostTried).map((one) => one.word) }];
  });
  const [only, second] = doubtful;
  if (only === undefined) return [];
  const ways =
    second === undefined
      ? only.near.map((near) => new Map([[only.word, near]]))
      : [new Map(doubtful.map(({ word, near }) => [word, near[0] ?? word]))];
  return ways.map((instead) => ({ query: withWords(query, instead, now), changed: [...instead.values()] }));
}
