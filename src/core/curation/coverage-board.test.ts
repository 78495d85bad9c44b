import { describe, expect, test } from 'vitest';
import { coverageBoard } from './coverage-board.ts';
import { hourMs } from './curation-article.ts';
import { floodStory, monday } from './fixtures/articles.ts';

const told = floodStory.map((each) => ({ ...each, at: each.publishedAt }));

describe('the coverage board', () => {
  test('who told it first, who followed, and out of how many sources', () => {
    const board = coverageBoard(told, 42);
    expect(board?.first.publisher).toBe('harbour.example');
    expect([board?.covering, board?.outOf]).toEqual([4, 42]);
    expect(board?.rows.map(({ id }) => id)).toEqual(['flood3', 'flood2', 'flood1', 'flood0']);
  });

  test('the timeline counts every article once', () => {
    const spread = told.map((each, index) => ({ ...each, at: monday + index * 50 * hourMs }));
    const timeline = coverageBoard(spread, 42)?.timeline ?? [];
    expect(timeline.reduce((sum, step) => sum + step.articles, 0)).toBe(4);
    expect(timeline.reduce((sum, step) => sum + step.newPublishers, 0)).toBe(4);
    expect(timeline.length).toBeLessThanOrEqual(25);
  });

  test('no articles, no board', () => {
    expect(coverageBoard([], 42)).toBeUndefined();
  });
});
