/** Subscriptions as the sidebar and the table show them: counts, health, rhythm. */

import type { FeedSettings, FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId, FolderId } from '../../../contract/ids.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { mayGoTo } from '../../lib/logins.ts';
import { webAddress } from '../../lib/web-address.ts';
import { idsPerSecond, momentOfId } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';
import { readFeedSettings } from './feed-settings.ts';

interface FeedRow {
  readonly id: number;
  readonly url: string;
  readonly own_title: string | null;
  readonly feed_title: string;
  readonly site_url: string | null;
  readonly folder_id: number | null;
  readonly position: number;
  readonly section: string | null;
  readonly language: string | null;
  readonly icon_url: string | null;
  readonly added_at: number;
  readonly settings: string;
  readonly has_login: number;
  readonly login_origin: string | null;
  readonly unread: number | null;
  readonly total: number | null;
  readonly failures: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly stopped: number | null;
  readonly last_checked_at: number | null;
  readonly last_success_at: number | null;
  readonly last_changed_at: number | null;
  readonly last_article_at: number | null;
  readonly next_check_at: number | null;
  readonly newest: number | null;
  readonly oldest: number | null;
  readonly answer_ms: number | null;
  readonly size_bytes: number | null;
}

const weekMs = 7 * 86_400_000;
const volumeWeeks = 12;
/** A first failure is often passing; the badge comes with the second. */
const failuresBeforeWarning = 2;
const failuresBeforeError = 5;
/** One slow answer is often passing, or this computer was busy: so many in a row are needed, and the quickest counts. */
const answersJudged = 2;
/** A site takes a second or two; this long is worth a word. */
const slowMs = 10_000;

export function listFeeds(db: ReadableDb, now: EpochMs, silentMonths: number): FeedSummary[] {
  const volumes = new Map(feedVolumes(db, now).map(({ feedId, weeks }) => [feedId, weeks.reduce((a, b) => a + b, 0)]));
  return db
    .all<FeedRow>(
      `SELECT f.id, f.url, f.own_title, f.feed_title, f.site_url, f.folder_id, f.position, f.section, f.language,
         f.icon_url, f.added_at, f.settings, login.id IS NOT NULL AS has_login, login.origin AS login_origin, c.unread, c.total, st.failures, st.code, st.message, st.stopped,
         st.last_checked_at, st.last_success_at, st.last_changed_at, st.last_article_at, st.next_check_at,
         (SELECT max(article_id) FROM article_status WHERE feed_id = f.id AND present = 1 AND hidden = 0) AS newest,
         (SELECT min(article_id) FROM article_status WHERE feed_id = f.id AND present = 1 AND hidden = 0) AS oldest,
         (SELECT CASE count(ms) WHEN ${answersJudged} THEN min(ms) END FROM (SELECT ms FROM fetch WHERE feed_id = f.id ORDER BY id DESC LIMIT ${answersJudged})) AS answer_ms,
         size.html_bytes + size.text_bytes AS size_bytes
       FROM feed AS f
       LEFT JOIN feed_counter AS c ON c.feed_id = f.id
       LEFT JOIN feed_state AS st ON st.feed_id = f.id
       LEFT JOIN feed_size AS size ON size.feed_id = f.id
       LEFT JOIN login ON login.id = f.login_id
       WHERE f.removed_at IS NULL
       ORDER BY f.position, f.id`,
    )
    .map((row) => {
      const perWeek = (volumes.get(row.id as FeedId) ?? 0) / weeksSince(row.oldest, now);
      return toFeed(row, { perWeek, now, silentMonths });
    });
}

/** The weeks that a feed's articles are counted over: 12, fewer for one whose first article is younger, and never under one. */
function weeksSince(oldest: number | null, now: EpochMs): number {
  const weeks = oldest === null ? volumeWeeks : (now - momentOfId(oldest)) / weekMs;
  return Math.min(volumeWeeks, Math.max(1, weeks));
}

function toFeed(
  row: FeedRow,
  about: { readonly perWeek: number; readonly now: EpochMs; readonly silentMonths: number },
): FeedSummary {
  const settings = readFeedSettings(row.settings);
  const lastArticleAt = row.last_article_at ?? (row.newest === null ? null : momentOfId(row.newest));
  const silent = lastArticleAt !== null && about.now - lastArticleAt > about.silentMonths * 30 * 86_400_000;
  return {
    id: row.id as FeedId,
    url: row.url,
    title: row.own_title ?? (row.feed_title || hostOf(row.url)),
    feedTitle: row.feed_title,
    siteUrl: webAddress(row.site_url) ?? null,
    host: hostOf(webAddress(row.site_url) ?? row.url),
    folderId: row.folder_id as FolderId | null,
    position: row.position,
    unread: row.unread ?? 0,
    total: row.total ?? 0,
    health: healthOf(row, settings, silent),
    trouble: (row.failures ?? 0) > 0 || row.stopped === 1 ? row.message : null,
    failures: row.failures ?? 0,
    code: (row.failures ?? 0) > 0 || row.stopped === 1 ? row.code : null,
    hasLogin: row.has_login === 1,
    loginHeldFor: heldFor(row),
    iconUrl: row.icon_url,
    language: row.language,
    section: row.section,
    lastCheckedAt: row.last_checked_at,
    lastSuccessAt: row.last_success_at,
    lastChangedAt: row.last_changed_at,
    nextCheckAt: row.next_check_at,
    lastArticleAt,
    addedAt: row.added_at,
    perWeek: Math.round(about.perWeek * 10) / 10,
    slowMs: row.answer_ms !== null && row.answer_ms >= slowMs ? row.answer_ms : null,
    sizeBytes: row.size_bytes ?? 0,
    settings,
  };
}

function heldFor({ url, login_origin: origin }: FeedRow): string | null {
  const address = URL.parse(url);
  return origin === null || (address !== null && mayGoTo(origin, address)) ? null : origin;
}

function healthOf(row: FeedRow, settings: FeedSettings, silent: boolean): FeedSummary['health'] {
  if (settings.paused) return 'paused';
  const failures = row.failures ?? 0;
  if (row.stopped === 1 || failures >= failuresBeforeError) return 'error';
  if (failures >= failuresBeforeWarning) return 'warn';
  if (row.last_checked_at === null) return 'new';
  return silent ? 'silent' : 'ok';
}

export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return url; // an address that cannot be read is shown as it is
  }
}

export function feedVolumes(db: ReadableDb, now: EpochMs): { feedId: FeedId; weeks: number[] }[] {
  const start = now - volumeWeeks * weekMs;
  const rows = db.all<{ feed_id: number; week: number; n: number }>(
    `SELECT feed_id, (article_id / ${idsPerSecond} - :start) / 604800 AS week, count(*) AS n
     FROM article_status WHERE article_id >= :lowest AND present = 1 GROUP BY feed_id, week`,
    { start: Math.floor(start / 1000), lowest: Math.floor(start / 1000) * idsPerSecond },
  );
  const byFeed = new Map<number, number[]>();
  for (const row of rows) {
    const counts = byFeed.get(row.feed_id) ?? new Array<number>(volumeWeeks).fill(0);
    const week = Math.min(volumeWeeks - 1, Math.max(0, Math.floor(row.week)));
    counts[week] = (counts[week] ?? 0) + row.n;
    byFeed.set(row.feed_id, counts);
  }
  return [...byFeed].map(([feedId, counts]) => ({ feedId: feedId as FeedId, weeks: counts }));
}
