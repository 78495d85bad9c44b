/** What fetches ended with: the feed's state, and the diary that tells it in words. */

import type { DiaryLine } from '../../../contract/feeds.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { bareAddress, type Login, mayGoTo } from '../../lib/logins.ts';
import { webAddress } from '../../lib/web-address.ts';
import { idsPerSecond } from '../articles/article-id.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { addLogin, loginOfFeed, stayEncrypted } from './logins.ts';

/** What a fetch ended with. Absent fields stay as they are. */
export interface FetchResult {
  readonly feedId: number;
  readonly at: EpochMs;
  readonly outcome: DiaryLine['outcome'];
  readonly code: string | null;
  readonly message: string;
  readonly status: number | null;
  readonly ms: number | null;
  readonly sizeBytes: number | null;
  readonly url: string;
  readonly headers: string | null;
  readonly nextCheckAt: EpochMs | null;
  readonly stopped: boolean;
  readonly failed: boolean;
  readonly fetched?: FetchedState | undefined;
}

/** What an answer changes of the feed itself. */
export interface FetchedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly movedTo: string | null;
  readonly movedCount: number;
  readonly wishes: string;
  /** The line of each repair, where it is known. */
  readonly repairLines: readonly (number | null)[];
  /** New address to keep from now on. */
  readonly newUrl: string | null;
  /** That stood in the new address. */
  readonly newLogin: Login | null;
  readonly feed?: {
    readonly title: string;
    readonly siteUrl: string | null;
    readonly language: string | null;
    readonly imageUrl: string | null;
    readonly iconUrl: string | null;
  };
}

const diaryLines = 100;

const loginStays = 'Its login was given for the old place and is not sent there: the feed’s details ask about it.';

/**
 * The feed's state after a fetch. Written last, once the articles are in: validators stored before them would make the
 * next fetch answer "not modified" and lose what a kill had cut off.
 */
export function storeFetchState(db: WritableDb, result: FetchResult): void {
  db.run(
    `UPDATE feed_state SET last_checked_at = :at, next_check_at = :nextCheckAt, stopped = :stopped, code = :code, message = :message,
       failures = CASE WHEN :failed = 1 THEN failures + 1 ELSE 0 END,
       last_success_at = CASE WHEN :failed = 1 THEN last_success_at ELSE :at END
     WHERE feed_id = :feedId`,
    {
      feedId: result.feedId,
      at: result.at,
      nextCheckAt: result.nextCheckAt,
      stopped: result.stopped ? 1 : 0,
      code: result.code,
      message: result.message,
      failed: result.failed ? 1 : 0,
    },
  );
  if (result.fetched !== undefined) storeFetched(db, result.feedId, result.at, result.fetched);
}

/** Returns the line's id, which the articles of this fetch keep. */
export function addDiaryLine(db: WritableDb, result: Omit<FetchResult, 'nextCheckAt' | 'stopped'>): number {
  const { lastId } = db.run(
    `INSERT INTO fetch (feed_id, at, outcome, code, message, status, ms, size_bytes, url, headers)
     VALUES (:feedId, :at, :outcome, :code, :message, :status, :ms, :sizeBytes, :url, :headers)`,
    {
      feedId: result.feedId,
      at: result.at,
      outcome: result.outcome,
      code: result.code,
      message: result.message,
      status: result.status,
      ms: result.ms,
      sizeBytes: result.sizeBytes,
      url: result.url,
      headers: result.headers,
    },
  );
  // Lines that brought articles stay: their headers belong to those articles.
  db.run(
    `DELETE FROM fetch WHERE feed_id = :feedId AND added = 0 AND id < (
       SELECT id FROM fetch WHERE feed_id = :feedId ORDER BY id DESC LIMIT 1 OFFSET ${diaryLines})`,
    { feedId: result.feedId },
  );
  return lastId;
}

function storeFetched(db: WritableDb, feedId: number, at: EpochMs, fetched: FetchedState): void {
  db.run(
    `UPDATE feed_state SET etag = :etag, last_modified = :lastModified,
       validators_at = CASE WHEN :etag IS etag AND :lastModified IS last_modified THEN validators_at ELSE :at END,
       body_hash = coalesce(:bodyHash, body_hash), moved_to = :movedTo, moved_count = :movedCount, wishes = :wishes, repairs = :repairs
     WHERE feed_id = :feedId`,
    {
      feedId,
      at,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      bodyHash: fetched.bodyHash,
      movedTo: fetched.movedTo,
      movedCount: fetched.movedCount,
      wishes: fetched.wishes,
      repairs: fetched.repairLines.length,
    },
  );
  if (fetched.newUrl !== null) {
    // Left alone when another subscription has that address already.
    const { changes } = db.run('UPDATE OR IGNORE feed SET url = :url WHERE id = :feedId', {
      feedId,
      url: fetched.newUrl,
    });
    if (changes > 0) stayEncrypted(db, feedId, fetched.newUrl);
    if (changes > 0 && fetched.newLogin !== null) {
      const loginId = addLogin(db, feedId, fetched.newLogin);
      db.run('UPDATE feed SET login_id = :loginId WHERE id = :feedId AND login_id IS NULL', { feedId, loginId });
    }
  }
  if (fetched.feed !== undefined) {
    db.run(
      `UPDATE feed SET feed_title = CASE WHEN :title = '' THEN feed_title ELSE :title END, site_url = coalesce(:siteUrl, site_url),
         language = coalesce(:language, language), image_url = :imageUrl, icon_url = coalesce(:iconUrl, icon_url)
       WHERE id = :feedId`,
      { feedId, ...fetched.feed, siteUrl: webAddress(fetched.feed.siteUrl) ?? null },
    );
  }
}

/** After the articles of a fetch are stored: how many, in which words, and the newest. */
export function noteArticles(
  db: WritableDb,
  fetch: {
    readonly feedId: number;
    readonly fetchId: number;
    readonly at: EpochMs;
    readonly outcome: DiaryLine['outcome'];
    readonly message: string;
    readonly added: number;
    readonly updated: number;
  },
): void {
  db.run('UPDATE fetch SET added = :added, outcome = :outcome, message = :message WHERE id = :fetchId', {
    fetchId: fetch.fetchId,
    added: fetch.added,
    outcome: fetch.outcome,
    message: fetch.message,
  });
  if (fetch.added + fetch.updated === 0) return;
  db.run(
    `UPDATE feed_state SET last_changed_at = :at, last_article_at = (
       SELECT max(article_id) / ${idsPerSecond} * 1000 FROM article_status WHERE feed_id = :feedId AND present = 1 AND hidden = 0)
     WHERE feed_id = :feedId`,
    { feedId: fetch.feedId, at: fetch.at },
  );
}

export function diaryOf(db: ReadableDb, feedId: number, limit: number): DiaryLine[] {
  return db
    .all<Omit<DiaryLine, 'sizeBytes'> & { size_bytes: number | null }>(
      `SELECT at, outcome, code, message, status, added, ms, size_bytes FROM fetch
       WHERE feed_id = :feedId ORDER BY id DESC LIMIT :limit`,
      { feedId, limit },
    )
    .map(({ size_bytes, ...line }) => ({ ...line, sizeBytes: size_bytes }));
}

/** Whether a feed's login would stay behind if the feed moved to this address. */
export function leavesLogin(db: ReadableDb, feedId: number, url: string): boolean {
  const login = loginOfFeed(db, feedId);
  const address = URL.parse(url);
  return login !== null && address !== null && !mayGoTo(login.origin, address);
}

/** A lost feed was found again on its site: the address changes, a line in the diary says so, and its failures are forgotten. */
export function noteFoundAgain(db: WritableDb, feedId: number, address: string, at: EpochMs): void {
  const url = bareAddress(address);
  const { changes } = db.run('UPDATE OR IGNORE feed SET url = :url WHERE id = :feedId', { feedId, url });
  if (changes === 0) return;
  stayEncrypted(db, feedId, url);
  db.run(
    `UPDATE feed_state SET failures = 0, stopped = 0, code = NULL, message = NULL, etag = NULL, last_modified = NULL,
       body_hash = NULL, moved_to = NULL, moved_count = 0, next_check_at = :at WHERE feed_id = :feedId`,
    { feedId, at },
  );
  db.run(`INSERT INTO fetch (feed_id, at, outcome, message, url) VALUES (:feedId, :at, 'moved', :message, :url)`, {
    feedId,
    at,
    url,
    message: `The feed was lost; its site names ${url} now, and that address has been saved.${leavesLogin(db, feedId, url) ? ` ${loginStays}` : ''}`,
  });
}
