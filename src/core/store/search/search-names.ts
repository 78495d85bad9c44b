/** Names in a query, looked up in the archive: feeds by title or host, folders, saved searches. In any case, accents or none. */

import type { ReadableDb } from '../handles.ts';
import { foldWhole } from './find-terms.ts';

interface KnownNames {
  readonly version: number;
  readonly feeds: Map<string, readonly number[]>;
}
// The list, its count, its facets and the next pages ask for the same names.
const known = new WeakMap<ReadableDb, KnownNames>();

/** As findFeeds has it; looked up once for as long as nothing in the library changes. */
export function feedsNamed(db: ReadableDb, name: string): readonly number[] {
  const version = db.version();
  if (version === undefined) return findFeeds(db, name);
  let names = known.get(db);
  if (names?.version !== version) {
    names = { version, feeds: new Map() };
    known.set(db, names);
  }
  const before = names.feeds.get(name);
  if (before !== undefined) return before;
  const found = findFeeds(db, name);
  names.feeds.set(name, found);
  return found;
}

/** Feeds of exactly this title; else those whose title has the name in it; else those of this host. Unsubscribed ones count, too. */
function findFeeds(db: ReadableDb, name: string): number[] {
  const feeds = db.all<{ id: number; title: string; feed_title: string; url: string; site_url: string | null }>(
    `SELECT id, coalesce(own_title, feed_title) AS title, feed_title, url, site_url FROM feed
     ORDER BY removed_at IS NOT NULL, id`,
  );
  const wanted = plainName(name);
  const number = /^#(\d+)$/.exec(name)?.[1];
  if (number !== undefined) return feeds.filter((feed) => feed.id === Number(number)).map((feed) => feed.id);
  const titles = feeds.map((feed) => plainName(feed.title));
  const exact = feeds.filter((feed, at) => titles[at] === wanted || plainName(feed.feed_title) === wanted);
  if (exact.length > 0) return exact.map((feed) => feed.id);
  const within = feeds.filter((_, at) => titles[at]?.includes(wanted));
  if (within.length > 0) return within.map((feed) => feed.id);
  return feeds
    .filter((feed) => [feed.url, feed.site_url ?? ''].some((url) => URL.parse(url)?.host.includes(wanted)))
    .map((feed) => feed.id);
}

/** Feeds in folders of this name, and in the folders under them. */
export function feedsInFolder(db: ReadableDb, name: string): number[] {
  const wanted = plainName(name);
  const folders = db
    .all<{ id: number; name: string }>('SELECT id, name FROM folder WHERE removed_at IS NULL')
    .filter((folder) => plainName(folder.name) === wanted);
  return db
    .all<{ id: number }>(
      `WITH RECURSIVE tree(id) AS (
         SELECT value FROM json_each(:ids)
         UNION SELECT folder.id FROM folder JOIN tree ON folder.parent_id = tree.id WHERE folder.removed_at IS NULL
       )
       SELECT feed.id FROM feed JOIN tree ON feed.folder_id = tree.id WHERE feed.removed_at IS NULL`,
      { ids: JSON.stringify(folders.map((folder) => folder.id)) },
    )
    .map((row) => row.id);
}

export function savedQuery(db: ReadableDb, name: string): string | undefined {
  const wanted = plainName(name);
  return db
    .all<{ name: string; query: string }>('SELECT name, query FROM saved_search WHERE removed_at IS NULL')
    .find((search) => plainName(search.name) === wanted)?.query;
}

function plainName(name: string): string {
  return foldWhole(name.replace(/[‘’]/g, "'").trim());
}
