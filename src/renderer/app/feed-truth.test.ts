import { expect, test } from 'vitest';
import { feedTruth } from './feed-truth.ts';

const now = Date.UTC(2026, 10, 24, 8, 40);
const lost = {
  title: 'Vale Gazette',
  host: 'vale.example',
  trouble: 'The host has nothing at this address. Look for the feed on its site again.',
  code: 'feed_not_found',
  total: 41,
  health: 'ok',
  lastSuccessAt: null,
} as const;

test('a feed says its failure from the first time on, with what is kept and the remedy beside it', () => {
  expect(feedTruth(lost, now)).toEqual({
    title: 'Vale Gazette no longer has this feed',
    text: 'Its 41 articles are kept. Nothing has been fetched from it yet.',
    remedy: 'findFeed',
  });
});

test('a cause without words of its own is said as it was found, without the remedy that is on the button', () => {
  const truth = feedTruth(
    { ...lost, code: 'server_error', trouble: 'The host is in trouble. It is tried again.' },
    now,
  );
  expect(truth?.title).toBe('Vale Gazette could not be fetched');
  expect(truth?.text).toMatch(/^The host is in trouble\. Its 41/);
});

test('a feed that answers, or is paused, says nothing', () => {
  expect(feedTruth({ ...lost, trouble: null }, now)).toBe(null);
  expect(feedTruth({ ...lost, health: 'paused' }, now)).toBe(null);
});
