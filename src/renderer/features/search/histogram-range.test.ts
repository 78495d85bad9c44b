import { describe, expect, test } from 'vitest';
import { axisLabels, type Bar, brushOf, datesOf, moveHandle } from './histogram-range.ts';

/** Twelve months of 2025. */
const bars: readonly Bar[] = Array.from({ length: 12 }, (_, month) => ({
  from: new Date(2025, month, 1).getTime(),
  to: new Date(2025, month + 1, 1).getTime(),
  count: month,
}));

describe('the brush over the histogram', () => {
  test('covers every bar that the dates touch', () => {
    const from = new Date(2025, 2, 15).getTime();
    const to = new Date(2025, 5, 1).getTime();
    expect(brushOf(bars, { from, to })).toEqual({ first: 2, last: 4 });
  });

  test('covers everything when no date narrows, or when the dates lie outside', () => {
    expect(brushOf(bars, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })).toEqual({
      first: 0,
      last: 11,
    });
    expect(brushOf(bars, { from: new Date(2030, 0).getTime(), to: Number.POSITIVE_INFINITY })).toEqual({
      first: 0,
      last: 11,
    });
  });

  test('writes the first and the last day of its bars', () => {
    expect(datesOf(bars, { first: 2, last: 4 })).toBe('2025-03-01..2025-05-31');
  });

  test('over all bars there is no limit to write', () => {
    expect(datesOf(bars, { first: 0, last: 11 })).toBeNull();
  });

  test('handles never pass each other nor the ends', () => {
    expect(moveHandle({ first: 2, last: 4 }, 'first', 9, 12)).toEqual({ first: 4, last: 4 });
    expect(moveHandle({ first: 2, last: 4 }, 'last', 0, 12)).toEqual({ first: 2, last: 2 });
    expect(moveHandle({ first: 2, last: 4 }, 'last', 99, 12)).toEqual({ first: 2, last: 11 });
  });
});

test('the axis names months over a year', () => {
  expect(axisLabels(bars).map(({ text }) => text)).toEqual(['Jan 2025', 'May 2025', 'Aug 2025', 'Dec 2025']);
});
