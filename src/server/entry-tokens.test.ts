import { expect, test, vi } from 'vitest';
import { createEntryTokens } from './entry-tokens.ts';

test('a token lets in once', () => {
  const tokens = createEntryTokens();
  const token = tokens.issue();
  expect([tokens.redeem(token), tokens.redeem(token)]).toEqual([true, false]);
});

test('a token lets in within a minute and not after', () => {
  let now = 0;
  const tokens = createEntryTokens(() => now);
  const [early, late] = [tokens.issue(), tokens.issue()];
  now = 59_999;
  expect(tokens.redeem(early)).toBe(true);
  now = 60_000;
  expect(tokens.redeem(late)).toBe(false);
});

test('whoever gave a token out hears when it has been used, or its minute is over', () => {
  vi.useFakeTimers();
  const tokens = createEntryTokens();
  const [used, old] = [vi.fn(), vi.fn()];
  tokens.redeem(tokens.issue(used));
  tokens.issue(old);
  expect([used.mock.calls.length, old.mock.calls.length]).toEqual([1, 0]);
  vi.advanceTimersByTime(60_000);
  expect(old).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('of many that wait the oldest gives way', () => {
  const tokens = createEntryTokens();
  const given = Array.from({ length: 9 }, () => tokens.issue());
  expect(given.map(tokens.redeem)).toEqual([false, ...Array(8).fill(true)]);
});

test.each([undefined, null, 7, '', {}, ['x']])('%o is no token', (token) => {
  const tokens = createEntryTokens();
  tokens.issue();
  expect(tokens.redeem(token)).toBe(false);
});
