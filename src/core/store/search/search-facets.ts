/** Counts of a search's hits by source, section, author, state and language, and over time: one walk, newest first, within a budget. */
import type { FeedId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { FacetName } from '../../../contract/search.ts';
import type { Budget } from '../../lib/budget.ts';
import type { SearchPlan } from '../../lib/search-plan.ts';
import { momentOfId } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';
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

const mostValues = 12;
const mostHits = 200_000;
// What is left of the budget is for counting them.
const walkMs = 45;
const bars = 60;
const dayMs = 86_400_000;

export const nothingFound: Facets = { facets: [], histogram: [], total: 0, isExact: true, countedSince: null };

export function searchFacets(db: ReadableDb, plan: SearchPlan, budget: Budget): Facets {
  const { where } = plan;
  if (where === undefined) return nothingFound;
  const sql = searchSql(db, { ...plan, where });
  const id = sql.match === undefined ? 's.article_id' : 'article_index.rowid';
  const walked = walkHits<HitRow>(
    db,
    sql,
    { newestFirst: true, limit: mostHits },
    {
      columns: `${id} AS id, s.feed_id, s.unread, s.starred, s.later, s.hidden, a.author, a.section, a.language`,
      budget: budget.within(walkMs),
      needsArticle: true,
    },
  );
  const isExact = walked.isComplete && walked.rows.length < mostHits;
  const oldest = walked.rows.at(-1)?.id;
  return {
    facets: facetsOf(db, walked.rows),
    histogram: histogramOf(walked.rows),
    total: walked.rows.length,
    isExact,
    countedSince: isExact || oldest === undefined ? null : momentOfId(walked.reached ?? oldest),
  };
}

function facetsOf(db: ReadableDb, rows: readonly HitRow[]): Facets['facets'] {
  const feeds = new Map(
    db
      .all<{ id: number; title: string; section: string | null }>(
        'SELECT id, coalesce(own_title, feed_title) AS title, section FROM feed',
      )
      .map((feed) => [feed.id, feed]),
  );
  const titles = new Map<string, number>();
  for (const feed of feeds.values()) titles.set(feed.title, (titles.get(feed.title) ?? 0) + 1);
  const source = tally(rows, (row) => row.feed_id).map(([feedId, count]) => {
    const title = feeds.get(feedId)?.title ?? '';
    // two feeds of one title are told apart by their number
    const value = title === '' || (titles.get(title) ?? 0) > 1 ? `#${feedId}` : title;
    return { value, label: title || `Feed ${feedId}`, count, isOn: false, feedId: feedId as FeedId };
  });
  const states = (['unread', 'starred', 'later', 'hidden'] as const).flatMap((state) => {
    const count = rows.reduce((sum, row) => sum + row[state], 0);
    return count === 0 ? [] : [plain(state, count)];
  });
  const read = rows.reduce((sum, row) => sum + 1 - row.unread, 0);
  const named = (pick: (row: HitRow) => string | null): FacetValue[] =>
    tally(rows, pick).flatMap(([value, count]) => (value === null || value === '' ? [] : [plain(value, count)]));
  return [
    facet('source', source),
    facet(
      'section',
      named((row) => row.section ?? feeds.get(row.feed_id)?.section ?? null),
    ),
    facet(
      'author',
      named((row) => row.author),
    ),
    facet('is', read === 0 ? states : [...states, plain('read', read)]),
    facet(
      'lang',
      named((row) => row.language),
    ),
  ].filter((one) => one.values.length > 0);
}

function facet(name: FacetName, values: readonly FacetValue[]): Facets['facets'][number] {
  return { name, values: values.slice(0, mostValues), hasMore: values.length > mostValues };
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
