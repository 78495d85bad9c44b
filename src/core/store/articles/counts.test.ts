import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleId, FeedId } from '../../../contract/ids.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { removeFeeds } from '../feeds/feeds.ts';
import type { WritableDb } from '../handles.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { deleteArticleText } from './article-writes.ts';
import { getCounts } from './counts.ts';
import { markArticles } from './mark-articles.ts';

const action = fc.oneof(
  fc.record({ kind: fc.constant('ingest' as const), feed: fc.nat(2), n: fc.nat(30) }),
  fc.record({
    kind: fc.constant('mark' as const),
    n: fc.nat(30),
    set: fc.record(
      { read: fc.boolean(), starred: fc.boolean(), later: fc.boolean(), hidden: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('delete' as const), n: fc.nat(30) }),
  fc.record({ kind: fc.constant('unsubscribe' as const), feed: fc.nat(2) }),
  fc.record({ kind: fc.constant('undo' as const) }),
);

function counted(db: WritableDb) {
  const one = (sql: string): number => db.get<{ n: number }>(sql)?.n ?? 0;
  const shown = 'present = 1 AND hidden = 0';
  return {
    feeds: db.all<{ id: number; unread: number; total: number }>(
      `SELECT f.id, (SELECT count(*) FROM article_status WHERE feed_id = f.id AND unread = 1 AND ${shown}) AS unread,
         (SELECT count(*) FROM article_status WHERE feed_id = f.id AND ${shown}) AS total
       FROM feed AS f WHERE removed_at IS NULL ORDER BY f.id`,
    ),
    starred: one('SELECT count(*) AS n FROM article_status WHERE starred = 1 AND present = 1'),
    later: one('SELECT count(*) AS n FROM article_status WHERE later = 1 AND present = 1'),
    hidden: one('SELECT count(*) AS n FROM article_status WHERE hidden = 1 AND present = 1'),
  };
}

it('the kept counts equal COUNT(*) after any series of changes', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const { db } = temporaryLibrary();
      const feeds = [0, 1, 2].map((n) => addTestFeed(db, `https://example.org/${n}`));
      const ids: number[] = [];
      for (const step of actions) {
        if (step.kind === 'ingest') {
          const article = storedArticle({ identity: `n${step.n}`, publishedAt: testNow - step.n * 1000 });
          ids.push(...ingestAll(db, { feedId: feeds[step.feed] as FeedId, articles: [article] }).added);
        } else if (step.kind === 'undo') {
          const operation = findOperation(db, 'undo');
          if (operation !== undefined) finish(turnOperation(db, operation, 'undo', testNow));
        } else if (step.kind === 'unsubscribe') {
          removeFeeds(db, [feeds[step.feed] as FeedId], testNow);
        } else {
          const id = ids[step.n % Math.max(1, ids.length)];
          if (id === undefined) continue;
          if (step.kind === 'delete') deleteArticleText(db, id);
          else finish(markArticles(db, { ids: [id as ArticleId], set: definedOnly(step.set) }, testNow));
        }
      }
      const { feeds: kept, starred, later, hidden } = getCounts(db, testNow);
      expect({ feeds: kept, starred, later, hidden }).toEqual(counted(db));
      db.close();
    }),
    { numRuns: 60 },
  );
});

function definedOnly<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}
