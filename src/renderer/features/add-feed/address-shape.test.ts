import { expect, test } from 'vitest';
import { hostIn, isWords, loginApart, looksWhole } from './address-shape.ts';

test.each([
  'eastbank-record.example',
  'www.eastbank-record.example/news?page=2',
  'https://eastbank-record.example/feed.xml',
  'feed://eastbank-record.example/feed.xml',
  'http://anna:key@127.0.0.1:8080/feed',
  'http://127.0.0.1:8080/feed',
  'http://localhost:8080/feed',
  'http://[::1]:8080/feed',
  'küstenblatt.example',
  '@harbour@social.example',
  '  eastbank-record.example  ',
])('%s is looked up while it is typed', (address) => {
  expect(looksWhole(address)).toBe(true);
});

test.each(['', 'eastbank', 'eastbank-record.', 'https://', 'https://eastbank', 'two words.example', 'http://x', '3.5'])(
  '“%s” waits for the rest or for Enter',
  (address) => {
    expect(looksWhole(address)).toBe(false);
  },
);

test('an address is known by its host, with or without its scheme', () => {
  expect(hostIn('https://eastbank-record.example/feed.xml')).toBe('eastbank-record.example');
  expect(hostIn('eastbank-record.example/news')).toBe('eastbank-record.example');
  expect(hostIn('no address')).toBe('no address');
});

test('a login in an address is taken out of it', () => {
  expect(loginApart('https://anna:k%40y@paid.example/feed?a=1')).toEqual({
    address: 'https://paid.example/feed?a=1',
    credentials: { kind: 'basic', username: 'anna', password: 'k@y' },
  });
  expect(loginApart('https://paid.example/@anna')).toEqual({ address: 'https://paid.example/@anna' });
  expect(loginApart('@anna@paid.example')).toEqual({ address: '@anna@paid.example' });
});

test('words are told from an address that is still being typed', () => {
  expect(['harbour', 'The Guardian', 'Node.js Blog', 'küste'].every(isWords)).toBe(true);
  expect(['h', '', 'eastbank.', 'https://a b', '@anna', 'localhost:8080'].some(isWords)).toBe(false);
});
