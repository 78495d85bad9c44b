/** One text of all that the front page takes from subscriptions: it changes with every feed and folder added, removed, moved or named anew. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';

/** About 2 microseconds a feed. */
export function subscriptionsMark(db: ReadableDb): string {
  const feeds = db.get<{ text: string | null }>(
    `SELECT group_concat(concat_ws(',', id, coalesce(folder_id, 0), coalesce(section, ''),
       coalesce(own_title, ''), feed_title, instr(settings, '"hideFromToday":true')), ';') AS text
     FROM (SELECT * FROM feed WHERE removed_at IS NULL ORDER BY id)`,
  );
  const folders = db.get<{ text: string | null }>(
    `SELECT group_concat(concat_ws(',', id, coalesce(parent_id, 0), coalesce(section, ''), name), ';') AS text
     FROM (SELECT * FROM folder WHERE removed_at IS NULL ORDER BY id)`,
  );
  return `${feeds?.text ?? ''}|${folders?.text ?? ''}`;
}

/** When the oldest of the present subscriptions was added; undefined without any. */
export function firstSubscribedAt(db: ReadableDb): EpochMs | undefined {
  return (
    db.get<{ at: number | null }>('SELECT min(added_at) AS at FROM feed WHERE removed_at IS NULL')?.at ?? undefined
  );
}
