/** Counts of a search's hits by source, section, author, state and language, and over time: one walk, newest first, within a budget. */
import type { FeedId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { type FacetName, facetName } from '../../../contract/search.ts';
import type { Budget } from '../../lib/budget.ts';
import type { SearchCondition, SearchPlan } from '../../lib/search-plan.ts';
import { momentOfId } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';
import { foldWhole } from './find-terms.ts';
import { searchSql } from './search-sql.ts';
import { walkHits } from './search-walk.ts';

type Facets = Omit<OutputOf<'search.facets'>, 'ms'>;
type FacetValue = Facets['facets'][number]['values'][number];

interface HitRow {
  readonly id: number;
  readonly feed_id: number;
  readonly unread: number;
  readonly starred: number;
  readonly later: number;
  readonly hidden: number;
  readonly author: string | null;
  readonly section: string | null;
  readonly language: string | null;
}

const facetNames = facetName.options;
const mostValues = 12;
const mostHits = 200_000;
// What is left of the budget is for counting them, and for the walks of facets that are narrowed by.
const walkMs = 45;
const bars = 60;
const dayMs = 86_400_000;

export const nothingFound: Facets = { facets: [], histogram: [], total: 0, isExact: true, countedSince: null };

/** What a search narrows to by one of the facets. */
export interface Narrowing {
  /** As they are written in the query. */
  readonly values: readonly string[];
  /** The search without it. */
  readonly wider: SearchPlan;
}

export type Narrowings = ReadonlyMap<FacetName, Narrowing>;

// Without its only narrowing a search is about everything.
const everything: SearchCondition = { kind: 'time' };

/**
 * A facet that the search narrows by counts the hits that there would be without that: else its other values were gone as
 * soon as one is chosen. Each such facet is one more walk; these share what is left of the time.
 */
export function searchFacets(
  db: ReadableDb,
  plan: SearchPlan,
  budget: Budget,
  narrowings: Narrowings = new Map(),
): Facets {
  const { where } = plan;
  if (where === undefined) return nothingFound;
  const walked = countedHits(db, { ...plan, where }, budget.within(walkMs));
  const feeds = feedsById(db);
  const facets = facetNames.map((name) => {
    const narrowing = narrowings.get(name);
    if (narrowing === undefined) return facet(name, countsBy(name, walked.rows, feeds), [], walked.isExact);
    const { wider, values } = narrowing;
    const { withHidden } = plan;
    const around = countedHits(
      db,
      { withHidden, where: wider.where ?? everything },
      budget.within(walkMs / narrowings.size),
    );
    return facet(name, countsBy(name, around.rows, feeds), values, around.isExact);
  });
  return {
    facets: facets.filter((one) => one.values.some(({ count }) => count > 0)),
    histogram: histogramOf(walked.rows),
    total: walked.rows.length,
    isExact: walked.isExact,
    countedSince: walked.isExact || walked.reached === undefined ? null : momentOfId(walked.reached),
  };
}

interface CountedHits {
  /** Newest first. */
  readonly rows: readonly HitRow[];
  readonly isExact: boolean;
  /** The last id that was looked at; undefined where nothing was. */
  readonly reached: number | undefined;
}

function countedHits(
  db: ReadableDb,
  plan: SearchPlan & { readonly where: SearchCondition },
  budget: Budget,
): CountedHits {
  const sql = searchSql(db, plan);
  const id = sql.match === undefined ? 's.article_id' : 'article_index.rowid';
  const { rows, isComplete, reached } = walkHits<HitRow>(
    db,
    sql,
    { newestFirst: true, limit: mostHits },
    {
      columns: `${id} AS id, s.feed_id, s.unread, s.starred, s.later, s.hidden, a.author, a.section, a.language`,
      budget,
      needsArticle: true,
    },
  );
  return { rows, isExact: isComplete && rows.length < mostHits, reached: reached ?? rows.at(-1)?.id };
}

interface Feed {
  readonly id: number;
  readonly title: string;
  readonly section: string | null;
  /** Its title where no other feed has it, else its number. */
  readonly value: string;
}

function feedsById(db: ReadableDb): ReadonlyMap<number, Feed> {
  const feeds = db.all<Omit<Feed, 'value'>>('SELECT id, coalesce(own_title, feed_title) AS title, section FROM feed');
  const titles = new Map<string, number>();
  for (const { title } of feeds) titles.set(title, (titles.get(title) ?? 0) + 1);
  const isPlain = (title: string): boolean => title !== '' && titles.get(title) === 1;
  return new Map(feeds.map((feed) => [feed.id, { ...feed, value: isPlain(feed.title) ? feed.title : `#${feed.id}` }]));
}

function countsBy(name: FacetName, rows: readonly HitRow[], feeds: ReadonlyMap<number, Feed>): FacetValue[] {
  const named = (pick: (row: HitRow) => string | null): FacetValue[] =>
    tally(rows, pick).flatMap(([value, count]) => (value === null || value === '' ? [] : [plain(value, count)]));
  switch (name) {
    case 'source':
      return tally(rows, (row) => row.feed_id).map(([feedId, count]) => {
        const feed = feeds.get(feedId);
        const label = feed?.title || `Feed ${feedId}`;
        return { value: feed?.value ?? `#${feedId}`, label, count, isOn: false, feedId: feedId as FeedId };
      });
    case 'section':
      return named((row) => row.section ?? feeds.get(row.feed_id)?.section ?? null);
    case 'author':
      return named((row) => row.author);
    case 'is':
      return countsByState(rows);
    case 'lang':
      return named((row) => row.language);
  }
}

function countsByState(rows: readonly HitRow[]): FacetValue[] {
  const states = (['unread', 'starred', 'later', 'hidden'] as const).map((state) =>
    plain(
      state,
      rows.reduce((sum, row) => sum + row[state], 0),
    ),
  );
  const read = rows.reduce((sum, row) => sum + 1 - row.unread, 0);
  return [...states, plain('read', read)].filter(({ count }) => count > 0);
}

/** The most frequent values, and all that the search narrows to: what is on can be taken off again. */
function facet(
  name: FacetName,
  counted: readonly FacetValue[],
  chosen: readonly string[],
  isExact: boolean,
): Facets['facets'][number] {
  const on = new Set(chosen.map(foldWhole));
  const values = counted.map((value) => ({ ...value, isOn: on.has(foldWhole(value.value)) }));
  const shown = values.filter(({ isOn }, position) => position < mostValues || isOn);
  return {
    name,
    values: [...shown, ...notFound(name, values, chosen)],
    hasMore: values.length > shown.length,
    isExact,
  };
}

/** Chosen values that no hit has. The name of a source or an author may be a part of what was found: those are left out. */
function notFound(name: FacetName, values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  if (name !== 'section' && name !== 'is') return [];
  const known = new Set(values.map(({ value }) => foldWhole(value)));
  return chosen.filter((value) => !known.has(foldWhole(value))).map((value) => ({ ...plain(value, 0), isOn: true }));
}

function plain(value: string, count: number): FacetValue {
  return { value, label: value, count, isOn: false };
}

/** Values with their counts, most frequent first. */
function tally<Value>(rows: readonly HitRow[], pick: (row: HitRow) => Value): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const value = pick(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Up to 60 equal stretches of whole days from the oldest hit counted to the newest. */
function histogramOf(rows: readonly HitRow[]): Facets['histogram'] {
  const newest = rows[0];
  const oldest = rows.at(-1);
  if (newest === undefined || oldest === undefined) return [];
  const first = startOfDay(momentOfId(oldest.id));
  const days = Math.ceil((momentOfId(newest.id) - first) / dayMs) || 1;
  const daysABar = Math.max(1, Math.ceil(days / bars));
  const counts = new Array<number>(Math.ceil(days / daysABar) + 1).fill(0);
  for (const row of rows) {
    const bar = Math.floor((momentOfId(row.id) - first) / (daysABar * dayMs));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  while (counts.length > 1 && counts.at(-1) === 0) counts.pop();
  return counts.map((count, bar) => ({
    from: first + bar * daysABar * dayMs,
    to: first + (bar + 1) * daysABar * dayMs,
    count,
  }));
}

function startOfDay(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
