/** Unread counts and totals, from counters kept by triggers. Cost: one row a feed. */

import type { FeedId, ViewName } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';
import { lowestIdAt } from './article-id.ts';
import { feedsKeptOut, type View } from './views.ts';

interface Totals {
  readonly unread: number;
  readonly total: number;
}

const dayMs = 86_400_000;

export function getCounts(db: ReadableDb, now: EpochMs): OutputOf<'counts.get'> {
  const feeds = feedCounters(db);
  const keptOut = new Set(feedsKeptOut(db));
  const visible = feeds.filter((feed) => !keptOut.has(feed.id));
  return {
    today: countToday(db, now, [...keptOut]),
    all: {
      unread: visible.reduce((sum, feed) => sum + feed.unread, 0),
      total: feeds.reduce((sum, feed) => sum + feed.total, 0),
    },
    starred: bitCount(db, 'starred'),
    later: bitCount(db, 'later'),
    hidden: bitCount(db, 'hidden'),
    feeds: feeds.map(({ id, unread, total }) => ({ id: id as FeedId, unread, total })),
    folders: folderSums(db, feeds),
    searches: db.all<{ id: number; unread: number }>(
      'SELECT id, unread FROM saved_search WHERE removed_at IS NULL ORDER BY position',
    ),
    arrival: db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0,
  };
}

/** Totals of one view, for aria-setsize and the scroll bar. */
export function viewTotals(db: ReadableDb, name: ViewName, view: View, now: EpochMs): Totals {
  if (view.kind === 'feeds') return sumOfFeeds(db, view.feedIds);
  if (name === 'today' || name === 'for-you') return countToday(db, now, view.exceptFeeds);
  if (name === 'starred' || name === 'later' || name === 'hidden') {
    return { total: bitCount(db, name), unread: countUnreadWith(db, name) };
  }
  const counters = feedCounters(db);
  const except = new Set(view.exceptFeeds);
  const unread = counters.filter((feed) => !except.has(feed.id)).reduce((sum, feed) => sum + feed.unread, 0);
  return { unread, total: name === 'unread' ? unread : counters.reduce((sum, feed) => sum + feed.total, 0) };
}

interface CounterRow {
  readonly id: number;
  readonly folder_id: number | null;
  readonly unread: number;
  readonly total: number;
}

function feedCounters(db: ReadableDb): CounterRow[] {
  return db.all<CounterRow>(
    `SELECT feed.id, feed.folder_id, coalesce(counter.unread, 0) AS unread, coalesce(counter.total, 0) AS total
     FROM feed LEFT JOIN feed_counter AS counter ON counter.feed_id = feed.id
     WHERE feed.removed_at IS NULL`,
  );
}

function sumOfFeeds(db: ReadableDb, feedIds: readonly number[]): Totals {
  return (
    db.get<Totals>(
      `SELECT coalesce(sum(unread), 0) AS unread, coalesce(sum(total), 0) AS total
       FROM feed_counter WHERE feed_id IN (SELECT value FROM json_each(:feedIds))`,
      { feedIds: JSON.stringify(feedIds) },
    ) ?? { unread: 0, total: 0 }
  );
}

function folderSums(db: ReadableDb, feeds: readonly CounterRow[]): { id: number; unread: number; total: number }[] {
  const folders = db.all<{ id: number; parent_id: number | null }>(
    'SELECT id, parent_id FROM folder WHERE removed_at IS NULL',
  );
  const parents = new Map(folders.map((folder) => [folder.id, folder.parent_id]));
  const sums = new Map(folders.map((folder) => [folder.id, { id: folder.id, unread: 0, total: 0 }]));
  for (const feed of feeds) {
    // the limit ends a circle that a damaged file might hold
    let depth = 0;
    for (let id = feed.folder_id; id !== null && depth < 100; id = parents.get(id) ?? null, depth += 1) {
      const sum = sums.get(id);
      if (sum === undefined) break;
      sum.unread += feed.unread;
      sum.total += feed.total;
    }
  }
  return [...sums.values()];
}

function countToday(db: ReadableDb, now: EpochMs, exceptFeeds: readonly number[]): Totals {
  const today = `SELECT count(*) AS total, coalesce(sum(unread), 0) AS unread FROM article_status
    WHERE article_id >= :lowestId AND present = 1 AND hidden = 0`;
  const lowestId = lowestIdAt(now - dayMs);
  const counted =
    exceptFeeds.length === 0
      ? db.get<Totals>(today, { lowestId })
      : db.get<Totals>(`${today} AND feed_id NOT IN (SELECT value FROM json_each(:exceptFeeds))`, {
          lowestId,
          exceptFeeds: JSON.stringify(exceptFeeds),
        });
  return counted ?? { unread: 0, total: 0 };
}

function bitCount(db: ReadableDb, bit: 'starred' | 'later' | 'hidden'): number {
  return db.get<{ n: number }>('SELECT n FROM bit_counter WHERE bit = :bit', { bit })?.n ?? 0;
}

function countUnreadWith(db: ReadableDb, bit: 'starred' | 'later' | 'hidden'): number {
  // the index is named: the planner likes that of all unread ones better, and there may be many more of them
  const sql = `SELECT count(*) AS n FROM article_status INDEXED BY status_${bit} WHERE ${bit} = 1 AND present = 1 AND unread = 1`;
  return db.get<{ n: number }>(sql)?.n ?? 0;
}
