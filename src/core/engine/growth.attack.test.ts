/**
 * Each kind of input that comes from outside is grown from 1 KB to 1 MB, in the shapes that cost parsers most, and has to
 * cost no more than its length: four times the length at most 1.3 times four times the work. Processor time of this thread;
 * what looks like more is measured twice more, by medians of three, before it counts.
 */
import { describe, expect, it } from 'vitest';
import { storyTerms } from '../curation/story-terms.ts';
import { cacheMaxAgeMs, retryAfterMs } from '../feeds/fetching/response-headers.ts';
import { feedCandidates } from '../feeds/finding/discover-feeds-in-page.ts';
import { iconCandidates } from '../feeds/finding/favicon.ts';
import { platformCandidates } from '../feeds/finding/platform-rules.ts';
import { typedAddresses } from '../feeds/finding/typed-address.ts';
import { canonicalAddress } from '../feeds/identity/canonical-address.ts';
import { parseFeed } from '../feeds/parsing/parse-feed.ts';
import { parseOpml } from '../opml/parse-opml.ts';
import { decodePage } from '../reading/decode-page.ts';
import { detectLanguage } from '../reading/detect-language.ts';
import { extractArticle } from '../reading/extract-article.ts';
import { compareStates } from '../reading/revisions.ts';
import { sniffMedia } from '../reading/sniff-media.ts';
import { completionPlace } from '../search/completion-place.ts';
import { parseQuery } from '../search/parse-query.ts';
import { segmentText } from '../search/segment-text.ts';
import { archivePrepareTask } from './archive/archive-task.ts';
import { prepareFeed } from './fetching/prepare-feed.ts';

type Work = (size: number) => () => unknown;

const url = 'https://a.example/';
const KiB = 1024;
const allowedGrowth = 1.3;
const floorMs = 60; // below it a collection of garbage counts for more than the work

/** So many characters of a piece again and again. */
const many = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

async function cpuMs(work: () => unknown): Promise<number> {
  const { user, system } = process.threadCpuUsage();
  await work();
  const after = process.threadCpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

async function medianMs(work: () => unknown): Promise<number> {
  const times = [await cpuMs(work), await cpuMs(work), await cpuMs(work)];
  return times.toSorted((a, b) => a - b)[1] ?? 0;
}

async function growsNoFaster(work: Work, small: number): Promise<boolean> {
  const [short, long] = [work(small), work(4 * small)];
  for (const measure of [cpuMs, medianMs, medianMs]) {
    const least = await measure(short);
    if ((await measure(long)) <= least * 4 * allowedGrowth + floorMs) return true;
  }
  return false;
}

async function costsItsLength(work: Work): Promise<void> {
  await work(KiB)();
  for (const small of [16 * KiB, 64 * KiB, 256 * KiB]) {
    expect(await growsNoFaster(work, small), `from ${small / KiB} to ${(4 * small) / KiB} KiB`).toBe(true);
  }
}

const feedOf = (text: string, contentType?: string) => async (): Promise<void> => {
  const parsed = await parseFeed(Buffer.from(text), { url, now: 0, ...(contentType !== undefined && { contentType }) });
  if (!parsed.ok) return;
  prepareFeed(parsed.value, { url, siteUrl: undefined, folder: null, section: null, language: undefined });
};
const rss = (inside: string): string => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const item = (inside: string) => feedOf(rss(`<item><title>T</title><guid>1</guid>${inside}</item>`));
const body = (html: string) => item(`<description><![CDATA[${html}]]></description>`);
const page = (head: string, inside: string) => () =>
  extractArticle(`<html><head>${head}</head><body>${inside}</body></html>`, { url });

const feeds: Readonly<Record<string, Work>> = {
  'an attribute': (size) => item(`<enclosure url="${many('a ', size)}"/>`),
  attributes: (size) => item(`<link ${many('a="b" ', size)}/>`),
  text: (size) => item(`<description>${many('word ', size)}</description>`),
  'no-break spaces in a paragraph': (size) => body(`<p>${many('\u00a0', size)}x</p>`),
  comments: (size) => feedOf(rss(many('<!---->', size))),
  'a comment without end': (size) => feedOf(rss(many('<!-- ', size))),
  'character data in sections': (size) => item(`<description>${many('<![CDATA[a]]>', size)}</description>`),
  entities: (size) => item(`<title>${many('&amp;', size)}</title>`),
  'entities that nobody declared': (size) => body(many('&abc;', size)),
  'elements in one another': (size) => feedOf(rss(many('<a>', size))),
  'elements of a body in one another': (size) => body(many('<div>', size)),
  'elements closed out of turn': (size) => body(many('<b>', size / 2) + many('</i>', size / 2)),
  'tables in tables': (size) => body(many('<table><tr><td>', size)),
  'half tags': (size) => body(many('<a "', size)),
  'frames without end': (size) => body(`<svg></svg>${many('<iframe ', size)}`),
  'a set of pictures': (size) => body(`<img src="a" srcset="${many('a 1x,', size)}">`),
  'sizes of a picture': (size) => body(`<img src="a" srcset="a 1x" sizes="${many('(a) 1px,', size)}">`),
  pictures: (size) => body(many('<figure><img src="lazy.gif"><figcaption>Photo: A', size)),
  'a style of nothing': (size) => body(`<img src="a" style="${many('width : ', size)}">`),
  'the name of a placeholder': (size) => body(`<img src="${many('lazy', size)}" data-src="b">`),
  'a date': (size) => item(`<pubDate>${many('1 Jan ', size)}</pubDate>`),
  dates: (size) => item(many('<pubDate>1 Jan 2020</pubDate>', size)),
  'an author': (size) => item(`<author>${many('a@b (', size)}</author>`),
  categories: (size) => item(many('<category>a</category>', size)),
  'a guid': (size) => item(`<guid>${url}${many('/', size)}x</guid>`),
  'a title': (size) => item(`<title>${many('Aa - ', size)}</title>`),
  articles: (size) => feedOf(rss(many('<item><title>T</title></item>', size))),
  'names of spaces': (size) => feedOf(rss(many('<a:b xmlns:a="c"/>', size))),
  'a JSON Feed': (size) =>
    feedOf(`{"version":"https://jsonfeed.org/version/1.1","items":[${many('{"id":"1"},', size)}{}]}`),
  'a JSON Feed of brackets': (size) =>
    feedOf(`{"version":"https://jsonfeed.org/version/1.1","items":${many('[', size)}`),
  'a charset in a header': (size) => feedOf(rss(''), `text/xml; charset=${many('\t', size)}`),
  'a charset in a declaration': (size) => feedOf(`<?xml encoding=${many('\t', size)}?>${rss('')}`),
};

const pages: Readonly<Record<string, Work>> = {
  'an author': (size) => page(`<meta name="author" content="${many(' ,', size)}x">`, '<p>x</p>'),
  'linked data': (size) => page(`<script type="application/ld+json">[${many('{"@type":"A"},', size)}{}]</script>`, 'x'),
  'linked data in brackets': (size) => page(`<script type="application/ld+json">${many('[', size)}</script>`, 'x'),
  'a title': (size) => page(`<title>${many(' - |', size)}</title>`, '<p>x</p>'),
  'unknown elements in one another': (size) => page('', many('<xyz>x', size)),
  'scripts without end': (size) => page('', many('<script>', size)),
  'links to feeds': (size) => () =>
    feedCandidates(many('<link rel=alternate type=application/rss+xml href=a>', size), url),
  'different links to feeds': (size) => () =>
    feedCandidates(
      Array.from({ length: size / 50 }, (_, n) => `<link rel=alternate type=application/rss+xml href=a${n}>`).join(''),
      url,
    ),
  icons: (size) => () =>
    iconCandidates(
      Array.from({ length: size / 40 }, (_, n) => `<link rel=icon sizes=${n}x${n} href=${n}>`).join(''),
      url,
    ),
  'sizes of an icon': (size) => () => iconCandidates(`<link rel=icon href=a sizes="${many('1', size)}">`, url),
  'a charset': (size) => () =>
    decodePage(Buffer.from(`<meta charset${many(' ', size)}`), `charset=${many('\t', size)}`),
};

const others: Readonly<Record<string, Work>> = {
  'the start of a picture': (size) => () => sniffMedia(Buffer.from(many('<!---->', size))),
  'a list of feeds': (size) => () => parseOpml(`<opml><body>${many('<outline text="a" xmlUrl="b.example/1"/>', size)}`),
  'a list of different feeds': (size) => () =>
    parseOpml(
      `<opml><body>${Array.from({ length: size / 40 }, (_, n) => `<outline xmlUrl="https://b.example/${n}"/>`).join('')}`,
    ),
  'folders in folders': (size) => () =>
    parseOpml(`<opml><body>${many('<outline text="a">', Math.min(size, 256 * KiB))}`),
  'a query': (size) => () => parseQuery(many('a:b,(', size), 0),
  'a query of quotation marks': (size) => () => parseQuery(many('"', size), 0),
  'a query that is typed': (size) => () => {
    const typed = `"${many('-aa::,', size)}`;
    completionPlace(typed, typed.length);
  },
  'a line of an archive': (size) => () =>
    archivePrepareTask({} as never, {
      lines: [JSON.stringify({ feedUrl: url, id: '1', title: many('a ', size), html: many('<b>', size) })],
      firstLine: 1,
    }),
  'an address': (size) => () => {
    canonicalAddress(`${url}${many('wtmc', size)}?${many('a&', size)}`);
    platformCandidates(`https://github.com/a/${many('a/', size)}`);
    typedAddresses(many(')', size));
  },
  'headers of an answer': (size) => () => {
    const headers = {
      'cache-control': many('max-age , ', size),
      'retry-after': many('1 ', size),
      expires: many(' ', size),
    };
    retryAfterMs(503, headers, 0);
    cacheMaxAgeMs(headers, 0);
  },
  'a text in no language': (size) => () => detectLanguage({ own: undefined, feed: undefined, text: many('xq ', size) }),
  'a text for the index': (size) => () => segmentText(many('東京a ', size)),
  'the words of a title': (size) => () => storyTerms({ title: many('Word ', size), lead: '', language: 'en' }),
  'two states of an article': (size) => () =>
    compareStates({ title: 'a', text: many('one two ', size) }, { title: 'a', text: many('two three ', size) }),
};

describe.each([
  ['a feed', feeds],
  ['a page', pages],
  ['something else from outside', others],
])('%s costs no more than its length, with', (_what, kinds) => {
  it.each(Object.entries(kinds))('%s', async (_name, work) => costsItsLength(work), 240_000);
});

it('what measures this would see the square of a length', async () => {
  const square: Work = (size) => () => {
    let sum = 0;
    for (let at = 0; at < (size / 64) ** 2; at += 1) sum += at & 7;
    return sum;
  };
  await expect(costsItsLength(square)).rejects.toThrow();
});
