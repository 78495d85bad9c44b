/** Writing one article: its rows, its index entry, and its earlier text when it changes. */
import { deflateRawSync } from 'node:zlib';
import type { EpochMs } from '../../lib/clock.ts';
import type { WritableDb } from '../handles.ts';
import { addToIndex, removeFromIndex, replaceInIndex } from '../search/search-index.ts';
import type { StoredArticle } from './stored-article.ts';

interface Written {
  readonly feedId: number;
  readonly article: StoredArticle;
  readonly at: EpochMs;
}

export function insertArticle(
  db: WritableDb,
  { id, feedId, fetchId, article, at }: Written & { readonly id: number; readonly fetchId: number | null },
): void {
  db.run(
    `INSERT INTO article (id, feed_id, title, url, author, publisher, section, language, lead, deck, published_at, updated_at,
       first_seen_at, fetch_id, position, word_count, picture_url, has_audio, audio_seconds, content_hash, raw_guid, raw_link, identity_rule)
     VALUES (:id, :feedId, :title, :url, :author, :publisher, :section, :language, :lead, :deck, :publishedAt, :updatedAt,
       :at, :fetchId, :position, :wordCount, :pictureUrl, :hasAudio, :audioSeconds, :contentHash, :rawGuid, :rawLink, :identityRule)`,
    {
      id,
      feedId,
      fetchId,
      at,
      ...shownColumns(article),
      position: article.position,
      contentHash: article.contentHash,
      rawGuid: article.rawGuid,
      rawLink: article.rawLink,
      identityRule: article.identityRule,
    },
  );
  db.run('INSERT INTO article_body (article_id, html, deck, extras) VALUES (:id, :html, :deck, :extras)', {
    id,
    html: article.html,
    deck: article.deck,
    extras: JSON.stringify(article.extras),
  });
  addToIndex(db, id, feedId, article.index);
}

/** True when the content differs from what is stored; the stored text then becomes a revision. */
export function updateArticle(
  db: WritableDb,
  { articleId, feedId, article, at }: Written & { readonly articleId: number },
): boolean {
  const stored = db.get<{ content_hash: string; title: string; has_full_text: number }>(
    'SELECT content_hash, title, has_full_text FROM article WHERE id = :articleId',
    { articleId },
  );
  if (stored === undefined || stored.content_hash === article.contentHash) return false;
  keepRevision(db, articleId, at, stored);
  db.run(
    `UPDATE article SET title = :title, url = :url, author = :author, publisher = :publisher, section = :section,
       language = :language, lead = :lead, deck = :deck, published_at = :publishedAt, updated_at = :updatedAt, word_count = :wordCount,
       picture_url = :pictureUrl, has_audio = :hasAudio, audio_seconds = :audioSeconds, content_hash = :contentHash, revisions = revisions + 1
     WHERE id = :articleId`,
    { articleId, ...shownColumns(article), contentHash: article.contentHash },
  );
  db.run('UPDATE article_body SET html = :html, deck = :deck, extras = :extras WHERE article_id = :articleId', {
    articleId,
    html: article.html,
    deck: article.deck,
    extras: JSON.stringify(article.extras),
  });
  // The page's own text, once fetched, is longer than the feed's and stays what is found.
  const body = stored.has_full_text === 1 ? indexedBody(db, articleId) : undefined;
  replaceInIndex(db, articleId, feedId, body === undefined ? article.index : { ...article.index, body });
  return true;
}

/** The text goes; its status row stays. */
export function deleteArticleText(db: WritableDb, articleId: number): void {
  removeFromIndex(db, articleId);
  db.run('UPDATE article_status SET present = 0 WHERE article_id = :articleId', { articleId });
  db.run('DELETE FROM article_position WHERE article_id = :articleId', { articleId });
  db.run('DELETE FROM article WHERE id = :articleId', { articleId });
}

function shownColumns(article: StoredArticle) {
  return {
    title: article.title,
    url: article.url,
    author: article.author,
    publisher: article.publisher,
    section: article.section,
    language: article.language,
    lead: article.lead,
    deck: article.deck,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    wordCount: article.wordCount,
    pictureUrl: article.pictureUrl,
    hasAudio: article.hasAudio ? 1 : 0,
    audioSeconds: secondsOf(article),
  };
}

function secondsOf({ hasAudio, extras: { podcast, enclosures } }: StoredArticle): number | null {
  const seconds =
    podcast?.durationSeconds ?? enclosures.find(({ durationSeconds }) => durationSeconds)?.durationSeconds;
  return hasAudio && seconds ? Math.round(seconds) : null;
}

function keepRevision(
  db: WritableDb,
  articleId: number,
  at: EpochMs,
  stored: { readonly content_hash: string; readonly title: string },
): void {
  const body = db.get<{ html: string }>('SELECT html FROM article_body WHERE article_id = :articleId', { articleId });
  db.run(
    `INSERT OR REPLACE INTO article_revision (article_id, at, title, text, content_hash)
     VALUES (:articleId, :at, :title, :text, :contentHash)`,
    {
      articleId,
      at,
      title: stored.title,
      text: deflateRawSync(Buffer.from(body?.html ?? '', 'utf8')),
      contentHash: stored.content_hash,
    },
  );
}

function indexedBody(db: WritableDb, articleId: number): string | undefined {
  return db.get<{ body: string }>('SELECT body FROM article_text WHERE article_id = :articleId', { articleId })?.body;
}
