import { expect, test } from 'vitest';
import { beginsWith, dateLine, lowerFirst, readingTime, sourcesHave } from './words.ts';

test('the date line names the day without a comma or a year', () => {
  expect(dateLine(new Date(2026, 10, 24, 8).getTime())).toBe('Tuesday 24 November');
});

test('a number at the beginning of a sentence is a word up to nine', () => {
  expect([1, 9, 10, 1204].map(beginsWith)).toEqual(['One', 'Nine', '10', '1,204']);
});

test('a pile is told in minutes below an hour and in whole hours above', () => {
  expect([0, 0.5, 1, 51.6].map(readingTime)).toEqual([
    '1 minute of reading',
    '30 minutes of reading',
    '1 hour of reading',
    '52 hours of reading',
  ]);
});

test('a sentence goes on in lower case after a dot', () => {
  expect(lowerFirst('First article in 23 days')).toBe('first article in 23 days');
});

test('how many sources have a story is a word up to nine', () => {
  expect([1, 9, 12].map(sourcesHave)).toEqual([
    'One of your sources has this',
    'Nine of your sources have this',
    '12 of your sources have this',
  ]);
});
