import { expect, test } from 'vitest';
import { count, counted, exactCount, fileSize, share } from './numbers.ts';

test.each([
  [0, '0'],
  [1284, '1,284'],
  [9999, '9,999'],
  [10_000, '10 k'],
  [12_999, '12 k'],
  [1_204_300, '1,204 k'],
])('a count of %i is shown as %s', (value, words) => {
  expect(count(value)).toBe(words);
});

test('a number that a sentence is about is exact', () => {
  expect(exactCount(218_430)).toBe('218,430');
  expect(counted(1, 'article', 'articles')).toBe('1 article');
  expect(counted(88, 'article', 'articles')).toBe('88 articles');
});

test('a share is a percentage as British papers print it', () => {
  expect([0, 0.124, 1].map(share)).toEqual(['0%', '12%', '100%']);
});

test.each([
  [300, '1 KB'],
  [640_000, '640 KB'],
  [3_400_000, '3.4 MB'],
  [24_000_000, '24 MB'],
  [1_400_000_000, '1.4 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
