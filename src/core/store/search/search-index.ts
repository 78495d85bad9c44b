/**
 * The full-text index over article_text. The rule: what leaves the index are the old values, read from the table before
 * the rows change, and new ones enter after; else the index keeps words that no row has, and says nothing. Both are done
 * at the end of the transaction, in the order of ids: after any other write in between, and whenever ids go back, SQLite
 * writes what it has of the index to disk, which article by article costs more than all the rest.
 */
import type { ReadableDb, WritableDb } from '../handles.ts';
import { getFact, setFact } from '../settings.ts';

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
  if (!isIndexed(db, articleId)) return;
  db.atEnd(articleId, () =>
    db.run(
      'INSERT INTO article_index (rowid, title, author, body, feed) VALUES (:articleId, :title, :author, :body, :feed)',
      row,
    ),
  );
}

export function removeFromIndex(db: WritableDb, articleId: number): void {
  const old = db.get<IndexedText & { readonly feed: string }>(
    'SELECT title, author, body, feed FROM article_text WHERE article_id = :articleId',
    { articleId },
  );
  if (old !== undefined && isIndexed(db, articleId)) {
    db.atEnd(articleId, () =>
      db.run(
        `INSERT INTO article_index (article_index, rowid, title, author, body, feed)
         VALUES ('delete', :articleId, :title, :author, :body, :feed)`,
        { articleId, ...old },
      ),
    );
  }
  db.run('DELETE FROM article_text WHERE article_id = :articleId', { articleId });
}

export function replaceInIndex(db: WritableDb, articleId: number, feedId: number, text: IndexedText): void {
  removeFromIndex(db, articleId);
  addToIndex(db, articleId, feedId, text);
}

// While the index is built anew, articles below this id are not in it yet: taking them out would damage it again.
const rebuildKey = 'index_down_to';

export function indexedDownTo(db: ReadableDb): number | undefined {
  const fact = getFact(db, rebuildKey);
  return fact === undefined || !/^\d{1,16}$/.test(fact) ? undefined : Number(fact);
}

export function setIndexedDownTo(db: WritableDb, id: number | undefined): void {
  setFact(db, rebuildKey, id === undefined ? '' : String(id));
}

function isIndexed(db: ReadableDb, articleId: number): boolean {
  const downTo = indexedDownTo(db);
  return downTo === undefined || articleId >= downTo;
}

/** Throws SQLITE_CORRUPT when index and text differ. With rank 1 it compares with the content; without, it would not. */
export function checkIndex(db: WritableDb): void {
  db.runDue();
  db.run("INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)");
}
