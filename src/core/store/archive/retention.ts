/**
 * Which articles the rules of keeping let go, and their deletion in small steps. Unread, starred and kept ones stay unless
 * told otherwise; hidden ones stay; status rows always stay. Sizes are by the mean of a feed, from sums that are kept.
 */

import type { FeedSettings } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { lowestIdAt, momentOfId } from '../articles/article-id.ts';
import { deleteArticleText } from '../articles/article-writes.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { lowestId } from '../search/search-sql.ts';

type Preview = OutputOf<'archive.preview'>;
type Reason = Preview['feeds'][number]['reason'];
type Rules = Pick<Settings, 'keepDays' | 'keepPerFeed' | 'keepMegabytes' | 'deleteUnread'>;

/** Everything of the feed below this id may go. */
export interface Cut {
  readonly feedId: number;
  readonly title: string;
  readonly below: number;
  readonly reason: Reason;
  readonly bytesEach: number;
}

const dayMs = 86_400_000;
const removedKeptMs = 30 * dayMs;
const megabyte = 1024 * 1024;
// Taking one article out of the index takes about 0.4 ms: a step stays under 50 ms.
const deletedAStep = 60;

interface FeedRow {
  readonly id: number;
  readonly title: string;
  readonly settings: string;
  readonly removed_at: number | null;
  readonly articles: number;
  readonly bytes: number;
}

export function cutsOf(db: ReadableDb, rules: Rules, now: EpochMs): Cut[] {
  const feeds = db.all<FeedRow>(
    `SELECT f.id, coalesce(f.own_title, f.feed_title) AS title, f.settings, f.removed_at, z.articles,
       z.html_bytes + 2 * z.text_bytes AS bytes
     FROM feed AS f JOIN feed_size AS z ON z.feed_id = f.id WHERE z.articles > 0`,
  );
  const whole = wholeCut(db, feeds, rules);
  return feeds.flatMap((feed): Cut[] => {
    const about = { feedId: feed.id, title: feed.title, bytesEach: feed.bytes / feed.articles };
    if (feed.removed_at !== null)
      return feed.removed_at < now - removedKeptMs
        ? [{ ...about, below: Number.MAX_SAFE_INTEGER, reason: 'unsubscribed' }]
        : [];
    const cuts = [...feedCuts(db, feed, rules, now), ...(whole === undefined ? [] : [whole])];
    const deepest = cuts.reduce<{ below: number; reason: Reason } | undefined>(
      (best, cut) => (best === undefined || cut.below > best.below ? cut : best),
      undefined,
    );
    return deepest === undefined ? [] : [{ ...about, ...deepest }];
  });
}

function feedCuts(db: ReadableDb, feed: FeedRow, rules: Rules, now: EpochMs): { below: number; reason: Reason }[] {
  const own = storedJson<Partial<FeedSettings>>(feed.settings, {});
  const days = own.keepDays ?? rules.keepDays;
  const count = own.keepCount ?? rules.keepPerFeed;
  const fitting =
    own.keepMegabytes == null ? null : Math.floor((own.keepMegabytes * megabyte) / (feed.bytes / feed.articles));
  const cuts: { below: number; reason: Reason }[] = [];
  if (days !== null) cuts.push({ below: lowestIdAt(now - days * dayMs), reason: 'age' });
  for (const [keep, reason] of [
    [count, 'count'],
    [fitting, 'size'],
  ] as const) {
    const below = keep === null ? undefined : idAfter(db, keep, feed.id);
    if (below !== undefined) cuts.push({ below, reason });
  }
  return cuts;
}

/** The limit for all feeds together takes the oldest first, whatever their feed. */
function wholeCut(
  db: ReadableDb,
  feeds: readonly FeedRow[],
  rules: Rules,
): { below: number; reason: Reason } | undefined {
  if (rules.keepMegabytes === null) return undefined;
  const bytes = feeds.reduce((sum, feed) => sum + feed.bytes, 0);
  const articles = feeds.reduce((sum, feed) => sum + feed.articles, 0);
  const most = rules.keepMegabytes * megabyte;
  if (bytes <= most || articles === 0) return undefined;
  const below = idAfter(db, Math.floor(most / (bytes / articles)));
  return below === undefined ? undefined : { below, reason: 'size' };
}

/** One more than the id of the first article that is beyond the newest so many; undefined when there are not so many. */
function idAfter(db: ReadableDb, keep: number, feedId?: number): number | undefined {
  const row = db.get<{ article_id: number }>(
    `SELECT article_id FROM article_status ${feedId === undefined ? '' : 'INDEXED BY status_feed'}
     WHERE present = 1 AND hidden = 0 ${feedId === undefined ? '' : 'AND feed_id = :feedId'}
     ORDER BY article_id DESC LIMIT 1 OFFSET :keep`,
    { keep, ...(feedId === undefined ? {} : { feedId }) },
  );
  return row === undefined ? undefined : row.article_id + 1;
}

export function previewRetention(db: ReadableDb, rules: Rules, now: EpochMs): Preview {
  let spared = 0;
  const feeds = cutsOf(db, rules, now).flatMap((cut) => {
    const row = db.get<{ n: number; low: number | null; high: number | null }>(
      `SELECT count(*) AS n, min(article_id) AS low, max(article_id) AS high ${fromCut(cut)} AND ${mayGo(cut, rules)}`,
      parametersOf(cut),
    );
    const all = db.get<{ n: number }>(`SELECT count(*) AS n ${fromCut(cut)}`, parametersOf(cut))?.n ?? 0;
    const n = row?.n ?? 0;
    spared += all - n;
    if (n === 0) return [];
    const [oldestAt, newestAt] = [momentOfId(row?.low ?? 0), momentOfId(row?.high ?? 0)];
    const bytes = Math.round(n * cut.bytesEach);
    return [
      { feedId: cut.feedId as FeedId, title: cut.title, articles: n, bytes, oldestAt, newestAt, reason: cut.reason },
    ];
  });
  return {
    articles: feeds.reduce((sum, feed) => sum + feed.articles, 0),
    bytes: feeds.reduce((sum, feed) => sum + feed.bytes, 0),
    spared,
    feeds: feeds.sort((a, b) => b.articles - a.articles),
  };
}

/** Deletes a few of a feed's articles; 0 when none is left to go. */
export function deleteSome(db: WritableDb, cut: Cut, rules: Rules): number {
  const rows = db.all<{ article_id: number }>(
    `SELECT article_id ${fromCut(cut)} AND ${mayGo(cut, rules)} ORDER BY article_id LIMIT ${deletedAStep}`,
    parametersOf(cut),
  );
  for (const { article_id } of rows) deleteArticleText(db, article_id);
  return rows.length;
}

/** Articles of an unsubscribed feed are shown nowhere already; those with their text still there are looked for. */
function fromCut(cut: Cut): string {
  return cut.reason === 'unsubscribed'
    ? `FROM article_status WHERE feed_id = :feedId AND article_id >= :low AND article_id < :below
       AND EXISTS (SELECT 1 FROM article WHERE article.id = article_status.article_id)`
    : `FROM article_status INDEXED BY status_feed
       WHERE feed_id = :feedId AND present = 1 AND hidden = 0 AND article_id >= :low AND article_id < :below`;
}

function mayGo(cut: Cut, rules: Rules): string {
  const unread = rules.deleteUnread || cut.reason === 'unsubscribed' ? '' : 'unread = 0 AND ';
  return `${unread}starred = 0 AND later = 0`;
}

function parametersOf(cut: Cut): { feedId: number; low: bigint; below: bigint } {
  return { feedId: cut.feedId, low: BigInt(lowestId), below: BigInt(cut.below) };
}
