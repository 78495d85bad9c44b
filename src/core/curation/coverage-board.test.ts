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

  test('words that only one side uses stand beside it, and no word of another does', () => {
    const board = coverageBoard(told, 42);
    const only = (id: string) => board?.rows.find((row) => row.id === id)?.onlyHere ?? [];
    expect(only('flood1').join(' ')).toContain('insurers');
    expect(only('flood3').join(' ')).toContain('smiling');
    expect(only('flood0').join(' ')).not.toContain('tonnage');
  });

  test('words that all news uses come after rarer ones', () => {
    const lead = 'The rest came back in the evening as people said, with a gantry and a dredger, and outside a weir.';
    const board = coverageBoard([...told, { ...told[0], id: 'late', publisher: 'late.example', lead } as never], 42);
    const own = board?.rows.find((row) => row.id === 'late')?.onlyHere ?? [];
    expect(own).toEqual(expect.arrayContaining(['gantry', 'dredger', 'weir']));
    expect(own).not.toContain('back');
  });

  test('a word that another paper has further down is nobody’s own, and words that go together are named together', () => {
    const [first, second, ...others] = told;
    const text =
      'A bridge loan pays for the wall. The cities call the bridge loan a bargain, with tonnage for a measure.';
    const board = coverageBoard(
      [{ ...first, text: `${first?.lead} Far below it speaks of tonnage.` }, { ...second, text }, ...others] as never,
      42,
    );
    const own = board?.rows.find(({ id }) => id === second?.id)?.onlyHere ?? [];
    expect(own[0]).toBe('bridge loan');
    expect(own).not.toContain('tonnage');
  });

  test('a copy has no words of its own, and a story of one publisher none at all', () => {
    const copied = told.map((each, index) => (index === 1 ? { ...each, copyOf: 'flood0' } : each));
    expect(coverageBoard(copied, 42)?.rows.find((row) => row.id === 'flood1')).toMatchObject({
      copyOf: 'flood0',
      onlyHere: [],
    });
    const alone = told.map((each) => ({ ...each, publisher: 'one.example' }));
    expect(coverageBoard(alone, 42)?.rows.every((row) => row.onlyHere.length === 0)).toBe(true);
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
