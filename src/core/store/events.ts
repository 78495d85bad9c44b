/** The append-only log: what happened to articles, and what the reader did with them. */
import type { ParsedInputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import type { WritableDb } from './handles.ts';

export interface LoggedEvent {
  readonly at: EpochMs;
  readonly kind: string;
  readonly operationId?: number;
  readonly articleId?: number;
  readonly feedId?: number;
  readonly amount?: number;
  readonly data?: string;
}

/** Answers its number in the log. */
export function logEvent(db: WritableDb, event: LoggedEvent): number {
  return db.run(
    `INSERT INTO event (at, kind, operation_id, article_id, feed_id, amount, data)
     VALUES (:at, :kind, :operationId, :articleId, :feedId, :amount, :data)`,
    {
      at: event.at,
      kind: event.kind,
      operationId: event.operationId ?? null,
      articleId: event.articleId ?? null,
      feedId: event.feedId ?? null,
      amount: event.amount ?? null,
      data: event.data ?? null,
    },
  ).lastId;
}

export function recordReading(
  db: WritableDb,
  input: ParsedInputOf<'reading.record'>,
  now: EpochMs,
): Record<string, never> {
  const row = db.get<{ feed_id: number }>('SELECT feed_id FROM article_status WHERE article_id = :id', {
    id: input.id,
  });
  // An article that is gone since cannot be learned from.
  if (row === undefined) return {};
  logEvent(db, {
    at: now,
    kind: input.kind,
    articleId: input.id,
    feedId: row.feed_id,
    ...(input.seconds === undefined ? {} : { amount: input.seconds }),
    ...(input.feature === undefined ? {} : { data: input.feature }),
  });
  return {};
}
