/** What may be used for the pages and the pictures of articles: the login and the permission of their own feed and of no other. */

import { type Login, mayGoTo } from '../../lib/logins.ts';
import { storedJson } from '../../lib/stored-json.ts';
import type { ReadableDb } from '../handles.ts';
import { readLogin } from './logins.ts';

export interface Access {
  /** Hosts on this machine or network, "127.0.0.1:8080". */
  readonly allowPrivate: readonly string[];
  readonly login: Login | null;
}

interface AccessRow {
  readonly id: number;
  readonly allow_private: string | null;
  readonly origin: string | null;
  readonly secret: string | null;
}

const none: Access = { allowPrivate: [], login: null };

interface PageAccess extends Access {
  readonly url: string | null;
  /** How the feed's own text begins, up to 8,000 characters of markup: a page that holds it is the article. */
  readonly feedHtml: string;
}

/** Of an article's own page; undefined when the article is not there. */
export function accessForPage(db: ReadableDb, articleId: number): PageAccess | undefined {
  const row = db.get<AccessRow & { readonly url: string | null; readonly html: string }>(
    `SELECT f.id, a.url, substr(b.html, 1, 8000) AS html, f.allow_private, login.origin, login.secret
     FROM article AS a JOIN article_body AS b ON b.article_id = a.id
       JOIN feed AS f ON f.id = a.feed_id LEFT JOIN login ON login.id = f.login_id
     WHERE a.id = :articleId`,
    { articleId },
  );
  return row === undefined ? undefined : { url: row.url, feedHtml: row.html, ...accessIn(row) };
}

/**
 * Of a picture or sound: that of the feed which shows it, as its sign or in an article. Whoever else names the address gets
 * nothing that this feed would not have asked for itself. The articles of a feed are looked through only where it has a
 * login or a permission for the address's host: up to 0.1 s for 10,000 articles, once for each picture.
 */
export function accessForMedia(db: ReadableDb, address: string): Access {
  const url = URL.parse(address);
  if (url === null) return none;
  const feeds = db.all<AccessRow>(
    `SELECT f.id, f.allow_private, login.origin, login.secret FROM feed AS f LEFT JOIN login ON login.id = f.login_id
     WHERE f.removed_at IS NULL AND (f.allow_private IS NOT NULL OR f.login_id IS NOT NULL) ORDER BY f.id`,
  );
  const feed = feeds.find((row) => isForPlace(row, url) && showsMedia(db, row.id, address));
  return feed === undefined ? none : accessIn(feed);
}

function accessIn(row: AccessRow): Access {
  return {
    allowPrivate: storedJson<string[]>(row.allow_private, []),
    login: readLogin(row),
  };
}

function isForPlace(row: AccessRow, url: URL): boolean {
  const { allowPrivate, login } = accessIn(row);
  const place = `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
  return allowPrivate.includes(place) || (login !== null && mayGoTo(login.origin, url));
}

function showsMedia(db: ReadableDb, feedId: number, url: string): boolean {
  const found = db.get(
    `SELECT 1 FROM feed WHERE id = :feedId AND :url IN (icon_url, image_url)
     UNION ALL
     SELECT 1 FROM article_status AS s INDEXED BY status_feed JOIN article AS a ON a.id = s.article_id
       JOIN article_body AS b ON b.article_id = s.article_id
     WHERE s.feed_id = :feedId AND s.present = 1 AND s.hidden = 0 AND (a.picture_url = :url
       OR instr(b.html, :inHtml) > 0 OR instr(b.page_html, :inHtml) > 0 OR instr(b.extras, :inJson) > 0)
     LIMIT 1`,
    { feedId, url, inHtml: url.replaceAll('&', '&amp;'), inJson: JSON.stringify(url) },
  );
  return found !== undefined;
}
