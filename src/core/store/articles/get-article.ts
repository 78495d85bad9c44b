/** The whole article, and the way from one article to the next. */

import { inflateRawSync } from 'node:zlib';
import type { Article } from '../../../contract/articles.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { webAddress } from '../../lib/web-address.ts';
import { readFeedSettings } from '../feeds/feed-settings.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { replaceInIndex } from '../search/search-index.ts';
import { type SummaryRow, summaryColumns, summaryJoins, toSummary } from './article-rows.ts';
import type { ArticleExtras } from './stored-article.ts';

interface ArticleRow extends SummaryRow {
  readonly html: string;
  readonly own_deck: string | null;
  readonly extras: string;
  readonly page_html: string | null;
  readonly page_state: 'none' | 'stored' | 'failed';
  readonly page_trouble: string | null;
  readonly updated_at: number | null;
  readonly first_seen_at: number;
  readonly raw_guid: string | null;
  readonly site_url: string | null;
  readonly feed_settings: string;
}

export function getArticle(db: ReadableDb, id: number, textFrom?: 'feed' | 'page'): Article | undefined {
  const row = db.get<ArticleRow>(
    `SELECT ${summaryColumns}, b.html, b.deck AS own_deck, b.extras, b.page_html, b.page_state, b.page_trouble, a.updated_at,
       a.first_seen_at, a.raw_guid, f.site_url, f.settings AS feed_settings
     FROM article_status AS s ${summaryJoins}
     JOIN article_body AS b ON b.article_id = a.id
     WHERE s.article_id = :id`,
    { id },
  );
  return row === undefined ? undefined : toArticle(row, textFrom);
}

function toArticle(row: ArticleRow, textFrom: 'feed' | 'page' | undefined): Article {
  const extras = storedJson<ArticleExtras>(row.extras, { categories: [], enclosures: [] });
  const settings = readFeedSettings(row.feed_settings);
  const fromPage = row.page_html !== null && (textFrom ?? (settings.fullText ? 'page' : 'feed')) === 'page';
  return {
    ...toSummary(row),
    html: fromPage ? (row.page_html ?? '') : row.html,
    textFrom: fromPage ? 'page' : 'feed',
    hasFullText: row.page_html !== null,
    fullTextState: row.page_state,
    fullTextTrouble: row.page_trouble,
    deck: row.own_deck,
    picture: extras.picture ?? null,
    direction: settings.direction,
    updatedAt: row.updated_at,
    firstSeenAt: row.first_seen_at,
    guid: row.raw_guid,
    commentsUrl: extras.commentsUrl ?? null,
    categories: [...extras.categories],
    enclosures: [...extras.enclosures],
    podcast: extras.podcast === undefined ? null : { ...extras.podcast, transcripts: [...extras.podcast.transcripts] },
    revisions: row.revisions,
    siteUrl: webAddress(row.site_url) ?? null,
  };
}

/** What the page of an article said, kept beside the feed's own text and indexed in its place when it is longer. */
export function storeFullText(
  db: WritableDb,
  page: {
    readonly id: number;
    readonly html: string;
    readonly indexText: string;
    readonly wordCount: number;
    readonly at: number;
  },
): void {
  db.run(
    `UPDATE article_body SET page_html = :html, page_state = 'stored', page_trouble = NULL, page_fetched_at = :at WHERE article_id = :id`,
    { id: page.id, html: page.html, at: page.at },
  );
  db.run('UPDATE article SET has_full_text = 1, word_count = max(word_count, :wordCount) WHERE id = :id', {
    id: page.id,
    wordCount: page.wordCount,
  });
  const old = db.get<{ title: string; author: string; body: string; feed_id: number }>(
    'SELECT t.title, t.author, t.body, a.feed_id FROM article_text AS t JOIN article AS a ON a.id = t.article_id WHERE t.article_id = :id',
    { id: page.id },
  );
  if (old === undefined || old.body.length >= page.indexText.length) return;
  replaceInIndex(db, page.id, old.feed_id, { title: old.title, author: old.author, body: page.indexText });
}

export function noteFullTextFailure(db: WritableDb, id: number, message: string, at: number): void {
  db.run(
    `UPDATE article_body SET page_state = CASE WHEN page_html IS NULL THEN 'failed' ELSE page_state END,
       page_trouble = :message, page_fetched_at = :at WHERE article_id = :id`,
    { id, message, at },
  );
}

export interface Revision {
  readonly at: number;
  readonly title: string;
  readonly html: string;
}

/** Earlier states, newest first, with the present one at the head. */
export function revisionsOf(db: ReadableDb, id: number): Revision[] {
  const now = db.get<{ title: string; html: string; at: number }>(
    `SELECT a.title, b.html, a.first_seen_at AS at FROM article AS a JOIN article_body AS b ON b.article_id = a.id WHERE a.id = :id`,
    { id },
  );
  if (now === undefined) return [];
  const earlier = db
    .all<{ at: number; title: string; text: Uint8Array }>(
      'SELECT at, title, text FROM article_revision WHERE article_id = :id ORDER BY at DESC',
      { id },
    )
    .map((row) => ({ at: row.at, title: row.title, html: inflateRawSync(row.text).toString('utf8') }));
  return [{ ...now, at: earlier[0]?.at ?? now.at }, ...earlier];
}
