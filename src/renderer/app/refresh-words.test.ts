import { expect, test } from 'vitest';
import type { RefreshSummary } from '../../contract/refresh.ts';
import { refreshWords } from './refresh-words.ts';

type Result = RefreshSummary['results'][number];

const result = (change: Partial<Result>): Result => ({
  feedId: 1 as Result['feedId'],
  url: 'http://a.example/feed',
  title: 'Vale Gazette',
  outcome: 'unchanged',
  added: 0,
  updated: 0,
  ...change,
});
const words = (results: readonly Result[], change: Partial<RefreshSummary> = {}) =>
  refreshWords({ results: [...results], cancelled: false, added: 0, ...change } as RefreshSummary)?.text;

test('a refresh by hand always ends in a word', () => {
  const failed = result({ outcome: 'failed', message: 'Nothing is there.' });
  expect(words([failed])).toBe('Nothing is there.');
  expect(words([failed, failed])).toBe('None of your 2 feeds could be reached.');
  expect(words([failed, result({})])).toBe('Nothing new; 1 of 2 feeds could not be reached');
  expect(words([result({})])).toBe('Nothing new in Vale Gazette');
  expect(words([result({ outcome: 'new', added: 3 }), result({})], { added: 3 })).toBe('3 new articles');
  expect(words([result({ outcome: 'skipped', code: 'offline' })])).toBe('You are offline.');
  expect(words([])).toBe('There is nothing to refresh here.');
});

test('whoever stopped a refresh is not told so', () => {
  expect(words([result({ outcome: 'cancelled' })], { cancelled: true })).toBeUndefined();
});
