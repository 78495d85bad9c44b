import { expect, test } from 'vitest';
import type { RefreshState } from '../contract/refresh.ts';
import { findIn, newsOfRound } from './round-news.ts';

const running: RefreshState = { running: true, done: 1, total: 3, newArticles: 0, failed: 0, offline: false };

test('a round that ends with new articles is told once', () => {
  const ended = { ...running, running: false, newArticles: 1234 };
  expect(newsOfRound(running, ended)?.title).toBe('1,234 new articles');
  expect(newsOfRound(ended, ended)).toBeUndefined();
});

test('one new article is one', () => {
  expect(newsOfRound(running, { ...running, running: false, newArticles: 1 })?.title).toBe('1 new article');
});

test('a round in progress, or one without news, is not told', () => {
  expect(newsOfRound(running, { ...running, newArticles: 5 })).toBeUndefined();
  expect(newsOfRound(running, { ...running, running: false })).toBeUndefined();
  expect(newsOfRound(undefined, { ...running, running: false, newArticles: 5 })).toBeUndefined();
});

test('a find is told by the name of what found it, and leads to its view', () => {
  expect(findIn({ type: 'saved-search-found', id: 3, name: 'Ports', added: 1 })).toEqual({
    title: 'Ports',
    body: '1 new article',
    view: 'search:3',
  });
  expect(findIn({ type: 'feed-found', id: 7 as never, name: 'Courier', added: 1200 })).toEqual({
    title: 'Courier',
    body: '1,200 new articles',
    view: 'feed:7',
  });
  expect(findIn({ type: 'stories-changed' })).toBeUndefined();
});
