import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../contract/ids.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { insertFolder } from '../feeds/folders.ts';
import type { WritableDb } from '../handles.ts';
import { beginOperation } from '../operations.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { getCounts } from './counts.ts';
import { finishMark, markArticles } from './mark-articles.ts';

function library(articles = 10) {
  const { db } = temporaryLibrary();
  const folderId = insertFolder(db, 'World', null);
  const feedId = addTestFeed(db, 'https://example.org/feed', { folderId });
  const ids = ingestAll(db, {
    feedId,
    articles: Array.from({ length: articles }, (_, n) =>
      storedArticle({ identity: `n${n}`, publishedAt: testNow - n * 60_000 }),
    ),
  }).added as ArticleId[];
  return { db, feedId, folderId, ids };
}

function unread(db: WritableDb): number {
  return getCounts(db, testNow).all.unread;
}

function turn(db: WritableDb, direction: 'undo' | 'redo') {
  const operation = findOperation(db, direction);
  if (operation === undefined) throw new Error(`nothing to ${direction}`);
  return finish(turnOperation(db, operation, direction, testNow));
}

describe('marking', () => {
  it('changes what is named and says how many really changed', () => {
    const { db, ids } = library();
    const two = ids.slice(0, 2);
    expect(finish(markArticles(db, { ids: two, set: { read: true } }, testNow)).changed).toBe(2);
    expect(finish(markArticles(db, { ids: two, set: { read: true } }, testNow))).toEqual({
      operationId: null,
      changed: 0,
    });
    expect(unread(db)).toBe(8);
  });

  it('marking a folder read leaves articles that arrived meanwhile unread', () => {
    const { db, feedId, folderId } = library();
    const seen = getCounts(db, testNow).arrival;
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'meanwhile' })] });
    finish(
      markArticles(db, { scope: { view: `folder:${folderId}`, upToArrival: seen }, set: { read: true } }, testNow),
    );
    expect(unread(db)).toBe(1);
  });

  it('marking older ones leaves the article itself and newer ones', () => {
    const { db } = library();
    const rows = db.all<{ article_id: number }>('SELECT article_id FROM article_status ORDER BY article_id DESC');
    const fourth = rows[3]?.article_id as ArticleId;
    finish(markArticles(db, { scope: { view: 'all', olderThan: fourth }, set: { read: true } }, testNow));
    expect(unread(db)).toBe(4);
  });

  it('marking newer ones leaves the article itself and older ones', () => {
    const { db } = library();
    const rows = db.all<{ article_id: number }>('SELECT article_id FROM article_status ORDER BY article_id DESC');
    const fourth = rows[3]?.article_id as ArticleId;
    finish(markArticles(db, { scope: { view: 'all', newerThan: fourth }, set: { read: true } }, testNow));
    expect(unread(db)).toBe(7);
  });

  it('marks thousands in steps that each stay small', () => {
    const { db } = library(2500);
    const steps = markArticles(db, { scope: { view: 'unread' }, set: { read: true } }, testNow);
    let transactions = 0;
    for (;;) {
      const step = db.transaction(() => steps.next());
      transactions += 1;
      if (step.done === true) {
        expect(step.value.changed).toBe(2500);
        break;
      }
    }
    expect(transactions).toBeGreaterThan(2);
    expect(unread(db)).toBe(0);
  });
});

describe('undo', () => {
  it('brings back exactly what was changed, and redo does it again', () => {
    const { db, ids } = library();
    finish(markArticles(db, { ids: ids.slice(0, 3), set: { read: true } }, testNow));
    finish(markArticles(db, { scope: { view: 'all' }, set: { read: true } }, testNow));
    expect(unread(db)).toBe(0);
    expect(turn(db, 'undo').label).toBe('Marked 7 articles read');
    expect(unread(db)).toBe(7);
    turn(db, 'redo');
    expect(unread(db)).toBe(0);
    turn(db, 'undo');
    turn(db, 'undo');
    expect(unread(db)).toBe(10);
  });

  it('leaves what was changed by hand since', () => {
    const { db, ids } = library();
    const [first] = ids;
    finish(markArticles(db, { ids: ids.slice(0, 2), set: { starred: true } }, testNow));
    finish(markArticles(db, { ids: [first as ArticleId], set: { starred: false } }, testNow));
    const starring = findOperation(db, 'undo', 2);
    if (starring === undefined) throw new Error('the first operation is gone');
    finish(turnOperation(db, starring, 'undo', testNow));
    expect(getCounts(db, testNow).starred).toBe(0);
  });

  it('passes over what followed from reading, and means the reader’s own last act', () => {
    const { db, ids } = library();
    finish(markArticles(db, { ids: ids.slice(0, 2), set: { starred: true } }, testNow));
    finish(markArticles(db, { ids: ids.slice(0, 1), set: { read: true }, automatic: true }, testNow));
    turn(db, 'undo');
    expect(getCounts(db, testNow)).toMatchObject({ starred: 0, all: { unread: 9 } });
  });

  it('has nothing to do again after something new', () => {
    const { db, ids } = library();
    finish(markArticles(db, { ids: ids.slice(0, 1), set: { read: true } }, testNow));
    turn(db, 'undo');
    finish(markArticles(db, { ids: ids.slice(1, 2), set: { read: true } }, testNow));
    expect(findOperation(db, 'redo')).toBeUndefined();
  });
});

describe('a bulk change that was interrupted', () => {
  it('is finished at the next start, up to its cut-off', () => {
    const { db, feedId } = library();
    const upToArrival = getCounts(db, testNow).arrival;
    const change = { scope: { view: 'all', upToArrival }, set: { read: true } };
    const id = beginOperation(db, { at: testNow, kind: 'mark', label: 'Marked', change, running: true });
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'later' })] });
    finish(finishMark(db, { id, change: JSON.stringify(change), at: testNow }));
    expect(unread(db)).toBe(1);
    turn(db, 'undo');
    expect(unread(db)).toBe(11);
  });
});
