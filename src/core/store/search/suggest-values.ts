/** Values that the archive knows for an operator, by what is typed of them. Each costs a few looks into an index, whatever the archive's size. */

import type { FeedId } from '../../../contract/ids.ts';
import type { ReadableDb } from '../handles.ts';
import { foldWhole } from './find-terms.ts';

export interface SuggestedValue {
  readonly value: string;
  readonly about: string | null;
  readonly feedId?: FeedId;
}

export function suggestFeeds(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const feeds = db.all<{ id: FeedId; title: string; total: number }>(
    `SELECT feed.id AS id, coalesce(own_title, feed_title) AS title, coalesce(c.total, 0) AS total
     FROM feed LEFT JOIN feed_counter AS c ON c.feed_id = feed.id WHERE removed_at IS NULL ORDER BY total DESC`,
  );
  return fitting(
    feeds.map(({ id, title, total }) => ({
      value: title,
      about: `${total.toLocaleString('en-GB')} ${total === 1 ? 'article' : 'articles'}`,
      feedId: id,
    })),
    typed,
    limit,
  );
}

export function suggestFolders(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const rows = db.all<{ name: string }>('SELECT DISTINCT name FROM folder WHERE removed_at IS NULL ORDER BY name');
  return fitting(
    rows.map(({ name }) => ({ value: name, about: null })),
    typed,
    limit,
  );
}

export function suggestSearches(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const rows = db.all<{ name: string; query: string }>(
    'SELECT name, query FROM saved_search WHERE removed_at IS NULL ORDER BY position',
  );
  return fitting(
    rows.map(({ name, query }) => ({ value: name, about: query })),
    typed,
    limit,
  );
}

// Authors, sections and languages as the newest articles have them: enough to choose from, and no scan of the archive.
const newestLookedAt = 2_000;

export function suggestSections(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const rows = db.all<{ section: string }>(
    `SELECT section FROM (
       SELECT coalesce(a.section, f.section) AS section FROM article AS a JOIN feed AS f ON f.id = a.feed_id
       ORDER BY a.id DESC LIMIT ${newestLookedAt})
     WHERE section IS NOT NULL GROUP BY section COLLATE NOCASE ORDER BY count(*) DESC`,
  );
  return fitting(
    rows.map(({ section }) => ({ value: section, about: null })),
    typed,
    limit,
  );
}

export function suggestLanguages(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const rows = db.all<{ language: string }>(
    `SELECT language FROM (SELECT language FROM article ORDER BY id DESC LIMIT ${newestLookedAt})
     WHERE language IS NOT NULL GROUP BY language ORDER BY count(*) DESC`,
  );
  return fitting(
    rows.map(({ language }) => ({ value: language, about: null })),
    typed,
    limit,
  );
}

/** By the index's own column of authors: any name that a word of begins like this. */
export function suggestAuthors(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const last = words.at(-1);
  const rows =
    last === undefined
      ? db.all<{ author: string }>(
          `SELECT author FROM (SELECT author FROM article ORDER BY id DESC LIMIT 500) WHERE author IS NOT NULL
           GROUP BY author ORDER BY count(*) DESC`,
        )
      : db.all<{ author: string }>(
          `SELECT author FROM (
             SELECT a.author FROM article_index CROSS JOIN article AS a ON a.id = article_index.rowid
             WHERE article_index MATCH :match ORDER BY article_index.rowid DESC LIMIT 500)
           WHERE author IS NOT NULL GROUP BY author ORDER BY count(*) DESC`,
          // a single letter would walk over all words that begin with it
          { match: `{author} : ("${words.join(' ')}"${[...last].length >= 2 ? ' *' : ''})` },
        );
  return fitting(
    rows.map(({ author }) => ({ value: author, about: null })),
    typed,
    limit,
  );
}

/** Walks from tag to tag, so that a tag of 100,000 articles costs no more than one of a single article. */
export function suggestTags(db: ReadableDb, typed: string, limit: number): SuggestedValue[] {
  const end = `${typed}\u{10ffff}`;
  return db
    .all<{ tag: string }>(
      `WITH RECURSIVE tags(tag) AS (
         SELECT (SELECT tag FROM article_tag WHERE tag >= :typed AND tag < :end ORDER BY tag LIMIT 1)
         UNION ALL
         SELECT (SELECT next.tag FROM article_tag AS next WHERE next.tag > tags.tag AND next.tag < :end ORDER BY next.tag LIMIT 1)
         FROM tags WHERE tags.tag IS NOT NULL
       )
       SELECT tag FROM tags WHERE tag IS NOT NULL LIMIT :limit`,
      { typed, end, limit },
    )
    .map(({ tag }) => ({ value: tag, about: null }));
}

/** Those that begin like this first, then those with a word that does. */
function fitting(values: readonly SuggestedValue[], typed: string, limit: number): SuggestedValue[] {
  const wanted = foldWhole(typed.trim());
  const begins: SuggestedValue[] = [];
  const within: SuggestedValue[] = [];
  for (const value of values) {
    const name = foldWhole(value.value);
    if (name === '') continue;
    if (name.startsWith(wanted)) begins.push(value);
    else if (name.includes(` ${wanted}`)) within.push(value);
  }
  return [...begins, ...within].slice(0, limit);
}
