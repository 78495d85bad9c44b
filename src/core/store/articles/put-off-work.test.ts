import { expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../handles.ts';
import { checkIndex } from '../search/search-index.ts';
import { deleteArticleText } from './article-writes.ts';

function library() {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://one.example/f');
  const store = (word: string): number =>
    ingestAll(db, { feedId, articles: [storedArticle({ identity: word, html: `<p>${word}</p>` })] }).added[0] ?? 0;
  return { db, store };
}

const found = (db: WritableDb, word: string): number =>
  db.all('SELECT rowid FROM article_index WHERE article_index MATCH :word', { word }).length;

const failing = (work: () => void) => (): void => {
  work();
  throw new Error('undone');
};

it('what one step of a transaction stored is in the index though the next step failed', () => {
  const { db, store } = library();
  db.transaction(() => {
    store('kept');
    expect(() => db.savepoint(failing(() => store('undone')))).toThrow('undone');
  });
  expect([found(db, 'kept'), found(db, 'undone')]).toEqual([1, 0]);
  checkIndex(db);
});

it('a step that had the index written and then failed takes back nothing of the step before', () => {
  const { db, store } = library();
  db.transaction(() => {
    store('kept');
    expect(() => db.savepoint(failing(() => db.runDue()))).toThrow('undone');
  });
  expect(found(db, 'kept')).toBe(1);
  checkIndex(db);
});

it('a transaction that failed leaves nothing for the next one to write', () => {
  const { db, store } = library();
  expect(() => db.transaction(failing(() => store('lost')))).toThrow('undone');
  db.transaction(() => store('kept'));
  expect([found(db, 'lost'), found(db, 'kept')]).toEqual([0, 1]);
  checkIndex(db);
});

it('an article that comes, changes and goes in one transaction leaves no word behind', () => {
  const { db, store } = library();
  const feedId = addTestFeed(db, 'https://two.example/f');
  db.transaction(() => {
    const id = store('first');
    const changed = storedArticle({ identity: 'other', html: '<p>before</p>' });
    ingestAll(db, { feedId, articles: [changed] });
    ingestAll(db, {
      feedId,
      articles: [storedArticle({ identity: 'other', html: '<p>after</p>' })],
      fetchedAt: testNow + 1_000,
    });
    deleteArticleText(db, id);
  });
  expect(['first', 'before', 'after'].map((word) => found(db, word))).toEqual([0, 0, 1]);
  checkIndex(db);
});
