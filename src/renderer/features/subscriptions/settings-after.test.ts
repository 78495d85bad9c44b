import { expect, test } from 'vitest';
import type { FeedSettings } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import { settingsAfter } from './settings-after.ts';

const plain: FeedSettings = {
  paused: false,
  intervalMinutes: null,
  fullText: 'usual',
  hideFromToday: false,
  notify: false,
  ownStories: false,
  direction: 'auto',
  keepDays: null,
  keepCount: null,
  keepMegabytes: null,
  dailyCap: null,
};
const feeds = [
  { id: 1 as FeedId, settings: plain },
  { id: 2 as FeedId, settings: { ...plain, dailyCap: 5 } },
  { id: 3 as FeedId, settings: plain },
];
const ids = feeds.map(({ id }) => id);

test('a change to many feeds leaves what each was set to otherwise', () => {
  expect(settingsAfter(feeds, ids, { paused: true })).toEqual([
    { ids: [1, 3], settings: { ...plain, paused: true } },
    { ids: [2], settings: { ...plain, paused: true, dailyCap: 5 } },
  ]);
});

test('feeds that were not named are left alone', () => {
  expect(settingsAfter(feeds, [3 as FeedId], { fullText: 'always' })).toEqual([
    { ids: [3], settings: { ...plain, fullText: 'always' } },
  ]);
});
