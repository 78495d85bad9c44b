import { describe, expect, test } from 'vitest';
import { dateWords, hasValue, stretchOf, usedFilters } from './query-filters.ts';
import type { QueryPart } from './query-parts.ts';

const now = new Date(2026, 10, 24, 12).getTime();

function chip(operator: string, ...values: string[]): QueryPart {
  const text = `${operator}:${values.join(',')}`;
  return { at: 0, end: text.length, text, kind: 'chip', isNegated: false, operator, values };
}

describe('what a query narrows by', () => {
  test('a filter is on when one of the values of its chip is meant, in any case', () => {
    expect(hasValue([chip('section', 'Science', 'technology')], 'section', 'Technology')).toBe(true);
    expect(hasValue([chip('section', 'science')], 'section', 'business')).toBe(false);
  });

  test('what is left out by a minus is not a filter that is on', () => {
    expect(hasValue([{ ...chip('is', 'unread'), isNegated: true }], 'is', 'unread')).toBe(false);
  });

  test('every date operator is one filter, and headline words are none', () => {
    const headline: QueryPart = { ...chip('title', 'tide'), kind: 'word' };
    expect(usedFilters([chip('after', '2025-12-01'), chip('last', '7d'), chip('is', 'unread'), headline])).toEqual([
      'is',
      'date',
    ]);
  });
});

describe('the stretch of time that is left', () => {
  test('a range ends with its last day', () => {
    const { from, to } = stretchOf([chip('date', '2025-12-01..2026-01')], now);
    expect([new Date(from), new Date(to)]).toEqual([new Date(2025, 11, 1), new Date(2026, 1, 1)]);
  });

  test('two chips leave what both allow', () => {
    const { from, to } = stretchOf([chip('after', '2025'), chip('before', '2025-03-02')], now);
    expect([new Date(from), new Date(to)]).toEqual([new Date(2025, 0, 1), new Date(2025, 2, 2)]);
  });

  test('is said in words', () => {
    expect(dateWords([], now)).toBe('Any time');
    expect(dateWords([chip('last', '7d')], now)).toBe('Last 7 days');
    expect(dateWords([chip('after', '2025-12-01')], now)).toBe('Since 1 Dec 2025');
    expect(dateWords([chip('before', '2025-12-01')], now)).toBe('Until 30 Nov 2025');
    expect(dateWords([chip('date', '2025-12-01..2026-01-03')], now)).toBe('1 Dec 2025 – 3 Jan 2026');
    expect(dateWords([chip('on', '2025-12-01')], now)).toBe('1 Dec 2025');
  });
});
