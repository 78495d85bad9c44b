import { expect, test } from 'vitest';
import type { ArticleId } from '../../../contract/ids.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { getArticle } from './get-article.ts';
import { keepPlace } from './reading-place.ts';

const dayMs = 24 * 60 * 60 * 1000;

function library() {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed');
  const articles = [storedArticle({ identity: 'a' }), storedArticle({ identity: 'b' })];
  const [a, b] = ingestAll(db, { feedId, articles }).added as [ArticleId, ArticleId];
  return { db, a, b, placeOf: (id: ArticleId) => getArticle(db, id, { isSummary: () => false })?.place };
}

test('the place in an article is kept for 90 days', () => {
  const { db, a, b, placeOf } = library();
  keepPlace(db, { id: a, place: 12.5 }, testNow);
  keepPlace(db, { id: b, place: 1 }, testNow + 89 * dayMs);
  expect([placeOf(a), placeOf(b)]).toEqual([12.5, 1]);
  keepPlace(db, { id: b, place: 2 }, testNow + 91 * dayMs);
  expect([placeOf(a), placeOf(b)]).toEqual([null, 2]);
});

test('an article that is read from its top again has no place, and one that is gone gets none', () => {
  const { db, a, placeOf } = library();
  keepPlace(db, { id: a, place: 3 }, testNow);
  keepPlace(db, { id: a, place: null }, testNow);
  expect(placeOf(a)).toBeNull();
  expect(keepPlace(db, { id: 12345 as ArticleId, place: 3 }, testNow)).toEqual({});
});
