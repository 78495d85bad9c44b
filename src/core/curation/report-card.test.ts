import { describe, expect, test } from 'vitest';
import { dayMs } from './curation-article.ts';
import { monday } from './fixtures/articles.ts';
import { type FeedSums, reportCard } from './report-card.ts';

const sums: FeedSums = {
  feedId: 1,
  days: 30,
  followedDays: 30,
  articles: 600,
  opened: 60,
  finished: 30,
  starred: 1,
  copies: 150,
  edited: 6,
  lastArticleAt: monday - 2.5 * dayMs,
};

describe('the report card', () => {
  test('shares are of what they say', () => {
    expect(reportCard(sums, monday)).toMatchObject({
      perDay: 20,
      openedShare: 0.1,
      finishedShare: 0.5,
      copiedShare: 0.25,
      editedShare: 0.01,
      daysSinceLast: 2,
    });
  });

  test('a loud feed that is never opened is advised against; a loud one that is little opened is to be capped', () => {
    expect(reportCard({ ...sums, opened: 0, finished: 0, starred: 0 }, monday).advice).toBe('unsubscribe');
    expect(reportCard({ ...sums, opened: 30 }, monday).advice).toBe('cap-at-3-a-day');
    expect(reportCard({ ...sums, opened: 200 }, monday).advice).toBe('keep');
  });

  test('in its first two weeks a feed is not judged, however much it sends', () => {
    const loud = { ...sums, opened: 0, finished: 0, starred: 0, days: 7 };
    expect(reportCard({ ...loud, followedDays: 13.9 }, monday).advice).toBe('too-early');
    expect(reportCard({ ...loud, followedDays: 14 }, monday).advice).toBe('unsubscribe');
  });

  test('a quiet feed is kept though unopened, and a silent one is said to be', () => {
    expect(reportCard({ ...sums, articles: 40, opened: 0, finished: 0, starred: 0 }, monday).advice).toBe('keep');
    expect(reportCard({ ...sums, lastArticleAt: monday - 90 * dayMs }, monday).advice).toBe('gone-quiet');
  });

  test('a feed without articles divides nothing by nothing', () => {
    const empty = {
      feedId: 2,
      days: 0,
      followedDays: 0,
      articles: 0,
      opened: 0,
      finished: 0,
      starred: 0,
      copies: 0,
      edited: 0,
    };
    expect(reportCard(empty, monday)).toEqual({
      feedId: 2,
      perDay: 0,
      openedShare: 0,
      finishedShare: 0,
      copiedShare: 0,
      editedShare: 0,
      daysSinceLast: null,
      advice: 'too-early',
    });
  });
});
