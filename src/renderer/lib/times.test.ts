import { describe, expect, test } from 'vitest';
import { ageAgo, bylineDate, clockTime, dayHead, duration, rowTime, shortAge, shortDate, timeAndDay } from './times.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-24T10:30:00');

describe('ages', () => {
  test.each([
    ['2026-11-24T10:29:40', 'now', 'now'],
    ['2026-11-24T09:48:00', '42 min', '42 min ago'],
    ['2026-11-24T05:10:00', '5 h', '5 h ago'],
    ['2026-11-23T12:00:00', '22 h', '22 h ago'],
    ['2026-11-23T08:00:00', 'Yesterday', 'yesterday'],
    ['2026-11-12T08:00:00', '12 Nov', '12 Nov'],
    ['2025-11-12T08:00:00', '12 Nov 2025', '12 Nov 2025'],
  ])('%s is %s', (when, short, ago) => {
    expect(shortAge(at(when), now)).toBe(short);
    expect(ageAgo(at(when), now)).toBe(ago);
  });

  test('an article dated a little ahead of this clock is new, not negative', () => {
    expect(shortAge(now + 90_000, now)).toBe('now');
  });

  test('a row of today shows its age, a row of another day its time', () => {
    expect(rowTime(at('2026-11-24T05:10:00'), now)).toBe('5 h');
    expect(rowTime(at('2026-11-23T23:10:00'), now)).toBe('23:10');
  });
});

describe('heads of days', () => {
  test.each([
    ['2026-11-24T00:01:00', 'Today'],
    ['2026-11-23T23:59:00', 'Yesterday'],
    ['2026-11-22T12:00:00', 'Sunday'],
    ['2026-11-18T12:00:00', 'Wednesday'],
    ['2026-11-17T12:00:00', '17 November'],
    ['2025-12-31T12:00:00', '31 December 2025'],
  ])('%s stands under %s', (when, head) => {
    expect(dayHead(at(when), now)).toBe(head);
  });

  test('a day of 23 hours is still one day', () => {
    // The clocks of most of Europe go forward on this night; elsewhere the day is simply whole.
    expect(dayHead(at('2026-03-28T12:00:00'), at('2026-03-29T12:00:00'))).toBe('Yesterday');
  });
});

test('September is three letters like the other months', () => {
  expect(shortDate(at('2026-09-03T12:00:00'), now)).toBe('3 Sep');
});

test('a time of another day says which', () => {
  expect(timeAndDay(at('2026-11-24T08:12:00'), now)).toBe('08:12');
  expect(timeAndDay(at('2026-11-23T23:10:00'), now)).toBe('23:10 yesterday');
  expect(timeAndDay(at('2026-11-22T21:40:00'), now)).toBe('21:40 on Sunday');
  expect(timeAndDay(at('2026-11-12T21:40:00'), now)).toBe('21:40 on 12 November');
});

test('a byline names the weekday, the date and the time, and the year when it is another', () => {
  expect(bylineDate(at('2026-11-24T03:10:00'), now)).toBe('Tuesday 24 November, 03:10');
  expect(bylineDate(at('2025-11-24T03:10:00'), now)).toBe('Monday 24 November 2025, 03:10');
  expect(clockTime(at('2026-11-24T08:12:00'))).toBe('08:12');
});

test.each([
  [185, '3:05'],
  [3727, '1:02:07'],
  [0, '0:00'],
])('%i seconds of sound are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
