import { expect, test } from 'vitest';
import { mayGoTo, splitLogin, withoutLogins } from './logins.ts';

test.each([
  ['https://a.example', 'https://a.example/feed', true],
  ['https://a.example:8443', 'https://a.example:8443/feed', true],
  ['http://a.example', 'https://a.example/feed', true],
  ['https://a.example', 'http://a.example/feed', false],
  ['https://a.example', 'https://a.example:8443/feed', false],
  ['http://a.example:8080', 'https://a.example/feed', false],
  ['http://a.example:8080', 'https://a.example:8080/feed', false],
  ['https://a.example', 'https://www.a.example/feed', false],
  ['https://a.example', 'https://a.example.evil.example/feed', false],
  ['https://a.example', 'https://a.example@evil.example/feed', false],
  ['', 'https://a.example/feed', false],
])('what was given for %s may go to %s: %s', (origin, url, may) => {
  expect(mayGoTo(origin, new URL(url))).toBe(may);
});

test('a login is taken out of an address, and nothing else of it', () => {
  expect(splitLogin(' https://anna:p%40ss@a.example:8443/f?x=1#y ')).toEqual({
    address: 'https://a.example:8443/f?x=1#y',
    login: { origin: 'https://a.example:8443', credentials: { kind: 'basic', username: 'anna', password: 'p@ss' } },
  });
  expect(splitLogin('https://100%:50%@a.example/').login?.credentials).toMatchObject({
    username: '100%',
    password: '50%',
  });
  for (const plain of [
    'https://a.example/@anna/feed',
    'https://a.example/?mail=a@b.example',
    'mailto:anna@a.example',
    'two words',
  ])
    expect(splitLogin(plain)).toEqual({ address: plain });
});

test.each([
  [
    'See https://anna:pw@a.example/f, or write to anna@a.example.',
    'See https://a.example/f, or write to anna@a.example.',
  ],
  ['https://anna:p@w@a.example', 'https://a.example'],
  [String.raw`{"at":"https:\/\/anna:pw@a.example\/f"}`, String.raw`{"at":"https:\/\/a.example\/f"}`],
  ['ftp://anna:pw@a.example and http://b.example/@carla', 'ftp://a.example and http://b.example/@carla'],
])('text loses the logins of its addresses: %s', (text, bare) => {
  expect(withoutLogins(text)).toBe(bare);
});

test('time grows with the length alone', () => {
  const start = performance.now();
  for (const part of ['://', '://a', ':/', '://\\', 'a:']) withoutLogins(`@${part.repeat(200_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
