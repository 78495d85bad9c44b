import { serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import { prepareFeed } from './prepare-feed.ts';

// A minute: BROADSHEET_FUZZ=long; another seed looks elsewhere.
const cases = process.env.BROADSHEET_FUZZ === 'long' ? 20_000 : 500;
const seed = Number(process.env.BROADSHEET_FUZZ_SEED ?? 20_260_504);
const slowestMs = 1_000;

/** Pieces of markup, good, bad and hostile, that a body may be put together from. */
const pieces = [
  ...[
    '<p>',
    '</p>',
    '<div ',
    '<br/>',
    '<table><tr><td>',
    '</table>',
    '<ul><li>',
    '<a href="',
    '">',
    "<a href='",
    '</a>',
  ],
  ...[
    '<img src="/a.jpg" width=9 height="',
    '<img srcset="a 1x, b 2x',
    '<iframe src="https://www.youtube.com/embed/abcdefg">',
  ],
  ...['<script>', '</script>', '<style>', '<svg><', '<math><mi>', '<!--', '-->', '<![CDATA[', ']]>', '<p'.repeat(200)],
  ...['&', '&amp;', '&#0;', '&#x110000;', '&nbsp', '\u0000', '\ud800', '\u202e', '\u00a0', ' '.repeat(500), '\n\n\t'],
  ...[
    'javascript:',
    'data:text/html,',
    'http://[',
    'https://a.example/?utm_source=x&y=1#z',
    '//',
    '"',
    "'",
    '<',
    '>',
    '=',
  ],
  ...['読売', '한국어', 'слово', 'a word or two. ', 'W'.repeat(300), '©', 'Photo: A. Person', '<figure><figcaption>'],
  ...['<div>'.repeat(120), '</div>'.repeat(120), '<a>'.repeat(90), 'x<b>'.repeat(60)],
];
const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join(''));
const field = (name: string) => markup.map((text) => `<${name}>${escaped(text)}</${name}>`);
const article = fc
  .tuple(
    field('title'),
    field('description'),
    field('content:encoded'),
    field('link'),
    field('author'),
    field('category'),
  )
  .map((fields) => `<item>${fields.join('')}</item>`);
const feed = fc
  .array(article, { minLength: 1, maxLength: 4 })
  .map((articles) => `<rss version="2.0"><channel><title>Any</title>${articles.join('')}</channel></rss>`);

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\0\ud800]/g, '');
}

it(`what ${cases} feeds of any markup become is inert, does not grow, and takes no second`, async () => {
  const property = fc.asyncProperty(feed, async (xml) => {
    const before = process.threadCpuUsage();
    const parsed = await parseFeed(Buffer.from(xml), { url: 'https://harbour.example/feed', now: 0 });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const prepared = prepareFeed(parsed.value, {
      url: 'https://harbour.example/feed',
      siteUrl: undefined,
      folder: null,
      section: null,
      language: undefined,
    });
    // The processor's time: a busy machine is no hang.
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(slowestMs);
    // An address in every one of its places grows by the feed's own; nothing else does.
    expect(serialize(prepared).length).toBeLessThan(20_000 + xml.length * 40);
    for (const { html } of prepared) {
      expect(html).not.toMatch(/<(?:script|style|iframe|object|svg|form|base|meta|link)[\s>/]/i);
      expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|srcdoc)\s*=/i);
      expect(html).not.toMatch(/<[^>]*\s(?:href|src|cite|poster)="\s*(?:javascript|data|vbscript|file):/i);
    }
  });
  await fc.assert(property, { numRuns: cases, seed });
}, 3_600_000);
