/** Which articles were unread at a moment of the last 30 days: today's bits with every later operation taken back. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';
import { idsIn } from '../operations.ts';

export interface PastUnread {
  /** Nothing that arrived later. */
  readonly upToArrival: number;
  /** Articles whose bit was another one then. */
  readonly bits: ReadonlyMap<number, boolean>;
}

export function unreadAt(db: ReadableDb, at: EpochMs): PastUnread {
  // What an undo or redo really changed lies there as a turn of its own. A library from before turns were kept has only the
  // moment of the last undo, which took back all of its operation.
  const changes = db.all<{ value: number; article_ids: unknown }>(
    `SELECT s.value AS value, s.article_ids AS article_ids, o.at, o.id FROM operation AS o
     JOIN operation_slice AS s ON s.operation_id = o.id AND s.bit = 'unread'
     WHERE o.at > :at
     UNION ALL
     SELECT 1 - s.value, s.article_ids, o.undone_at, o.id FROM operation AS o
     JOIN operation_slice AS s ON s.operation_id = o.id AND s.bit = 'unread'
     WHERE o.undone_at > :at AND o.undone_at NOT IN (SELECT at FROM operation WHERE state = 'turn' AND at > :at)
     ORDER BY 3 DESC, 4 DESC`,
    { at },
  );
  const bits = new Map<number, boolean>();
  // only what really changed is in a slice: before it, each bit was the other
  for (const change of changes) for (const id of idsIn(change.article_ids)) bits.set(id, change.value === 0);
  return { upToArrival: arrivalAt(db, at), bits };
}

/** The highest arrival that was stored by then. Arrivals grow with time, so a few probes find it. */
function arrivalAt(db: ReadableDb, at: EpochMs): number {
  let low = 0;
  let high = db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = db.get<{ arrival: number; first_seen_at: number }>(
      `SELECT s.arrival, a.first_seen_at FROM article_status AS s JOIN article AS a ON a.id = s.article_id
       WHERE s.arrival >= :middle AND s.arrival <= :high ORDER BY s.arrival LIMIT 1`,
      { middle, high },
    );
    if (row === undefined || row.first_seen_at > at) high = middle - 1;
    else low = row.arrival;
  }
  return low;
}
