import { expect, it } from 'vitest';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../handles.ts';
import { addDiaryLine } from './fetch-results.ts';
import { listFeeds } from './list-feeds.ts';

const dayMs = 86_400_000;

function libraryWithFeed(): { readonly db: WritableDb; readonly feedId: number; readonly feed: () => FeedSummary } {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed');
  const feed = () => {
    const [only] = listFeeds(db, testNow, 6);
    if (only === undefined) throw new Error('no feed');
    return only;
  };
  return { db, feedId, feed };
}

function articlesOf(daysAgo: readonly number[]) {
  return daysAgo.map((days) => storedArticle({ identity: `day ${days}`, publishedAt: testNow - days * dayMs }));
}

function answered(db: WritableDb, feedId: number, seconds: readonly number[]): void {
  for (const [at, ms] of seconds.map((value) => value * 1000).entries()) {
    const line = { outcome: 'unchanged', code: null, message: 'Nothing new.', status: 304, sizeBytes: 0 } as const;
    addDiaryLine(db, {
      feedId,
      at: testNow + at,
      ms,
      url: 'https://example.org/feed',
      headers: null,
      ...line,
    } as never);
  }
}

it('a feed that began four weeks ago is averaged over these four, not over twelve', () => {
  const { db, feedId, feed } = libraryWithFeed();
  ingestAll(db, { feedId, articles: articlesOf([28, 21, 14, 13, 7, 6, 1, 0.5]) });
  expect(feed().perWeek).toBe(2);
});

it('twelve articles in the first two days are twelve a week, and not more', () => {
  const { db, feedId, feed } = libraryWithFeed();
  ingestAll(db, { feedId, articles: articlesOf(Array.from({ length: 12 }, (_, at) => 0.1 + at / 7)) });
  expect(feed().perWeek).toBe(12);
});

it('a feed that wrote long ago and once since is averaged over twelve weeks', () => {
  const { db, feedId, feed } = libraryWithFeed();
  ingestAll(db, { feedId, articles: articlesOf([900, 2]) });
  expect(feed().perWeek).toBe(0.1);
});

it('a feed whose last two answers took long is slow; a single one is not', () => {
  const { db, feedId, feed } = libraryWithFeed();
  answered(db, feedId, [19]);
  expect(feed().slowMs).toBeNull();
  answered(db, feedId, [0.4, 19]);
  expect(feed().slowMs).toBeNull();
  answered(db, feedId, [21]);
  expect(feed().slowMs).toBe(19_000);
  answered(db, feedId, [1.2]);
  expect(feed().slowMs).toBeNull();
});

it('a feed says what its articles take', () => {
  const { db, feedId, feed } = libraryWithFeed();
  expect(feed().sizeBytes).toBe(0);
  ingestAll(db, { feedId, articles: [storedArticle({ identity: 'long', html: `<p>${'tide '.repeat(2000)}</p>` })] });
  expect(feed().sizeBytes).toBeGreaterThan(1000);
});
