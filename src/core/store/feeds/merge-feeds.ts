/** A folder's list: the lists of its feeds, merged by id. Cost grows with the page and the number of feeds, not with the archive. */
import type { ReadableDb } from '../handles.ts';
import { exceptParameter, hasExcept, type Walk } from '../walk.ts';

// A folder that holds most of the archive is walked instead: enough rows to fill a page of 200 at one in eight.
const walkedRows = 2_000;

export function mergedFeedIds(db: ReadableDb, feedIds: readonly number[], walk: Walk): number[] {
  const [only, second] = feedIds;
  if (only === undefined) return [];
  if (second === undefined) return feedIdsAfter(db, only, walk, walk.after, walk.limit, walk.offset);
  if (feedIds.length > 24 && walk.offset === 0) {
    const walked = walkedIds(db, feedIds, walk);
    if (walked !== undefined) return walked;
  }
  return mergeByChunks(db, feedIds, walk);
}

function mergeByChunks(db: ReadableDb, feedIds: readonly number[], walk: Walk): number[] {
  const wanted = walk.offset + walk.limit;
  const chunk = Math.min(wanted, Math.max(8, Math.ceil((wanted * 2) / feedIds.length)));
  const before = walk.newestFirst ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
  const streams = feedIds.map((feedId) => ({
    feedId,
    ids: feedIdsAfter(db, feedId, walk, walk.after, chunk, 0),
    next: 0,
  }));
  const merged: number[] = [];
  while (merged.length < wanted) {
    let best: (typeof streams)[number] | undefined;
    for (const stream of streams) {
      const head = stream.ids[stream.next];
      if (head === undefined) continue;
      const lead = best?.ids[best.next];
      if (lead === undefined || before(head, lead)) best = stream;
    }
    const id = best?.ids[best.next];
    if (best === undefined || id === undefined) break;
    merged.push(id);
    best.next += 1;
    if (best.next === best.ids.length && best.ids.length >= chunk) {
      best.ids = feedIdsAfter(db, best.feedId, walk, id, chunk, 0);
      best.next = 0;
    }
  }
  return merged.slice(walk.offset);
}

function feedIdsAfter(
  db: ReadableDb,
  feedId: number,
  walk: Walk,
  after: number | undefined,
  limit: number,
  offset: number,
): number[] {
  const conditions = ['feed_id = :feedId', 'present = 1', 'hidden = 0'];
  if (walk.onlyUnread) conditions.push('unread = 1');
  if (after !== undefined) conditions.push(`article_id ${walk.newestFirst ? '<' : '>'} :after`);
  if (walk.upToArrival !== undefined) conditions.push('arrival <= :upToArrival');
  if (hasExcept(walk)) conditions.push('article_id NOT IN (SELECT value FROM json_each(:except))');
  return db
    .all<{ article_id: number }>(
      // named, since without statistics the planner takes the wider index and reads every read article on the way
      `SELECT article_id FROM article_status INDEXED BY ${walk.onlyUnread ? 'status_feed_unread' : 'status_feed'}
       WHERE ${conditions.join(' AND ')}
       ORDER BY article_id ${walk.newestFirst ? 'DESC' : 'ASC'} LIMIT :limit OFFSET :offset`,
      {
        feedId,
        limit,
        offset,
        ...(after === undefined ? {} : { after }),
        ...(walk.upToArrival === undefined ? {} : { upToArrival: walk.upToArrival }),
        ...exceptParameter(walk),
      },
    )
    .map((row) => row.article_id);
}

/** Looks through the newest rows of all feeds; undefined when they did not fill the page. */
function walkedIds(db: ReadableDb, feedIds: readonly number[], walk: Walk): number[] | undefined {
  const direction = walk.newestFirst ? 'DESC' : 'ASC';
  const after = walk.after === undefined ? '' : `AND article_id ${walk.newestFirst ? '<' : '>'} :after`;
  const unread = walk.onlyUnread ? 'AND unread = 1' : '';
  const rows = db.iterate<{ article_id: number; feed_id: number; arrival: number }>(
    `SELECT article_id, feed_id, arrival FROM article_status
     WHERE present = 1 AND hidden = 0 ${unread} ${after}
     ORDER BY article_id ${direction} LIMIT ${walkedRows}`,
    walk.after === undefined ? {} : { after: walk.after },
  );
  const members = new Set(feedIds);
  const upTo = walk.upToArrival ?? Number.POSITIVE_INFINITY;
  const ids: number[] = [];
  for (const row of rows) {
    if (members.has(row.feed_id) && row.arrival <= upTo && !walk.except?.has(row.article_id)) ids.push(row.article_id);
    if (ids.length >= walk.limit) return ids;
  }
  return undefined;
}
