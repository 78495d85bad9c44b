/** What fetching needs to know of each feed and host. */

import type { FeedSettings } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { Login } from '../../lib/logins.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { webAddress } from '../../lib/web-address.ts';
import { momentOfId } from '../articles/article-id.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { readFeedSettings } from './feed-settings.ts';
import { readLogin } from './logins.ts';

/** All that a fetch of one feed needs to know. */
export interface FetchFacts {
  readonly feedId: FeedId;
  readonly url: string;
  readonly title: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly validatorsAt: EpochMs | null;
  readonly bodyHash: string | null;
  readonly lastCheckedAt: EpochMs | null;
  readonly lastSuccessAt: EpochMs | null;
  readonly nextCheckAt: EpochMs | null;
  readonly failures: number;
  readonly stopped: boolean;
  readonly movedTo: string | null;
  readonly movedCount: number;
  readonly wishes: Record<string, unknown>;
  readonly allowPrivate: readonly string[];
  readonly login: Login | null;
  readonly settings: FeedSettings;
  /** The catalogue's section. */
  readonly section: string | null;
  /** Name of the folder it is in. */
  readonly folder: string | null;
  readonly siteUrl: string | null;
  readonly hasIcon: boolean;
  readonly language: string | null;
}

interface FactsRow {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly section: string | null;
  readonly folder: string | null;
  readonly site_url: string | null;
  readonly icon_url: string | null;
  readonly language: string | null;
  readonly allow_private: string | null;
  readonly origin: string | null;
  readonly secret: string | null;
  readonly settings: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly validators_at: number | null;
  readonly body_hash: string | null;
  readonly last_checked_at: number | null;
  readonly last_success_at: number | null;
  readonly next_check_at: number | null;
  readonly failures: number;
  readonly stopped: number;
  readonly moved_to: string | null;
  readonly moved_count: number;
  readonly wishes: string;
}

/** Facts of the feeds named, or of all subscribed ones. */
export function fetchFacts(db: ReadableDb, feedIds?: readonly number[]): FetchFacts[] {
  return db
    .all<FactsRow>(
      `SELECT f.id, f.url, coalesce(f.own_title, f.feed_title) AS title, f.section, coalesce(folder.section, folder.name) AS folder,
         f.site_url, f.icon_url, f.language, f.allow_private, login.origin, login.secret, f.settings, st.etag, st.last_modified, st.validators_at,
         st.body_hash, st.last_checked_at, st.last_success_at, st.next_check_at, st.failures, st.stopped, st.moved_to,
         st.moved_count, st.wishes
       FROM feed AS f JOIN feed_state AS st ON st.feed_id = f.id LEFT JOIN folder ON folder.id = f.folder_id
         LEFT JOIN login ON login.id = f.login_id
       WHERE f.removed_at IS NULL AND (:all = 1 OR f.id IN (SELECT value FROM json_each(:ids)))
       ORDER BY f.id`,
      { all: feedIds === undefined ? 1 : 0, ids: JSON.stringify(feedIds ?? []) },
    )
    .map(toFacts);
}

function toFacts(row: FactsRow): FetchFacts {
  return {
    feedId: row.id as FeedId,
    url: row.url,
    title: row.title || row.url,
    etag: row.etag,
    lastModified: row.last_modified,
    validatorsAt: row.validators_at,
    bodyHash: row.body_hash,
    lastCheckedAt: row.last_checked_at,
    lastSuccessAt: row.last_success_at,
    nextCheckAt: row.next_check_at,
    failures: row.failures,
    stopped: row.stopped === 1,
    movedTo: row.moved_to,
    movedCount: row.moved_count,
    wishes: storedJson<Record<string, unknown>>(row.wishes, {}),
    allowPrivate: storedJson<string[]>(row.allow_private, []),
    login: readLogin(row),
    settings: readFeedSettings(row.settings),
    section: row.section,
    folder: row.folder,
    siteUrl: webAddress(row.site_url) ?? null,
    hasIcon: row.icon_url !== null,
    language: row.language,
  };
}

/** Moments at which a feed's newest articles appeared, newest first: the history its rhythm is read from. */
export function postingTimes(db: ReadableDb, feedId: number, limit = 60): EpochMs[] {
  return db
    .all<{ article_id: number }>(
      `SELECT article_id FROM article_status WHERE feed_id = :feedId AND present = 1 AND hidden = 0
       ORDER BY article_id DESC LIMIT :limit`,
      { feedId, limit },
    )
    .map((row) => momentOfId(row.article_id));
}

/** Its host is to be left alone until then. */
export function postpone(db: WritableDb, feedId: number, until: EpochMs): void {
  db.run('UPDATE feed_state SET next_check_at = :until WHERE feed_id = :feedId', { feedId, until });
}

export function setIcon(db: WritableDb, feedId: number, iconUrl: string): void {
  db.run('UPDATE feed SET icon_url = :iconUrl WHERE id = :feedId', { feedId, iconUrl });
}

export function hostStates(db: ReadableDb): { readonly host: string; readonly state: string }[] {
  return db.all('SELECT host, state FROM host_state');
}

export function storeHostState(db: WritableDb, host: string, state: string): void {
  db.run('INSERT OR REPLACE INTO host_state (host, state) VALUES (:host, :state)', { host, state });
}
