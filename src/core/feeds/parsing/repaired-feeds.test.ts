import { describe, expect, it } from 'vitest';
import { articleAt, parseFixture, parseText } from './parse-fixture.ts';
import type { ParsedFeed } from './parsed-feed.ts';

const kinds = (feed: ParsedFeed) => feed.repairs.map(({ kind }) => kind);
const titles = (feed: ParsedFeed) => feed.articles.map(({ title }) => title);

describe('a feed that is not well-formed is mended, and says where', () => {
  it('forgotten end tags of a title and of articles', async () => {
    const feed = await parseFixture('harbour-unclosed-tags.xml');
    expect(titles(feed)).toEqual(['The tide table is out', 'Two ferries fewer']);
    expect(articleAt(feed, 0)).toMatchObject({
      url: 'https://harbour.example/tides',
      html: 'Printed on blue paper this year.',
    });
    expect(feed.repairs).toContainEqual({ kind: 'unclosed_tag', line: 8, note: '<title>' });
    expect(kinds(feed)).toContain('truncated');
  });

  it('bare ampersands in text and addresses, HTML names and Windows numbers', async () => {
    const feed = await parseFixture('harbour-bare-ampersand.xml');
    expect(feed.title).toBe('Fish & chips');
    expect(feed.siteUrl).toBe('https://harbour.example/?a=1&b=2');
    expect(articleAt(feed, 0)).toMatchObject({
      title: 'Salt & vinegar; R&D at the pier',
      url: 'https://harbour.example/read?page=7&lang=en&copy=yes',
      html: 'Café – open late — &nofuss; “always” – really …',
    });
    expect(kinds(feed)).toEqual(['bare_ampersand', 'undeclared_entity']);
    expect(feed.repairs[1]).toMatchObject({ line: 4, note: '&eacute;' });
  });

  it('angle brackets that begin no tag', async () => {
    const feed = await parseFixture('harbour-bare-bracket.xml');
    expect(titles(feed)).toEqual(['I <3 ferries, 1 < 2 and 2 > 1']);
    expect(articleAt(feed, 0).url).toBe('https://harbour.example/sums');
    expect(feed.repairs).toEqual([{ kind: 'bare_bracket', line: 2 }]);
  });

  it('control characters', async () => {
    const feed = await parseFixture('harbour-control-characters.xml');
    expect([feed.title, ...titles(feed)]).toEqual(['Bell and tab', 'Zero width signs']);
    expect(feed.repairs).toEqual([{ kind: 'control_characters', line: 2 }]);
  });

  it('a server message before the XML declaration', async () => {
    const feed = await parseFixture('harbour-junk-before-start.xml');
    expect([feed.title, ...titles(feed)]).toEqual(['After the noise', 'Still readable']);
    expect(feed.repairs).toEqual([{ kind: 'junk_before_start', line: 1 }]);
  });

  it('an end cut off in the middle of CDATA', async () => {
    const feed = await parseFixture('harbour-truncated.xml');
    expect(titles(feed)).toEqual(['Whole', 'Half']);
    expect(articleAt(feed, 1).html).toBe('<p>The line went dead in the mid');
    expect(kinds(feed)).toEqual(['truncated']);
  });

  it('prefixes that are declared nowhere', async () => {
    const feed = await parseFixture('harbour-undeclared-namespaces.xml');
    expect(articleAt(feed, 0)).toMatchObject({
      author: 'The harbour office',
      html: '<p>All of it.</p>',
      commentCount: 4,
    });
    expect(feed.repairs).toEqual([{ kind: 'namespace', line: 2, note: 'dc: was not declared' }]);
  });

  it('other prefixes for the right namespaces, and a usual prefix for a wrong one', async () => {
    const feed = await parseFixture('harbour-wrong-prefixes.xml');
    expect(articleAt(feed, 0)).toMatchObject({
      author: 'The ferry desk',
      html: '<p>Everything.</p>',
      picture: { url: 'https://harbour.example/small.jpg' },
    });
    expect(feed.repairs).toEqual([]);
  });

  it('elements and attributes in capitals', async () => {
    const feed = await parseFixture('harbour-upper-case.xml');
    expect(articleAt(feed, 0)).toMatchObject({
      title: 'Horn',
      rawGuid: 'horn-1',
      guidIsPermalink: false,
      published: Date.UTC(2026, 4, 4, 10),
      enclosures: [{ url: 'https://harbour.example/horn.mp3', mimeType: 'audio/mpeg', sizeBytes: 12 }],
    });
  });

  it('a whole feed inside a web page', async () => {
    const feed = await parseFixture('gazette-feed-in-page.html');
    expect([feed.title, ...titles(feed)]).toEqual(['Wrapped', 'Inside']);
    expect(kinds(feed)).toContain('junk_before_start');
  });

  it('HTML that nobody escaped', async () => {
    const feed = await parseFixture('gazette-unescaped-html.xml');
    expect(articleAt(feed, 0).title).toBe('Bold words in a title');
    expect(articleAt(feed, 0).html).toContain(
      '<p>One<br>two <img src="https://gazette.example/p.jpg"> <a href="https://gazette.example/x">link</a></p>',
    );
    expect(articleAt(feed, 0).published).toBe(Date.UTC(2026, 4, 4, 6));
  });

  it('the end mark of CDATA that two sections hold between them is text, one left over from nesting is not', async () => {
    const feed = await parseText(
      '<rss><channel><item><title><![CDATA[a <![CDATA[b]]> c]]></title><description><![CDATA[x[y[0]]]]><![CDATA[>z]]></description></item></channel></rss>',
    );
    expect(articleAt(feed, 0)).toMatchObject({ title: 'a b c', html: 'x[y[0]]>z' });
  });

  it('words in brackets that are no HTML stay words', async () => {
    const feed = await parseText(
      '<rss><channel><item><title>The <quay> of Łódź & <b>more</b></title><link>https://a.example/1</link></item></channel></rss>',
    );
    expect(titles(feed)).toEqual(['The <quay> of Łódź & more']);
    expect(articleAt(feed, 0).url).toBe('https://a.example/1');
  });

  it('a sound feed needs no repair', async () => {
    for (const name of [
      'quay-rdf.xml',
      'tube-channel.xml',
      'board-reddit.xml',
      'pier-podcast.xml',
      'lighthouse-xhtml-content.xml',
    ]) {
      expect((await parseFixture(name)).repairs, name).toEqual([]);
    }
  });
});

describe('a DOCTYPE can do nothing', () => {
  it('short literal names are read; nested, external and unknown ones stay as they are written', async () => {
    const feed = await parseFixture('harbour-doctype-entities.xml');
    expect(feed.title).toBe('Jetée of the steamer');
    expect(titles(feed)).toEqual(['[&secret;] [&c;]']);
    expect(kinds(feed)).toContain('doctype_removed');
  });

  it('a billion laughs stay as short as they were', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const feed = await parseText(
      `<!DOCTYPE x [<!ENTITY l0 "lol">${lines}]><rss><channel><title>&l30;</title><item><title>&l0;</title></item></channel></rss>`,
    );
    expect(feed.title).toBe('&l30;');
    expect(titles(feed)).toEqual(['lol']);
  });

  it('one name used a million times does not grow beyond its own length', async () => {
    const text = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(5000)}">]><rss><channel><item><title>t</title><description>${'&a;'.repeat(1_000_000)}</description></item></channel></rss>`;
    const feed = await parseText(text);
    expect(articleAt(feed, 0).html?.length).toBe(3_000_000);
  });
});

describe('a hostile document ends', () => {
  it('tags nested a million deep are given up', async () => {
    const feed = await parseText(
      `<rss><channel><title>Deep</title><item><title>a</title><description>${'<b>'.repeat(1_000_000)}`,
    );
    expect(feed.title).toBe('Deep');
    expect(kinds(feed)).toContain('truncated');
  });

  it('a value that looks like one of our own tokens is only text', async () => {
    const feed = await parseText(
      `<rss><channel><title>\ue5cf0</title><item><title>\ue5cf1</title><description>${'long '.repeat(200)}</description></item></channel></rss>`,
    );
    expect(feed.title).toBe('\ue5cf0');
    expect(titles(feed)).toEqual(['\ue5cf1']);
  });

  it('names of object internals are only names', async () => {
    const feed = await parseText(
      '<rss><channel><title>P</title><__proto__><x/></__proto__><item constructor="x"><title __proto__="y">t</title><toString>z</toString></item></channel></rss>',
    );
    expect(titles(feed)).toEqual(['t']);
  });
});
