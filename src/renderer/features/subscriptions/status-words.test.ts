import { expect, test } from 'vitest';
import { causeOf } from '../../app/feed-causes.ts';
import { statusOf, statusRank } from './status-words.ts';

test('a feed that failed once is shown as a warning, not as an error', () => {
  expect(statusOf({ health: 'ok', trouble: 'Gone.' }, 'feed_not_found')).toEqual({
    kind: 'warn',
    label: 'Not found',
    icon: 'warn',
  });
});

test('a paused feed is paused, whatever its last check brought', () => {
  expect(statusOf({ health: 'paused', trouble: 'Gone.' }, 'feed_not_found').label).toBe('Paused');
});

test('a trouble without a known cause is still a trouble, and can be tried again', () => {
  expect(statusOf({ health: 'error', trouble: 'Something.' }, undefined).label).toBe('In trouble');
  expect(causeOf(null).remedy).toBe('try');
});

test('each trouble has the remedy that helps', () => {
  expect(causeOf('needs_login').remedy).toBe('addLogin');
  expect(causeOf('web_page_not_feed').remedy).toBe('findFeed');
  expect(causeOf('private_address').remedy).toBe('allowPrivate');
});

test('errors come before warnings, warnings before silence, and the healthy last', () => {
  const ranks = [
    statusRank({ health: 'error', trouble: 'x' }),
    statusRank({ health: 'ok', trouble: 'x' }),
    statusRank({ health: 'silent', trouble: null }),
    statusRank({ health: 'ok', trouble: null }),
  ];
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(4);
});
