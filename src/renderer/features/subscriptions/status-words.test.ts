import { expect, test } from 'vitest';
import { causeOf } from '../../app/feed-causes.ts';
import { slowWords, statusOf, statusRank } from './status-words.ts';

test('a feed that failed once is shown as a warning, not as an error', () => {
  expect(statusOf({ health: 'ok', trouble: 'Gone.', slowMs: null }, 'feed_not_found')).toEqual({
    kind: 'warn',
    label: 'Not found',
    icon: 'warn',
  });
});

test('a paused feed is paused, whatever its last check brought', () => {
  expect(statusOf({ health: 'paused', trouble: 'Gone.', slowMs: null }, 'feed_not_found').label).toBe('Paused');
});

test('a trouble without a known cause is still a trouble, and can be tried again', () => {
  expect(statusOf({ health: 'error', trouble: 'Something.', slowMs: null }, undefined).label).toBe('In trouble');
  expect(causeOf(null).remedy).toBe('try');
});

test('each trouble has the remedy that helps', () => {
  expect(causeOf('needs_login').remedy).toBe('addLogin');
  expect(causeOf('web_page_not_feed').remedy).toBe('findFeed');
  expect(causeOf('private_address').remedy).toBe('allowPrivate');
});

test('a feed that works and answers late is slow, in seconds', () => {
  expect(statusOf({ health: 'ok', trouble: null, slowMs: 19_240 }, null)).toEqual({
    kind: 'warn',
    label: 'Slow',
    icon: 'warn',
  });
  expect(slowWords(19_240)).toBe('Answers after 19 seconds');
});

test('errors come before warnings, warnings before silence, and the healthy last', () => {
  const ranks = [
    statusRank({ health: 'error', trouble: 'x', slowMs: null }),
    statusRank({ health: 'ok', trouble: 'x', slowMs: null }),
    statusRank({ health: 'silent', trouble: null, slowMs: null }),
    statusRank({ health: 'ok', trouble: null, slowMs: null }),
  ];
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(4);
});
