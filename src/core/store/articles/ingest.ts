/** Stores what a fetch brought: new articles get an id and an arrival, known ones are recognised, changed ones keep their earlier text. */
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../handles.ts';
import { freeId, idsPerSecond, sortSecond } from './article-id.ts';
import { insertArticle, updateArticle } from './article-writes.ts';
import { addKeys, dropOldKeys, type Known, keepWordings, knownByWording, recognise } from './recognise.ts';
import type { IngestBatch, StoredArticle } from './stored-article.ts';

export interface IngestRules {
  /** Older articles of a new feed arrive as read … */
  readonly unreadDays: number;
  /** … but for so many of the newest. */
  readonly unreadMinimum: number;
  /** At most so many a day arrive as unread; null: no limit. */
  readonly dailyCap: number | null;
}

export interface Ingested {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  /** Tracking pixels that the new articles had. */
  readonly pixelsRemoved: number;
}

const dayMs = 86_400_000;
// Positions are a sign of what editors thought of fresh articles; older ones only drift down.
const positionsKeptMs = 3 * dayMs;

// About 0.1 ms an article and twice that for its index, at the end of the transaction.
const articlesAStep = 50;

/** Yields between transactions, so that a feed of thousands does not hold the writer. */
export function* ingest(db: WritableDb, batch: IngestBatch, rules: IngestRules): Generator<undefined, Ingested> {
  const arrivesRead = readOnArrival(batch, rules);
  const added: number[] = [];
  const updated: number[] = [];
  let pixelsRemoved = 0;
  // Two articles of one fetch are two, whatever keys they share.
  const met = new Set<number>();
  const stored = new Map<StoredArticle, number>();
  let isRenamed = false;
  const reworded = yield* knownByWording(db, batch, articlesAStep);
  let unreadToday = rules.dailyCap === null ? 0 : unreadSince(db, batch.feedId, batch.fetchedAt - dayMs);
  let arrival = newestArrival(db);
  // Oldest first, so that arrival grows with the order in which the publisher wrote.
  for (let at = batch.articles.length - 1; at >= 0; at -= 1) {
    const article = batch.articles[at];
    if (article === undefined) continue;
    if (at > 0 && at % articlesAStep === 0) {
      yield;
      // another feed may have been stored meanwhile
      arrival = newestArrival(db);
    }
    const known = recognise(db, batch, article, met) ?? reworded.get(article);
    if (known !== undefined) {
      met.add(known.articleId);
      stored.set(article, known.articleId);
      if (addKeys(db, batch.feedId, { known, article })) isRenamed = true;
      if (refreshKnown(db, batch, article, known)) updated.push(known.articleId);
      continue;
    }
    const bits = batch.bits?.[at];
    const capped = rules.dailyCap !== null && unreadToday >= rules.dailyCap;
    const unread = !(bits?.read ?? (arrivesRead.has(at) || capped));
    if (unread) unreadToday += 1;
    arrival += 1;
    const id = addNew(db, batch, article, { arrival, unread, starred: bits?.starred ?? false });
    added.push(id);
    pixelsRemoved += article.pixelsRemoved ?? 0;
    met.add(id);
    stored.set(article, id);
  }
  if (isRenamed) dropOldKeys(db, batch.feedId, stored);
  keepWordings(db, batch, stored);
  return { added, updated, pixelsRemoved };
}

function newestArrival(db: WritableDb): number {
  return db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 0;
}

/** Indexes in the batch of articles that arrive as read. */
function readOnArrival(batch: IngestBatch, rules: IngestRules): ReadonlySet<number> {
  if (!batch.firstFetch) return new Set();
  const byNewest = batch.articles
    .map((article, at) => ({ at, second: sortSecond(article.publishedAt ?? undefined, batch.fetchedAt) }))
    .sort((a, b) => b.second - a.second || a.at - b.at);
  const oldest = (batch.fetchedAt - rules.unreadDays * dayMs) / 1000;
  return new Set(
    byNewest
      .slice(rules.unreadMinimum)
      .filter(({ second }) => second < oldest)
      .map(({ at }) => at),
  );
}

/** True when the article's content changed. Bits stay as the reader left them: a read article never comes back as unread. */
function refreshKnown(db: WritableDb, batch: IngestBatch, article: StoredArticle, known: Known): boolean {
  if (!known.present || batch.keepKnown === true) return false;
  keepPosition(db, known.articleId, batch.fetchedAt, article.position);
  return updateArticle(db, { articleId: known.articleId, feedId: batch.feedId, article, at: batch.fetchedAt });
}

function addNew(
  db: WritableDb,
  batch: IngestBatch,
  article: StoredArticle,
  bits: { readonly arrival: number; readonly unread: boolean; readonly starred: boolean },
): number {
  const id = freeId(db, sortSecond(article.publishedAt ?? undefined, batch.fetchedAt));
  insertArticle(db, { id, feedId: batch.feedId, fetchId: batch.fetchId, article, at: batch.fetchedAt });
  db.run(
    `INSERT INTO article_status (article_id, feed_id, identity, arrival, unread, starred, starred_at)
     VALUES (:id, :feedId, :identity, :arrival, :unread, :starred, :starredAt)`,
    {
      id,
      feedId: batch.feedId,
      identity: article.identity,
      arrival: bits.arrival,
      unread: bits.unread ? 1 : 0,
      starred: bits.starred ? 1 : 0,
      starredAt: bits.starred ? batch.fetchedAt : null,
    },
  );
  addKeys(db, batch.feedId, { known: { articleId: id, identity: article.identity }, article });
  return id;
}

function keepPosition(db: WritableDb, articleId: number, at: EpochMs, position: number): void {
  // the first one stands in the article's own row
  const last = db.get<{ position: number | null; first_at: number }>(
    `SELECT first_seen_at AS first_at, coalesce(
       (SELECT p.position FROM article_position AS p WHERE p.article_id = a.id ORDER BY p.at DESC LIMIT 1), a.position) AS position
     FROM article AS a WHERE a.id = :articleId`,
    { articleId },
  );
  if (last === undefined || last.position === position || at - last.first_at > positionsKeptMs) return;
  db.run('INSERT OR REPLACE INTO article_position (article_id, at, position) VALUES (:articleId, :at, :position)', {
    articleId,
    at,
    position,
  });
}

function unreadSince(db: WritableDb, feedId: number, since: EpochMs): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM article_status
       WHERE feed_id = :feedId AND unread = 1 AND present = 1 AND hidden = 0 AND article_id >= :lowest`,
      { feedId, lowest: Math.floor(since / 1000) * idsPerSecond },
    )?.n ?? 0
  );
}
