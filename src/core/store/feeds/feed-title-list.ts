/** What each feed is called, removed ones too: a reason may still name one. */
import type { ReadableDb } from '../handles.ts';

export function listFeedTitles(db: ReadableDb): Map<number, string> {
  return new Map(
    db
      .all<{ id: number; title: string }>('SELECT id, coalesce(own_title, feed_title) AS title FROM feed')
      .map(({ id, title }) => [id, title]),
  );
}
