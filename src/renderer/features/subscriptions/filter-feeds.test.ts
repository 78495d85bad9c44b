import { expect, test } from 'vitest';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { countFeeds, type FeedFilter, type FeedOrder, feedsShown } from './filter-feeds.ts';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 24, 9);

function feed(title: string, about: Partial<Omit<FeedSummary, 'id'>> = {}): FeedSummary {
  return {
    id: 1 as FeedSummary['id'],
    url: `https://${title.toLowerCase().replaceAll(' ', '-')}.example/feed.xml`,
    title,
    feedTitle: title,
    siteUrl: null,
    host: 'a.example',
    folderId: null,
    position: 0,
    unread: 0,
    total: 0,
    health: 'ok',
    trouble: null,
    failures: 0,
    code: null,
    hasLogin: false,
    loginHeldFor: null,
    iconUrl: null,
    language: null,
    section: null,
    lastCheckedAt: now,
    lastSuccessAt: now,
    lastChangedAt: null,
    nextCheckAt: now + dayMs,
    lastArticleAt: now,
    addedAt: now - 100 * dayMs,
    perWeek: 1,
    slowMs: null,
    sizeBytes: 0,
    settings: {
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
    },
    ...about,
  };
}

const feeds = [
  feed('Loopback', { perWeek: 2 }),
  feed('Eastbank Record', { health: 'error', trouble: 'Not found.', failures: 6, perWeek: 31 }),
  feed('Small Kitchen', { health: 'paused', trouble: 'Not found.', failures: 1, perWeek: 0 }),
  feed('Canal Quarter', { health: 'ok', trouble: 'Too slow.', failures: 1 }),
  feed('Type & Margin', { health: 'silent' }),
  feed('Fresh Ink', { health: 'new', addedAt: now - 1000 }),
  feed('Yesterday’s Find', { addedAt: now - dayMs }),
];

function titles(filter: FeedFilter, words = '', order: FeedOrder = { column: 'title', direction: 'ascending' }) {
  const folderName = ({ title }: FeedSummary) => (title === 'Loopback' ? 'Technology' : 'World');
  return feedsShown(feeds, { filter, words, order, folderName, now }).map(({ title }) => title);
}

test('a feed whose last check failed needs attention, unless it is paused', () => {
  expect(titles('failing')).toEqual(['Canal Quarter', 'Eastbank Record']);
});

test('a slow feed needs attention, and stands after the failing ones', () => {
  const slow = feed('Slow Post', { slowMs: 19_000 });
  const order: FeedOrder = { column: 'status', direction: 'descending' };
  const list = (filter: FeedFilter) =>
    feedsShown([...feeds, slow], { filter, words: '', order, folderName: () => '', now }).map(({ title }) => title);
  expect(list('failing')).toEqual(['Eastbank Record', 'Canal Quarter', 'Slow Post']);
  expect(list('healthy')).not.toContain('Slow Post');
});

test('a silent feed is healthy, and is listed as silent too', () => {
  expect(titles('healthy')).toContain('Type & Margin');
  expect(titles('silent')).toEqual(['Type & Margin']);
});

test('a feed is new in its first week, fetched or not', () => {
  expect(titles('new')).toEqual(['Fresh Ink', 'Yesterday’s Find']);
});

test('the counts on the filters are those of the lists behind them', () => {
  const counts = countFeeds(feeds, now);
  for (const filter of ['all', 'healthy', 'failing', 'paused', 'silent', 'new'] as const) {
    expect(counts[filter], filter).toBe(titles(filter).length);
  }
});

test('words are looked for in the name, the address and the folder, all of them', () => {
  expect(titles('all', 'technology')).toEqual(['Loopback']);
  expect(titles('all', 'EASTBANK feed.xml')).toEqual(['Eastbank Record']);
  expect(titles('all', 'eastbank technology')).toEqual([]);
});

test('the worst feed stands first when the table is sorted by status, down', () => {
  const sorted = titles('all', '', { column: 'status', direction: 'descending' });
  expect(sorted.slice(0, 2)).toEqual(['Eastbank Record', 'Canal Quarter']);
  expect(sorted.at(-1)).toBe('Yesterday’s Find');
});

test('feeds that are equal in a column keep the order of their names in both directions', () => {
  const down = titles('healthy', '', { column: 'total', direction: 'descending' });
  const up = titles('healthy', '', { column: 'total', direction: 'ascending' });
  expect(down).toEqual(['Loopback', 'Type & Margin', 'Yesterday’s Find']);
  expect(up).toEqual(down);
});

test('feeds that write most stand first when sorted by volume, down', () => {
  expect(titles('all', '', { column: 'volume', direction: 'descending' }).slice(0, 2)).toEqual([
    'Eastbank Record',
    'Loopback',
  ]);
});
