import { expect, test } from 'vitest';
import type { ArticleId } from '../../contract/ids.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../testing/temporary-library.ts';
import { markArticles } from './articles/mark-articles.ts';
import type { WritableDb } from './handles.ts';
import { operationHistory } from './operation-history.ts';

function library() {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed');
  const articles = ['a', 'b', 'c'].map((identity) => storedArticle({ identity }));
  return { db, ids: ingestAll(db, { feedId, articles }).added as ArticleId[] };
}

function mark(db: WritableDb, ids: readonly ArticleId[], read: boolean, options = {}): void {
  for (const _ of markArticles(db, { ids: [...ids], set: { read }, ...options } as never, testNow));
}

test('a step tells how much of it no later one has changed again, by reading as well', () => {
  const { db, ids } = library();
  mark(db, ids, true);
  mark(db, ids.slice(0, 1), false);
  mark(db, ids.slice(0, 1), true, { automatic: true });
  const [later, first] = operationHistory(db, { limit: 10 }, testNow);
  expect(first).toMatchObject({ group: 'reading', articles: 3, free: 2, turn: 'undo' });
  expect(later).toMatchObject({ articles: 1, free: 0 });
});

test('what was done more than 30 days ago is over', () => {
  const { db, ids } = library();
  mark(db, ids, true);
  expect(operationHistory(db, { limit: 10 }, testNow + 31 * 86_400_000)).toEqual([]);
});
