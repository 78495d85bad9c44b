/**
 * The full-text index over article_text. The order is the rule: old values leave the index, from the table, before the
 * rows change, and new ones enter after; else the index keeps words that no row has, and says nothing.
 */
import type { WritableDb } from './handles.ts';

export interface IndexedText {
  readonly title: string;
  readonly author: string;
  readonly body: string;
}

/** The word that finds all articles of a feed: a column of the index, so that a feed filter streams like any word. */
export const feedToken = (feedId: number): string => `f${feedId}`;

export function addToIndex(db: WritableDb, articleId: number, feedId: number, text: IndexedText): void {
  const row = { articleId, title: text.title, author: text.author, body: text.body, feed: feedToken(feedId) };
  db.run(
    'INSERT INTO article_text (article_id, title, author, body, feed) VALUES (:articleId, :title, :author, :body, :feed)',
    row,
  );
  db.run(
    'INSERT INTO article_index (rowid, title, author, body, feed) VALUES (:articleId, :title, :author, :body, :feed)',
    row,
  );
}

export function removeFromIndex(db: WritableDb, articleId: number): void {
  db.run(
    `INSERT INTO article_index (article_index, rowid, title, author, body, feed)
     SELECT 'delete', article_id, title, author, body, feed FROM article_text WHERE article_id = :articleId`,
    { articleId },
  );
  db.run('DELETE FROM article_text WHERE article_id = :articleId', { articleId });
}

export function replaceInIndex(db: WritableDb, articleId: number, feedId: number, text: IndexedText): void {
  removeFromIndex(db, articleId);
  addToIndex(db, articleId, feedId, text);
}

/** Throws SQLITE_CORRUPT when index and text differ. With rank 1 it compares with the content; without, it would not. */
export function checkIndex(db: WritableDb): void {
  db.run("INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)");
}
