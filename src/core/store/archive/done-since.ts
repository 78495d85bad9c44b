/** What came into a library and was done in it since a moment: what going back to a backup of then would set aside. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';

const mostFeeds = 100;

interface DoneSince {
  readonly articles: number;
  readonly marks: number;
  readonly feeds: string[];
}

/** Reads the diary and the operations: some milliseconds for 100,000 lines. */
export function doneSince(db: ReadableDb, at: EpochMs): DoneSince {
  const number = (sql: string) => db.get<{ n: number | null }>(sql, { at })?.n ?? 0;
  return {
    articles: number('SELECT sum(added) AS n FROM fetch WHERE at > :at'),
    marks: number("SELECT count(*) AS n FROM operation WHERE at > :at AND kind = 'mark' AND undone_at IS NULL"),
    feeds: db.column<string>(
      `SELECT coalesce(own_title, nullif(feed_title, ''), url) FROM feed
       WHERE added_at > :at AND removed_at IS NULL ORDER BY added_at LIMIT ${mostFeeds}`,
      { at },
    ),
  };
}
