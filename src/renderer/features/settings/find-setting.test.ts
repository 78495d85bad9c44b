import { expect, test } from 'vitest';
import { hasWords } from './find-setting.ts';

test('a setting is found by the beginning of each word, in any order', () => {
  expect(hasWords('Mark read on scroll', 'scr mark')).toBe(true);
  expect(hasWords('Mark read on scroll', 'croll')).toBe(false);
});

test('nothing typed finds everything, and signs are not words', () => {
  expect(hasWords('Anything', ' , ')).toBe(true);
});
