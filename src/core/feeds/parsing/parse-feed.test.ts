import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';
import { articleAt, parseFixture, parseText } from './parse-fixture.ts';

async function failureOf(text: string | Buffer) {
  const result = await parseFeed(Buffer.from(text), { now: 0 });
  if (result.ok) throw new Error(`taken as the feed "${result.value.title}"`);
  return result.error;
}

describe('what is no feed is named', () => {
  it('nothing, or white space', async () => {
    expect(await failureOf('')).toMatchObject({ code: 'empty_answer' });
    expect(await failureOf(' \n\t ')).toMatchObject({ code: 'empty_answer' });
  });

  it('a web page', async () => {
    const page = readFileSync(new URL('./fixtures/gazette-web-page.html', import.meta.url));
    expect(await failureOf(page)).toMatchObject({ code: 'web_page_not_feed' });
    expect(await failureOf('<head><title>Moved</title></head><body>Gone</body>')).toMatchObject({
      code: 'web_page_not_feed',
    });
  });

  it('other XML, other JSON, other text', async () => {
    expect(await failureOf('<?xml version="1.0"?><note><to>You</to></note>')).toMatchObject({ code: 'not_a_feed' });
    expect(await failureOf('{"ferries": 2}')).toMatchObject({ code: 'not_a_feed' });
    expect(await failureOf('Come back later.')).toMatchObject({ code: 'not_a_feed' });
  });

  it('a list of subscriptions, which is not a web page though it has a body', async () => {
    const error = await failureOf(
      '<opml version="2.0"><head/><body><outline xmlUrl="https://a.example/"/></body></opml>',
    );
    expect(error).toMatchObject({ code: 'not_a_feed' });
    expect(error.message).toContain('OPML');
  });

  it('a feed that breaks off before it says anything, with the line', async () => {
    const error = await failureOf('<?xml version="1.0"?>\n<rss version="2.0">\n<channel>\n<ti');
    expect(error).toMatchObject({ code: 'malformed_feed', detail: { line: 4 } });
    expect(error.message).toContain('line 4');
  });

  it('JSON that cannot be mended, with the line', async () => {
    expect(await failureOf('{\n"version": jsonfeed')).toMatchObject({ code: 'malformed_feed', detail: { line: 2 } });
  });
});

it('a feed without articles is a feed', async () => {
  expect(await parseText('<rss version="2.0"><channel><title>Quiet</title></channel></rss>')).toMatchObject({
    title: 'Quiet',
    articles: [],
  });
});

it('a packed file is unpacked, also where no header says so', async () => {
  const result = await parseFeed(gzipSync('<rss><channel><title>Packed</title></channel></rss>'), { now: 0 });
  expect(result).toMatchObject({ ok: true, value: { title: 'Packed' } });
});

it('a packed file that would fill the memory is not', async () => {
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 0x20));
  expect(await failureOf(bomb)).toMatchObject({ code: 'not_a_feed' });
});

describe('JSON Feed', () => {
  it('is read despite trailing commas, raw line breaks and numbers for ids', async () => {
    const feed = await parseFixture('gazette-faulty.json', { url: 'https://gazette.example/feeds/all.json' });
    expect(feed).toMatchObject({
      format: 'json',
      title: 'Gazette',
      siteUrl: 'https://gazette.example/',
      author: 'The desk',
    });
    expect(feed.repairs).toEqual([{ kind: 'json_syntax', line: 8 }]);
    expect(articleAt(feed, 0)).toMatchObject({
      rawGuid: '7',
      url: 'https://gazette.example/seven',
      title: 'Seven & eight',
      html: '<p><a href="https://gazette.example/more">more</a></p>',
      published: Date.UTC(2026, 4, 4, 8),
      categories: ['town'],
      picture: { url: 'https://gazette.example/7.jpg' },
      enclosures: [
        { url: 'https://gazette.example/7.mp3', mimeType: 'audio/mpeg', sizeBytes: 70, durationSeconds: 61 },
      ],
    });
    expect(articleAt(feed, 1)).toMatchObject({
      url: 'https://elsewhere.example/8',
      html: 'Two<br>\nlines &lt;kept&gt;',
    });
  });

  it('keeps the articles before the place where it was cut off', async () => {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Cut',
      items: [
        { id: 'a', content_text: 'one' },
        { id: 'b', content_text: 'two' },
      ],
    });
    const feed = await parseText(whole.slice(0, -12));
    expect(feed.articles.map(({ rawGuid }) => rawGuid)).toEqual(['a']);
    expect(feed.repairs[0]?.kind).toBe('truncated');
  });

  it('any field of the wrong type is as if it were missing', async () => {
    const feed = await parseText(
      '{"version":"https://jsonfeed.org/version/1","title":["x"],"items":[null,7,{"id":{},"url":5,"tags":"t","attachments":{},"authors":[1,null],"date_published":[]}]}',
    );
    expect(feed).toMatchObject({ title: '', articles: [{ title: '', rawLink: '5', categories: [], enclosures: [] }] });
  });
});

it('two feeds parsed at the same time know nothing of each other', async () => {
  const broken = '<rss><channel><title>A & B</title><item><title>x</title></item>';
  const [one, two] = await Promise.all([parseText(broken), parseText(broken)]);
  expect(one).toEqual(two);
  expect(await parseText(broken)).toEqual(one);
});
