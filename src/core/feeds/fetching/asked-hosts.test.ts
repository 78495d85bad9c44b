import { expect, test } from 'vitest';
import { answeringHost, askedHosts } from './asked-hosts.ts';

test('a feed that answers itself asks one host', () => {
  const url = new URL('https://press.example/feed');
  expect(askedHosts(url, undefined)).toEqual({ host: 'press.example', alsoAsks: [] });
  expect(askedHosts(url, 'press.example')).toEqual({ host: 'press.example', alsoAsks: [] });
});

test('a feed that leads on waits for the host that answers, and asks its own on the way', () => {
  const url = new URL('https://feeds.press.example/news');
  expect(askedHosts(url, 'big.example')).toEqual({ host: 'big.example', alsoAsks: ['feeds.press.example'] });
});

test('the host that answers is remembered where it is another one, under the name that it queues by', () => {
  expect(answeringHost('http://a.example/feed', 'https://a.example/new')).toBeUndefined();
  expect(answeringHost('https://a.example/feed', 'https://b.example:8443/feed')).toBe('b.example');
  expect(answeringHost('https://a.example/feed', 'https://old.reddit.com/.rss')).toBe('reddit.com');
  expect(answeringHost('https://a.example/feed', 'nonsense')).toBeUndefined();
});
