import { expect, test } from 'vitest';
import { feedAddress } from './feed-address.ts';

test.each([
  ['feed://courier.example/rss.xml', 'http://courier.example/rss.xml'],
  ['feed:https://courier.example/rss.xml', 'https://courier.example/rss.xml'],
  ['FEED:http://courier.example/a b', 'http://courier.example/a b'],
])('the link %s asks for the feed at %s', (link, address) => {
  expect(feedAddress(['.', '--sample', link])).toBe(address);
});

test.each(['feed:', 'feed://', 'feed:javascript:alert(1)', 'feed:file:///etc/passwd', 'feed:/etc/passwd', '--feed:x'])(
  '%s asks for nothing',
  (link) => {
    expect(feedAddress([link])).toBeUndefined();
  },
);
