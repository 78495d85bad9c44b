import { describe, expect, it } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { beginRebuild, mergeIndex, rebuildSome } from '../archive/compact.ts';
import { deleteArticleText } from '../articles/article-writes.ts';
import { storeFullText } from '../articles/full-text.ts';
import { markArticles } from '../articles/mark-articles.ts';
import { removeFeeds } from '../feeds/feeds.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { checkIndex } from './search-index.ts';

const operations = 10_000;
const words = ['flood', 'fund', 'harbour', 'Übel', '港\u200B町', 'naïve', '“quoted”', 'don’t', '🎉', 'ﬁne'];

describe('the full-text index', () => {
  it(`holds just the words of the articles after ${operations.toLocaleString('en-GB')} changes in any order`, () => {
    const { db } = temporaryLibrary();
    const feeds = ['https://one.example/f', 'https://two.example/f'].map((url) => addTestFeed(db, url));
    let state = 20_261_124;
    const random = (n: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % n;
    };
    const text = (): string => Array.from({ length: 1 + random(6) }, () => words[random(words.length)]).join(' ');
    const anyId = (): number | undefined =>
      db.get<{ id: number }>('SELECT id FROM article LIMIT 1 OFFSET :at', {
        at: random(Math.max(1, db.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n ?? 1)),
      })?.id;
    const changes: readonly ((id: number) => unknown)[] = [
      (id) => deleteArticleText(db, id),
      (id) =>
        storeFullText(db, {
          id,
          html: `<p>${text()}</p>`,
          indexText: `${text()} ${text()}`,
          wordCount: 9,
          facts: { byline: null, deck: null, publishedAt: null, picture: null },
          isChosen: random(2) === 0,
          at: testNow,
        }),
      (id) => finish(markArticles(db, { ids: [id as never], set: { read: random(2) === 0 } }, testNow)),
      () => mergeIndex(db, random(2) === 0 ? 'whole' : 'a little'),
      (id) => (random(40) === 0 ? beginRebuild(db) : id),
      () => rebuildSome(db),
      () => (random(60) === 0 ? removeFeeds(db, [feeds[random(2)] as never], testNow) : 0),
      () => {
        const operation = findOperation(db, 'undo');
        if (operation !== undefined && operation.kind !== 'subscribe')
          finish(turnOperation(db, operation, 'undo', testNow));
      },
    ];
    const changeOne = (): void => {
      const id = anyId();
      if (id !== undefined && random(2) !== 0) {
        changes[random(changes.length)]?.(id);
        return;
      }
      const feedId = feeds[random(2)];
      if (feedId === undefined) return;
      const article = storedArticle({
        identity: `n${random(400)}`,
        title: text(),
        html: `<p>${text()}</p>`,
        author: random(3) === 0 ? text() : null,
        publishedAt: testNow - random(1_000) * 60_000,
      });
      ingestAll(db, { feedId, articles: [article] });
    };
    const changeAndFail = (): void => {
      changeOne();
      changeOne();
      throw new Error('undone');
    };
    for (let done = 0; done < operations; done += 500)
      // few transactions: what is tested is the order of writes, not the disk
      db.transaction(() => {
        for (let n = 0; n < 500; n += 1) {
          if (random(30) === 0) expect(() => db.savepoint(changeAndFail)).toThrow('undone');
          else changeOne();
        }
      });
    db.transaction(() => {
      while (rebuildSome(db));
    });
    expect(db.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n).toBeGreaterThan(50);
    checkIndex(db);
    expect(db.get('SELECT count(*) AS n FROM article')).toEqual(db.get('SELECT count(*) AS n FROM article_text'));
  });

  it('that holds words of no article does not pass the check', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'a' })] });
    checkIndex(db);
    db.run("UPDATE article_text SET body = 'changed behind the back of the index'");
    expect(() => checkIndex(db)).toThrow(/malformed|corrupt/i);
  });
});
