/** Texts made to cost the square of their length: each of these would take minutes, and its test its time. */
import { expect, it } from 'vitest';
import { webPageFailure } from '../diary/web-page-failure.ts';
import { identifyArticles } from '../identity/article-identity.ts';
import { parseFeed } from './parse-feed.ts';

const many = (piece: string): string => piece.repeat(200_000);
const rss = (inside: string): string => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;

async function read(text: string): Promise<string> {
  const feed = await parseFeed(Buffer.from(text), { url: 'https://a.example/', now: 0 });
  if (feed.ok) identifyArticles(feed.value.articles);
  return feed.ok ? 'ok' : feed.error.code;
}

it.each([
  ['comments that are never closed before the feed', `${many('<!--')}${rss('')}`, 'not_a_feed'],
  ['a page full of half a root', `<html>${many('<rss ')}`, 'web_page_not_feed'],
  ['tags that never end in a text', atom(`<content type="text">${many('&lt;p ')}</content>`), 'ok'],
  ['an address of slashes', rss(`<item><link>https://a.example/${many('/')}x</link></item>`), 'ok'],
  ['a guid of slashes', rss(`<item><guid>https://a.example/${many('/')}x</guid></item>`), 'ok'],
  ['a name of spaces', rss(`<item><author>a${many(' ')}b</author></item>`), 'ok'],
  ['a category of spaces', rss(`<item><category>a${many(' ')}b</category></item>`), 'ok'],
  ['a title of open brackets', rss(`<item><title>${many('&lt;a ')}</title></item>`), 'ok'],
  ['ampersands', rss(`<item><title>${many('&')}</title></item>`), 'ok'],
  ['tags without end', rss(`<item><description>${many('<b>')}</description></item>`), 'ok'],
  ['ends without tags', rss(`<item><description>${many('</b>')}</description></item>`), 'ok'],
  ['sections within sections', rss(`<item><description>${many('<![CDATA[')}</description></item>`), 'ok'],
  ['quotes', rss(`<item><description>${many('&lt;a href=&quot;')}</description></item>`), 'ok'],
  ['a length of commas', rss(`<item><itunes:duration>${many(',')}x</itunes:duration></item>`), 'ok'],
  ['commas of JSON', `{"items":[${many(',')}`, 'malformed_feed'],
  ['brackets of JSON', many('['), 'malformed_feed'],
])('%s', async (_what, text, outcome) => {
  expect(await read(text)).toBe(outcome);
});

function atom(inside: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>${inside}</entry></feed>`;
}

it.each([
  ['fields of a form that never end', '<html><body>', '<input '],
  ['titles that never end', '<html><body><input type="password">', '<title '],
])('a page of %s', (_what, start, piece) => {
  const bytes = Buffer.from(start + many(piece));
  expect(webPageFailure({ bytes, headers: {}, finalUrl: 'https://a.example/' })?.code).toBe('web_page_not_feed');
});
