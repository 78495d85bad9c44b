/** What the search page asks: each question read, planned, and answered by the store within a budget of time. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { facetName } from '../../../contract/search.ts';
import { Budget } from '../../lib/budget.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { editQuery, narrowingsOf } from '../../search/edit-query.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { printQuery } from '../../search/print-query.ts';
import { hintFor } from '../../search/search-hint.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { searchArticles } from '../../store/search/search.ts';
import { type Narrowings, nothingFound, searchFacets } from '../../store/search/search-facets.ts';
import { allTexts } from '../../store/search/search-sql.ts';
import { isCorrupt } from '../as-failure.ts';
import { planQuery } from './plan-query.ts';

// A page must come within 100 ms whatever is asked; what was not looked through follows with the next page.
const pageMs = 50;
const countAllMs = 5_000;
const facetsMs = 70;

export type Cancel = Int32Array | undefined;

const damagedAnswer = {
  articles: [],
  total: 0,
  totalIsExact: false,
  rankedAll: false,
  indexIsDamaged: true,
  hint: 'The index was damaged and is being built anew, the newest articles first. Search again in a moment.',
};

/** Undefined when the index turned out to be damaged on the way. Anything else that throws is a bug and goes on. */
function whileSound<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (isCorrupt(error)) return undefined;
    throw error;
  }
}

const cancelled = () => fail('cancelled', 'This search was given up for a newer one.');

export function search(
  db: ReadableDb,
  input: ParsedInputOf<'articles.search'>,
  now: EpochMs,
  cancel?: Cancel,
): Result<OutputOf<'articles.search'>> {
  const start = performance.now();
  const budget = new Budget(input.countAll ? countAllMs : pageMs, cancel);
  const found = whileSound(() => {
    const plan = planQuery(db, input.query, now);
    return { plan, answer: searchArticles(db, input, plan, { now, budget }) };
  });
  if (found === undefined) return ok({ ...damagedAnswer, ignored: [], ms: performance.now() - start });
  const { plan, answer } = found;
  if (budget.isCancelled) return cancelled();
  const hint = hintFor(input.query, {
    hasWords: plan.where !== undefined,
    ignored: plan.ignored,
    found: answer.articles.length,
    goesOn: answer.cursor !== undefined,
  });
  return ok({ ...answer, indexIsDamaged: false, ignored: [...plan.ignored], hint, ms: performance.now() - start });
}

export function facets(
  db: ReadableDb,
  input: ParsedInputOf<'search.facets'>,
  now: EpochMs,
  cancel?: Cancel,
): Result<OutputOf<'search.facets'>> {
  const start = performance.now();
  const budget = new Budget(facetsMs, cancel);
  const plans = () => narrowingPlans(db, input.query, now);
  const answer = whileSound(() => searchFacets(db, planQuery(db, input.query, now), budget, plans())) ?? nothingFound;
  if (budget.isCancelled) return cancelled();
  return ok({ ...answer, ms: performance.now() - start });
}

/** What the query narrows by, and what it would be without each of that. */
function narrowingPlans(db: ReadableDb, query: string, now: EpochMs): Narrowings {
  const narrowings = narrowingsOf(query, now);
  return new Map(
    facetName.options.flatMap((name) => {
      const values = narrowings.get(name);
      if (values === undefined) return [];
      const wider = planQuery(db, editQuery(query, { operator: name, value: null, on: true }, now), now);
      return [[name, { values, wider }] as const];
    }),
  );
}

export function takeApart(
  db: ReadableDb,
  input: ParsedInputOf<'search.parse'>,
  now: EpochMs,
): Result<OutputOf<'search.parse'>> {
  const { tree, parts } = parseQuery(input.query, now);
  const plan = planQuery(db, input.query, now);
  const marks = plan.where === undefined ? [] : allTexts(db, plan.where).flatMap((text) => text.terms);
  return ok({
    parts: parts.map(({ values, ...part }) => ({ ...part, ...(values !== undefined && { values: [...values] }) })),
    ignored: [...plan.ignored],
    hint:
      plan.where === undefined
        ? hintFor(input.query, { hasWords: false, ignored: plan.ignored, found: 0, goesOn: false })
        : null,
    printed: printQuery(tree),
    marks: marks.map(({ words, isPrefix }) => ({ words: [...words], isPrefix })),
  });
}

export function edit(
  _db: ReadableDb,
  input: ParsedInputOf<'search.edit'>,
  now: EpochMs,
): Result<OutputOf<'search.edit'>> {
  return ok({ query: editQuery(input.query, input, now) });
}
