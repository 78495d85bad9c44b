import { expect, test } from 'vitest';
import { matchRank } from './match-rank.ts';

const best = (sought: string, titles: readonly string[]) =>
  titles
    .filter((title) => matchRank(title, sought) > 0)
    .toSorted((one, other) => matchRank(other, sought) - matchRank(one, sought));

test('the beginning of a name beats the beginning of a word, and that beats letters inside one', () => {
  expect(best('lum', ['Volumes', 'Refresh Lumen Science', 'Lumen Science'])).toEqual([
    'Lumen Science',
    'Refresh Lumen Science',
    'Volumes',
  ]);
});

test('letters in order but apart still find a name, from three on', () => {
  expect(best('hbc', ['Harbour Courier', 'Loopback'])).toEqual(['Harbour Courier']);
  expect(best('hc', ['Harbour Courier'])).toEqual([]);
});

test('nothing typed leaves everything', () => {
  expect(best('', ['One', 'Two'])).toHaveLength(2);
});

test('accents and capitals make no difference', () => {
  expect(best('zur', ['Neue Zürcher', 'ZÜRICH'])).toEqual(['ZÜRICH', 'Neue Zürcher']);
});
