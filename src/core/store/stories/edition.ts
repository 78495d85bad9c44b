/** Editions that stay as made, the last visit, and how much unread is owed. */

import type { EpochMs } from '../../lib/clock.ts';
import { isFiniteNumber, isObjectWith } from '../../lib/shapes.ts';
import { storedShape } from '../../lib/stored-json.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { getFact, setFact } from '../settings.ts';

interface KeptEdition {
  readonly madeAt: EpochMs;
  /** JSON. */
  readonly plan: string;
}

export function editionKept(db: ReadableDb, name: string): KeptEdition | undefined {
  return db.get<KeptEdition>('SELECT made_at AS madeAt, plan FROM edition WHERE name = :name', { name });
}

export function keepEdition(db: WritableDb, edition: KeptEdition & { readonly name: string }): void {
  db.run('INSERT OR REPLACE INTO edition (name, made_at, plan) VALUES (:name, :madeAt, :plan)', { ...edition });
}

interface Visit {
  /** Highest arrival that the page knew of when it was left. */
  readonly arrival: number;
  readonly at: EpochMs;
}

const isVisit = isObjectWith<Visit>({ arrival: isFiniteNumber, at: isFiniteNumber });

export function lastVisit(db: ReadableDb): Visit | undefined {
  return storedShape(getFact(db, 'today_visit'), isVisit);
}

/** A page without a single article is not yet visited. */
export function noteVisit(db: WritableDb, arrival: number, at: EpochMs): void {
  if (arrival === 0) return;
  const before = lastVisit(db);
  if (before !== undefined && before.arrival > arrival) return;
  setFact(db, 'today_visit', JSON.stringify({ arrival, at } satisfies Visit));
}

export function unreadCount(db: ReadableDb): number {
  return (
    db.get<{ n: number | null }>(
      'SELECT sum(c.unread) AS n FROM feed_counter AS c JOIN feed AS f ON f.id = c.feed_id WHERE f.removed_at IS NULL',
    )?.n ?? 0
  );
}

/** Words of the newest unread articles: from them the whole debt is estimated, since adding up 100,000 rows takes a second. */
export function unreadWordCounts(db: ReadableDb, limit: number): number[] {
  return db
    .all<{ word_count: number }>(
      `SELECT a.word_count FROM article_status AS s JOIN article AS a ON a.id = s.article_id
       WHERE s.unread = 1 AND s.present = 1 AND s.hidden = 0 ORDER BY s.article_id DESC LIMIT :limit`,
      { limit },
    )
    .map(({ word_count }) => word_count);
}

export function unreadAmong(db: ReadableDb, ids: readonly number[]): Set<number> {
  const rows = db.all<{ id: number }>(
    `SELECT article_id AS id FROM article_status WHERE article_id IN (SELECT value FROM json_each(:ids)) AND unread = 1`,
    { ids: JSON.stringify(ids) },
  );
  return new Set(rows.map(({ id }) => id));
}

/** When an article was opened last; null when it was marked read without that. */
export function readAt(db: ReadableDb, id: number): EpochMs | null {
  const row = db.get<{ at: EpochMs | null }>(
    `SELECT max(at) AS at FROM event WHERE article_id = :id AND kind = 'opened'`,
    { id },
  );
  return row?.at ?? null;
}

export function newestArrival(db: ReadableDb): number {
  return db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0;
}
