import { describe, expect, test } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { groupedFacts, ungroupedFacts } from '../articles/article-facts.ts';
import { freshRows, seldomRows, unreadRows } from '../articles/page-rows.ts';
import { feedSums } from '../feeds/feed-sums.ts';
import { removeFeeds } from '../feeds/feeds.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { articlesOfStory, ownerVolumes, storiesInWindow } from './ranking-rows.ts';
import { presentStoryId, storeGrouping, storyRow } from './stories.ts';

/** The plans of every list that `ask` reads. */
function everyPlanOf(db: WritableDb, ask: (db: ReadableDb) => unknown): string {
  const plans: string[] = [];
  const all = db.all.bind(db);
  db.all = (sql, parameters) => {
    const plan = db.once<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    plans.push(plan.map((row) => row.detail).join('; '));
    return all(sql, parameters);
  };
  ask(db);
  return plans.join('\n');
}

const everything = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER, limit: 100 };

function library(count = 6) {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://courier.example/feed.xml');
  const articles = Array.from({ length: count }, (_, n) =>
    storedArticle({ identity: `a${n}`, publisher: `paper-${n % 3}.example`, publishedAt: testNow - n * 3_600_000 }),
  );
  const { added } = ingestAll(db, { feedId, articles });
  return { db, ids: [...added].sort((a, b) => a - b) };
}

function place(db: Parameters<typeof storeGrouping>[0], placed: readonly (readonly [number, number])[]): void {
  finish(
    storeGrouping(db, {
      placed: placed.map(([articleId, storyId]) => ({ articleId, storyId })),
      renamed: [],
      members: [],
      touched: [...new Set(placed.map(([, storyId]) => storyId))],
    }),
  );
}

describe('stories in the library', () => {
  test('a story of one article has no row, and one of several counts its owners', () => {
    const { db, ids } = library();
    place(
      db,
      ids.map((id, n) => [id, n < 4 ? 7 : 8 + n]),
    );
    expect(storyRow(db, 7)).toMatchObject({ articles: 4, publishers: 3 });
    expect(storyRow(db, 12)).toBeUndefined();
    expect(ungroupedFacts(db, everything)).toEqual([]);
    expect(groupedFacts(db, everything)).toHaveLength(6);
  });

  test('a feed that went tells no story, and tells it again when it is back', () => {
    const { db, ids } = library(2);
    const otherId = addTestFeed(db, 'https://record.example/feed.xml');
    const other = storedArticle({ identity: 'b', publisher: 'record.example', publishedAt: testNow });
    const { added } = ingestAll(db, { feedId: otherId, articles: [other] });
    place(
      db,
      [...ids, ...added].map((id) => [id, 7]),
    );
    expect(storyRow(db, 7)).toMatchObject({ articles: 3, publishers: 3 });
    removeFeeds(db, [otherId], testNow);
    expect(storyRow(db, 7)).toMatchObject({ articles: 2, publishers: 2 });
    const removal = findOperation(db, 'undo');
    if (removal !== undefined) finish(turnOperation(db, removal, 'undo', testNow));
    expect(storyRow(db, 7)).toMatchObject({ articles: 3, publishers: 3 });
  });

  test('an id stays good through every merge after it, and a circle ends', () => {
    const { db } = library();
    const merge = (from: number, to: number) =>
      finish(storeGrouping(db, { placed: [], renamed: [{ from, to }], members: [], touched: [] }));
    merge(1, 2);
    merge(2, 3);
    expect(presentStoryId(db, 1)).toBe(3);
    merge(3, 1);
    expect([1, 2, 3]).toContain(presentStoryId(db, 1));
  });

  test('an article that went meanwhile is passed over', () => {
    const { db, ids } = library();
    finish(
      storeGrouping(db, {
        placed: [{ articleId: 99, storyId: 5 }],
        renamed: [],
        members: [{ articleId: 99, copyOf: null, shares: [], hoursApart: 0, likeness: 0 }],
        touched: [5],
      }),
    );
    expect(storyRow(db, 5)).toBeUndefined();
    expect(ungroupedFacts(db, everything)).toHaveLength(ids.length);
  });
});

describe('questions that the front page asks', () => {
  const questions: Readonly<Record<string, (db: ReadableDb) => unknown>> = {
    article_ungrouped: (db) => ungroupedFacts(db, everything),
    story_last: (db) => storiesInWindow(db, { from: testNow - 1, at: testNow, leastPublishers: 2 }),
    article_story: (db) => articlesOfStory(db, 7, testNow),
    status_unread: (db) => unreadRows(db, testNow - 86_400_000, 10),
    status_feed_unread: (db) => seldomRows(db, testNow, 3),
    event_at: (db) => feedSums(db, testNow - 86_400_000),
  };
  for (const [index, ask] of Object.entries(questions)) {
    test(`walk ${index}`, () => {
      const { db } = library();
      expect(everyPlanOf(db, ask)).toContain(index);
    });
  }

  test('read new articles and the volumes of their owners by id alone', () => {
    const { db } = library();
    expect(everyPlanOf(db, (asked) => freshRows(asked, testNow - 86_400_000, 10))).toContain(
      'USING INTEGER PRIMARY KEY',
    );
    expect(ownerVolumes(db, testNow - 86_400_000, testNow)).toEqual(
      new Map([
        ['paper-0.example', 2],
        ['paper-1.example', 2],
        ['paper-2.example', 2],
      ]),
    );
  });
});
