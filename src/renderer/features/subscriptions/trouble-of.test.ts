import { expect, test } from 'vitest';
import { sinceWords, troubleOf } from './trouble-of.ts';

const at = (text: string) => new Date(text).getTime();
const line = (when: number, outcome: 'new' | 'failed' | 'skipped' | 'stopped', code: string | null = null) => ({
  at: when,
  outcome,
  code,
});

test('a trouble lasts since the first failure after the last check that went well', () => {
  const lines = [line(5, 'failed', 'timeout'), line(4, 'skipped'), line(3, 'failed', 'feed_not_found'), line(2, 'new')];
  expect(troubleOf([...lines, line(1, 'failed', 'offline')])).toEqual({ code: 'timeout', since: 3 });
});

test('a feed whose last check went well has no trouble', () => {
  expect(troubleOf([line(2, 'new'), line(1, 'failed', 'timeout')])).toBeUndefined();
  expect(troubleOf([])).toBeUndefined();
});

test('a trouble of today is told by the clock, an older one by its day', () => {
  const now = at('2026-11-24T10:30:00');
  expect(sinceWords(at('2026-11-24T08:12:00'), now)).toBe('Since 08:12');
  expect(sinceWords(at('2026-11-23T08:12:00'), now)).toBe('Since yesterday');
  expect(sinceWords(at('2026-11-21T08:12:00'), now)).toBe('Since Saturday');
  expect(sinceWords(at('2026-10-02T08:12:00'), now)).toBe('Since 2 October');
});
