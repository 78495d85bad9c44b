import { expect, test } from 'vitest';
import { dayAndTime, momentOf, numberWord } from './words.ts';

const now = new Date(2026, 10, 24, 9, 0).getTime();
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test('a moment is told by the clock today, by its day in the last week and by its date before', () => {
  expect(momentOf(at(24, 7, 30), now)).toBe('07:30');
  expect(momentOf(at(23, 21, 40), now)).toBe('Mon 21:40');
  expect(momentOf(at(12, 8), now)).toBe('12 Nov');
  expect(momentOf(new Date(2026, 8, 12, 8).getTime(), now)).toBe('12 Sep');
  expect(momentOf(new Date(2025, 10, 12, 8).getTime(), now)).toBe('12 Nov 2025');
});

test('a sentence names the day of a past moment and the date of one to come', () => {
  expect(dayAndTime(at(24, 7, 30), now)).toBe('today at 07:30');
  expect(dayAndTime(at(23, 21, 40), now)).toBe('yesterday at 21:40');
  expect(dayAndTime(at(21, 21, 40), now)).toBe('Saturday 21:40');
  expect(dayAndTime(new Date(2026, 11, 1, 9).getTime(), now)).toBe('Tue 1 Dec, 09:00');
});

test('a sentence begins with a number in words, larger ones in digits', () => {
  expect([2, 9, 12].map(numberWord)).toEqual(['Two', 'Nine', '12']);
});
