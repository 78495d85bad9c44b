import { describe, expect, test } from 'vitest';
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { bandsOf, movedPart, orderedParts, wantedSections } from './page-parts.ts';

// Only how many rows there are matters here.
const row = {} as EditionRow;

function page(change: Partial<Edition>): Edition {
  const sections = ['World', 'Science'].map((name) => ({ name, rows: [row], total: 1 }));
  const all = { lead: row, top: [row], forYou: [row], sections, picks: [row, row, row], seldom: [row] };
  return { topState: 'ranked', ...all, ...change } as Edition;
}

const asUsual = { order: [], hidden: [] };

describe('the front page', () => {
  test('sets the top stories beside the lead and the seldom heard beside the picks', () => {
    expect(bandsOf(page({}), asUsual)).toEqual([
      { kind: 'pair', parts: ['lead', 'top'] },
      { kind: 'single', part: 'for-you' },
      { kind: 'sections', names: ['World', 'Science'] },
      { kind: 'pair', parts: ['picks', 'seldom'] },
    ]);
  });

  test('leaves out what has nothing in it', () => {
    const bands = bandsOf(page({ forYou: [], picks: [], sections: [] }), asUsual);
    expect(bands).toEqual([
      { kind: 'pair', parts: ['lead', 'top'] },
      { kind: 'single', part: 'seldom' },
    ]);
  });

  test('leaves two picks out, and gives their width to those who seldom speak', () => {
    expect(bandsOf(page({ picks: [row, row] }), asUsual).at(-1)).toEqual({ kind: 'single', part: 'seldom' });
  });

  test('keeps the place of the top stories while there are too few sources, to say so', () => {
    const bands = bandsOf(page({ top: [], topState: 'too-few-sources' }), asUsual);
    expect(bands[0]).toEqual({ kind: 'pair', parts: ['lead', 'top'] });
  });

  test('leaves out what the reader hid', () => {
    const bands = bandsOf(page({}), { order: [], hidden: ['for-you', 'section:World', 'seldom'] });
    expect(bands).toEqual([
      { kind: 'pair', parts: ['lead', 'top'] },
      { kind: 'sections', names: ['Science'] },
      { kind: 'single', part: 'picks' },
    ]);
  });

  test('parts that no longer follow each other stand alone', () => {
    const bands = bandsOf(page({}), { order: movedPart(orderedParts([]), 'for-you', -1), hidden: [] });
    expect(bands.slice(0, 3)).toEqual([
      { kind: 'single', part: 'lead' },
      { kind: 'single', part: 'for-you' },
      { kind: 'single', part: 'top' },
    ]);
  });

  test('shows a section that the reader never saw before among the others', () => {
    const sections = ['World', 'Gardening'].map((name) => ({ name, rows: [row], total: 1 }));
    expect(bandsOf(page({ sections }), asUsual)).toContainEqual({ kind: 'sections', names: ['World', 'Gardening'] });
  });
});

test('a part that the kept order does not know comes after the one it usually follows', () => {
  expect(orderedParts(['for-you', 'lead']).slice(0, 3)).toEqual(['for-you', 'section:World', 'section:Business']);
  expect(orderedParts(['seldom', 'lead', 'gone']).slice(0, 3)).toEqual(['seldom', 'lead', 'top']);
});

test('a part moves by one place and stops at both ends', () => {
  expect(movedPart(['lead', 'top', 'picks'], 'top', -1)).toEqual(['top', 'lead', 'picks']);
  expect(movedPart(['lead', 'top', 'picks'], 'lead', -1)).toEqual(['lead', 'top', 'picks']);
  expect(movedPart(['lead', 'top', 'picks'], 'picks', 1)).toEqual(['lead', 'top', 'picks']);
});

test('sections are named to the core only once the reader chose among them', () => {
  expect(wantedSections([], ['for-you'])).toBeUndefined();
  expect(wantedSections([], ['section:Sport', 'section:More'])).toEqual([
    'World',
    'Business',
    'Technology',
    'Science',
    'Culture',
    'Local',
  ]);
});
