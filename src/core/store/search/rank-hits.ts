/**
 * Best match: BM25 with the headline before the author before the text, and a little for being new. It ranks the newest
 * 300 hits, and the newest 200 that have all words in the headline however old; SQLite's own bm25() reads the whole
 * index once for each word of the query, 70 ms and more for a frequent one in 1,000,000 articles.
 */
import type { Budget } from '../../lib/budget.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { momentOfId } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';
import { finderOf, foldWhole } from './find-terms.ts';
import type { SearchSql } from './search-sql.ts';
import { type CountStart, walkIds } from './search-walk.ts';

export interface Ranked {
  /** Best first. */
  readonly ids: readonly number[];
  /** The oldest of the newest hits that were ranked; what is older follows newest first. Undefined: all were ranked. */
  readonly oldest: number | undefined;
  /** The newest hits that were ranked, for counting to go on after them. */
  readonly met: CountStart;
}

const newestHits = 300;
const headlineHits = 200;
// A phrase of two frequent words stands in few headlines: looking for them is a quarter of such a page's time.
const headlineMs = 4;
const weights = { title: 8, author: 3, body: 1 } as const;
// The usual BM25 constants: how soon repetition counts less, how much a long text is held back.
const saturation = 1.2;
const lengthPenalty = 0.6;
const halfLifeMs = 180 * 86_400_000;
// Being as new as can be weighs as much as this share of the match itself.
const freshnessShare = 0.4;
// The beginning of an article says what it is about.
const longestCounted = 4_000;

interface TextRow {
  readonly id: number;
  readonly title: string;
  readonly author: string;
  readonly body: string;
}

export function rankHits(
  db: ReadableDb,
  sql: SearchSql,
  how: { readonly now: EpochMs; readonly budget: Budget },
): Ranked {
  const newest = walkIds(db, sql, { newestFirst: true, limit: newestHits }, how.budget);
  const ids = newest.rows;
  const isWhole = newest.isComplete && ids.length < newestHits;
  const oldest = isWhole ? undefined : (newest.reached ?? ids.at(-1));
  const older = isWhole ? [] : headlineMatches(db, sql, how.budget).filter((id) => id < (oldest ?? 0));
  return { ids: inOrder(db, [...ids, ...older], sql, how), oldest, met: { n: ids.length, after: ids.at(-1) } };
}

/** Older hits with every word in the headline. */
export function headlineMatches(db: ReadableDb, sql: SearchSql, budget: Budget): number[] {
  if (sql.headlineMatch === undefined || sql.texts.length === 0) return [];
  const headlines: SearchSql = { ...sql, match: sql.headlineMatch, pace: 'careful' };
  return walkIds(db, headlines, { newestFirst: true, limit: headlineHits }, budget.within(headlineMs)).rows;
}

function inOrder(
  db: ReadableDb,
  ids: readonly number[],
  sql: SearchSql,
  { now, budget }: { readonly now: EpochMs; readonly budget: Budget },
): number[] {
  const counters = sql.texts.map((text) => ({ find: finderOf(text.terms), column: text.column }));
  if (counters.length === 0) return [...ids];
  const scores = new Map<number, number>();
  const rows = db.iterate<TextRow>(
    `SELECT t.article_id AS id, t.title, t.author, substr(t.body, 1, ${longestCounted}) AS body
     FROM json_each(:ids) AS wanted CROSS JOIN article_text AS t ON t.article_id = wanted.value`,
    { ids: JSON.stringify(ids) },
  );
  const counted: { readonly id: number; readonly found: readonly number[]; readonly length: number }[] = [];
  for (const row of rows) {
    const title = foldWhole(row.title);
    const author = foldWhole(row.author);
    const body = foldWhole(row.body);
    const found = counters.map(({ find, column }) => {
      const count = (folded: string): number => find(folded).length / 2;
      const inTitle = column === 'author' ? 0 : count(title) * weights.title;
      const inAuthor = column === 'title' ? 0 : count(author) * weights.author;
      return inTitle + inAuthor + (column === undefined ? count(body) * weights.body : 0);
    });
    counted.push({ id: row.id, found, length: body.length });
    if (budget.isSpent) break;
  }
  const rarity = rarities(counted, counters.length);
  const mean = counted.reduce((sum, row) => sum + row.length, 0) / Math.max(1, counted.length) || 1;
  for (const { id, found, length } of counted) {
    const norm = saturation * (1 - lengthPenalty + (lengthPenalty * length) / mean);
    const match = found.reduce((sum, n, at) => sum + ((rarity[at] ?? 1) * n * (saturation + 1)) / (n + norm), 0);
    const age = Math.max(0, now - momentOfId(id));
    scores.set(id, match * (1 + freshnessShare * 0.5 ** (age / halfLifeMs)));
  }
  return [...ids].sort((a, b) => (scores.get(b) ?? -1) - (scores.get(a) ?? -1) || b - a);
}

/** A word that most candidates have many times says less than one that few have. */
function rarities(counted: readonly { readonly found: readonly number[] }[], parts: number): number[] {
  return Array.from({ length: parts }, (_, at) => {
    const having = counted.reduce((sum, { found }) => sum + Math.min(3, found[at] ?? 0), 0) / 3;
    return Math.log(1 + (counted.length - having + 0.5) / (having + 0.5)) + 0.1;
  });
}
