import { describe, expect, test } from 'vitest';
import { dayMs } from './curation-article.ts';
import { monday } from './fixtures/articles.ts';
import { feedHighlights, lookBack, type PickCandidate, starredPicks } from './picks.ts';

function kept(id: string, more: Partial<PickCandidate> = {}): PickCandidate {
  return {
    id,
    feedId: id,
    publisher: `${id}.example`,
    at: monday,
    wordCount: 500,
    finished: false,
    read: false,
    storyPublishers: 1,
    ...more,
  };
}

describe('picks', () => {
  test('what is starred and not finished, the newest star first', () => {
    const picks = starredPicks(
      [
        kept('a', { starredAt: 1 }),
        kept('b', { starredAt: 2 }),
        kept('c', { starredAt: 3, finished: true }),
        kept('d'),
      ],
      5,
    );
    expect(picks.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('the weekly look back shows what was kept one to five weeks ago and not finished', () => {
    const days = (count: number) => ({ savedAt: monday - count * dayMs });
    const picks = lookBack(
      [
        kept('new', days(2)),
        kept('mid', days(10)),
        kept('old', days(30)),
        kept('gone', days(50)),
        kept('done', { ...days(10), finished: true }),
      ],
      monday,
      5,
    );
    expect(picks.map(({ id }) => id)).toEqual(['old', 'mid']);
  });

  test('each feed has one highlight: what others took up too', () => {
    const picks = feedHighlights(
      [
        kept('a', { feedId: 1 }),
        kept('b', { feedId: 1, storyPublishers: 5 }),
        kept('c', { feedId: 2 }),
        kept('d', { feedId: 3, read: true }),
        kept('e', { feedId: 4, copyOf: 'a' }),
      ],
      monday,
      5,
    );
    expect(picks.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
