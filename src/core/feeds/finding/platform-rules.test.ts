import { describe, expect, it } from 'vitest';
import { platformCandidates, podcastLookup } from './platform-rules.ts';
import { typedAddresses } from './typed-address.ts';

const channel = 'UCabcdefghijklmnopqrstuv';

describe('feeds known by rule', () => {
  it.each([
    [
      `https://www.youtube.com/channel/${channel}/videos`,
      [
        `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
        'https://www.youtube.com/feeds/videos.xml?playlist_id=UULFabcdefghijklmnopqrstuv',
      ],
    ],
    ['https://www.youtube.com/playlist?list=PLx_y-1', ['https://www.youtube.com/feeds/videos.xml?playlist_id=PLx_y-1']],
    ['https://old.reddit.com/r/news/top/?t=week', ['https://www.reddit.com/r/news/top/.rss?t=week']],
    ['https://www.reddit.com/u/someone', ['https://www.reddit.com/user/someone/.rss']],
    ['https://www.reddit.com/r/news/.rss', []],
    ['https://mastodon.example/@kim', ['https://mastodon.example/@kim.rss']],
    ['https://mastodon.example/tags/harbour', ['https://mastodon.example/tags/harbour.rss']],
    ['https://bsky.app/profile/kim.example', ['https://bsky.app/profile/kim.example/rss']],
    ['https://harbour.substack.com/p/the-wall', ['https://harbour.substack.com/feed']],
    ['https://medium.com/@kim/the-wall-123', ['https://medium.com/feed/@kim']],
    ['https://medium.com/feed/@kim', []],
    [
      'https://github.com/eastbank/wall',
      [
        'https://github.com/eastbank/wall/releases.atom',
        'https://github.com/eastbank/wall/commits.atom',
        'https://github.com/eastbank/wall/tags.atom',
      ],
    ],
    [
      'https://github.com/eastbank/wall/tags',
      [
        'https://github.com/eastbank/wall/tags.atom',
        'https://github.com/eastbank/wall/releases.atom',
        'https://github.com/eastbank/wall/commits.atom',
      ],
    ],
    ['https://github.com/eastbank/wall/releases.atom', []],
    ['https://github.com/eastbank', ['https://github.com/eastbank.atom']],
    ['https://harbour.blogspot.com/2026/01/wall.html', ['https://harbour.blogspot.com/feeds/posts/default']],
    ['https://harbour.tumblr.com/', ['https://harbour.tumblr.com/rss']],
    ['https://harbour.wordpress.com/about/', ['https://harbour.wordpress.com/feed/']],
    ['https://harbour.ghost.io/', ['https://harbour.ghost.io/rss/']],
    ['https://news.ycombinator.com/', ['https://news.ycombinator.com/rss']],
    ['https://vimeo.com/eastbank', ['https://vimeo.com/eastbank/videos/rss']],
    ['https://vimeo.com/123456', []],
    ['https://paper.example/news/wall', []],
    [
      'https://www.reddit.com/r/news/comments/1abc2/a_title/',
      ['https://www.reddit.com/r/news/comments/1abc2/a_title/.rss'],
    ],
    ['https://www.reddit.com/domain/paper.example/', ['https://www.reddit.com/domain/paper.example/.rss']],
    ['https://www.reddit.com/r/news/search/?q=wall', ['https://www.reddit.com/r/news/search.rss?q=wall']],
    ['https://mastodon.example/@kim/112233445566778899', ['https://mastodon.example/@kim.rss']],
    ['https://open.substack.com/pub/harbour/p/the-wall', ['https://harbour.substack.com/feed']],
    ['https://stackoverflow.com/questions/123/how-to', ['https://stackoverflow.com/feeds/question/123']],
    ['https://pinboard.in/u:kim/t:wall', ['https://feeds.pinboard.in/rss/u:kim/t:wall']],
    ['https://gist.github.com/kim', ['https://gist.github.com/kim.atom']],
  ])('%s', (address, feeds) => {
    expect(platformCandidates(address).map(({ url }) => url)).toEqual(feeds);
  });

  it("Apple's page of a podcast is asked about by its number", () => {
    expect(podcastLookup('https://podcasts.apple.com/gb/podcast/harbour-hour/id123456?i=7')).toBe(
      'https://itunes.apple.com/lookup?entity=podcast&id=123456',
    );
    expect(podcastLookup('https://paper.example/id123456')).toBeUndefined();
  });
});

describe('what a person types', () => {
  it.each([
    ['  example.org ', ['https://example.org/', 'http://example.org/']],
    ['"https://example.org/feed",'.slice(0, -1), ['https://example.org/feed']],
    ['feed://example.org/rss', ['http://example.org/rss', 'https://example.org/rss']],
    ['feed:https://example.org/rss', ['https://example.org/rss']],
    ['@kim@mastodon.example', ['https://mastodon.example/@kim']],
    ['@kim.example', ['https://bsky.app/profile/kim.example']],
    ['münchen.example/zeitung', ['https://xn--mnchen-3ya.example/zeitung', 'http://xn--mnchen-3ya.example/zeitung']],
    ['localhost:8080/feed.xml', ['https://localhost:8080/feed.xml', 'http://localhost:8080/feed.xml']],
    ['harbour news', []],
    ['kim@example.org', []],
    ['javascript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['', []],
  ])('%j', (typed, addresses) => {
    expect(typedAddresses(typed)).toEqual(addresses);
  });
});
