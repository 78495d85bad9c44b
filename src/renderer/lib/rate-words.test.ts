import { expect, test } from 'vitest';
import { dailyWords, rateWords } from './rate-words.ts';

test('what comes several times a day is told by the day, the rest by the week', () => {
  expect([0.3, 1, 4.4, 13, 14, 200].map(rateWords)).toEqual([
    'less than one a week',
    '1 a week',
    '4 a week',
    '13 a week',
    '2 a day',
    '30 a day',
  ]);
});

test('several titles together are told by the day, unless one of them is not known', () => {
  expect(dailyWords([300, 200, 100, 30])).toBe('about 90 articles a day');
  expect(dailyWords([3, 4])).toBe('about 1 article a day');
  expect(dailyWords([1, 0.5])).toBe('less than one article a day');
  expect(dailyWords([300, null])).toBeUndefined();
  expect(dailyWords([])).toBeUndefined();
});
