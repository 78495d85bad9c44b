import { describe, expect, it } from 'vitest';
import { articleAt, parseFixture, parseText } from './parse-fixture.ts';

describe('Atom', () => {
  it('XHTML keeps the order of its text, and xml:base is followed at every level', async () => {
    const feed = await parseFixture('lighthouse-xhtml-content.xml', { url: 'https://mirror.example/feed.atom' });
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'The lamp log',
      siteUrl: 'https://lighthouse.example/',
      selfUrl: 'https://lighthouse.example/log/feed.atom',
      author: 'The keeper',
    });
    expect(articleAt(feed, 0)).toMatchObject({
      title: 'Oil & wick changed',
      url: 'https://lighthouse.example/log/may/4.html',
      author: 'The keeper',
      published: Date.UTC(2026, 4, 4, 8),
      updated: Date.UTC(2026, 4, 4, 10),
      html: '<div><p>First <i>this</i>, then &lt;that&gt; &amp; more.</p><img src="https://lighthouse.example/log/may/pictures/lamp.jpg" alt="Lamp"><br></div>',
    });
  });

  it('unreadable dates lose the date and nothing else; plain text stays plain', async () => {
    const article = articleAt(await parseFixture('lighthouse-xhtml-content.xml'), 1);
    expect(article).toMatchObject({ title: 'Less <than> clear', html: 'Plain words<br>\non two lines &lt; three' });
    expect(article.published).toBeUndefined();
    expect(article.updated).toBeUndefined();
  });

  it('a prefix on every element changes nothing', async () => {
    const feed = await parseFixture('lighthouse-prefixed-atom.xml');
    expect(feed.title).toBe('Prefixed');
    expect(articleAt(feed, 0)).toMatchObject({
      rawGuid: 'urn:lamp:1',
      title: 'One',
      html: '<div><p>Body <b>here</b></p></div>',
    });
  });

  it('version 0.3 with base64, issued and modified', async () => {
    const feed = await parseFixture('lighthouse-atom03-base64.xml');
    expect(feed).toMatchObject({ title: 'Old lamp', description: 'Since 1903' });
    expect(articleAt(feed, 0)).toMatchObject({
      published: Date.UTC(2003, 11, 13, 12, 29, 29),
      updated: Date.UTC(2003, 11, 14, 12, 29, 29),
      html: '<p>Kept in <a href="https://lighthouse.example/code">code</a>.</p>',
    });
  });

  it('a film as content has its type; answers are counted by their link', async () => {
    const feed = await parseText(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content src="https://quay.example/f.mp4" type="video/mp4"/><link rel="replies" thr:count="4" href="https://quay.example/c"/></entry></feed>',
    );
    expect(articleAt(feed, 0)).toMatchObject({ enclosures: [{ mimeType: 'video/mp4' }], commentCount: 4 });
  });

  it('an article without children is an article', async () => {
    const feed = await parseText(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>E</title><entry/><entry><link/></entry></feed>',
    );
    expect(feed.articles).toHaveLength(2);
  });
});

describe('RDF, RSS 0.9x and CDF', () => {
  it('articles beside the channel, several authors, the image of the feed and not its search box', async () => {
    const feed = await parseFixture('quay-rdf.xml');
    expect(feed).toMatchObject({
      format: 'rdf',
      siteUrl: 'https://quay.example/',
      imageUrl: 'https://quay.example/logo.png',
      ttlMinutes: 30,
    });
    expect(feed.articles).toHaveLength(1);
    expect(articleAt(feed, 0)).toMatchObject({
      rawGuid: 'https://quay.example/1',
      author: 'A. Pilot, B. Mate',
      authors: ['A. Pilot', 'B. Mate'],
      published: Date.UTC(2026, 4, 4),
      categories: ['Ropes'],
    });
  });

  it('CDF', async () => {
    const feed = await parseFixture('quay-cdf.xml');
    expect(feed).toMatchObject({
      title: 'Channel of old',
      description: 'Pushed to you',
      siteUrl: 'https://quay.example/',
    });
    expect(articleAt(feed, 0)).toMatchObject({
      title: 'First push',
      url: 'https://quay.example/old/1',
      html: 'It came by itself.',
    });
  });

  it('RSS without a version', async () => {
    expect(
      (await parseText('<rss><channel><title>V</title><item><title>a</title></item></channel></rss>')).articles,
    ).toHaveLength(1);
  });
});

describe('podcasts and platforms', () => {
  it('several enclosures, length, season, chapters and transcripts', async () => {
    const feed = await parseFixture('pier-podcast.xml', { url: 'https://pier.example/feed.xml' });
    expect(feed).toMatchObject({
      author: 'Pier people',
      movedTo: 'https://pier.example/new.xml',
      imageUrl: 'https://pier.example/cover.jpg',
      categories: ['News', 'Local'],
      ttlMinutes: 90,
      skipHours: [0, 5],
      skipDays: ['Sunday'],
    });
    const article = articleAt(feed, 0);
    expect(article.enclosures).toEqual([
      { url: 'https://pier.example/fog.mp3', mimeType: 'audio/mpeg', sizeBytes: 123_456, durationSeconds: 3723 },
      { url: 'https://pier.example/fog.ogg', mimeType: 'audio/ogg', sizeBytes: 99, durationSeconds: 3723 },
    ]);
    expect(article.podcast).toEqual({
      durationSeconds: 3723,
      season: 2,
      episode: 7,
      explicit: false,
      chaptersUrl: 'https://pier.example/fog.json',
      transcripts: [
        { url: 'https://pier.example/fog.vtt', mimeType: 'text/vtt', language: 'en' },
        { url: 'https://pier.example/fog.srt', mimeType: 'application/x-subrip' },
      ],
    });
    expect(article).toMatchObject({
      url: 'https://pier.example/fog.mp3',
      html: 'About fog.',
      categories: ['fog', 'horn'],
      picture: { url: 'https://pier.example/fog.jpg' },
    });
  });

  it.each([
    ['PT1H2M3S', 3723],
    ['1 h 2 min', 3720],
    ['45min', 2700],
  ])('a length of %s', async (text, durationSeconds) => {
    const feed = await parseText(
      `<rss><channel><item><itunes:duration>${text}</itunes:duration></item></channel></rss>`,
    );
    expect(articleAt(feed, 0).podcast).toMatchObject({ durationSeconds });
  });

  it('a video channel: the text of the video with its lines, its picture, no Flash player', async () => {
    const article = articleAt(await parseFixture('tube-channel.xml'), 0);
    expect(article).toMatchObject({
      rawGuid: 'yt:video:abc',
      url: 'https://tube.example/watch?v=abc',
      html: 'Water in &amp; out.<br>\n<br>\n0:00 The gate',
      picture: { url: 'https://tube.example/vi/abc/hq.jpg', width: 480, height: 360 },
      enclosures: [],
    });
  });

  it('short posts have no title, keep their lines, and their picture has its description', async () => {
    const feed = await parseFixture('toots-microblog.xml');
    expect(articleAt(feed, 0)).toMatchObject({
      title: '',
      html: '<p>Boarding now</p>',
      picture: { url: 'https://files.toots.example/1.png', caption: 'A queue of cars' },
    });
    expect(articleAt(feed, 1)).toMatchObject({
      title: '',
      html: 'Late by ten minutes.<br>\nSorry.',
      published: Date.UTC(2026, 4, 4, 7, 1),
    });
  });

  it('a post of plain text with a sign that opens no tag keeps its lines too', async () => {
    const feed = await parseText('<rss><channel><item><description>a &lt; b\nc</description></item></channel></rss>');
    expect(articleAt(feed, 0).html).toBe('a < b<br>\nc');
  });

  it('a film shows the thumbnail that lies inside it', async () => {
    const feed = await parseText(
      '<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>t</title><media:group><media:content url="https://pier.example/f.mp4" type="video/mp4" duration="61"><media:thumbnail url="https://pier.example/f.jpg?a=1&amp;b=2"/></media:content></media:group></item></channel></rss>',
    );
    expect(articleAt(feed, 0)).toMatchObject({
      picture: { url: 'https://pier.example/f.jpg?a=1&b=2' },
      enclosures: [{ url: 'https://pier.example/f.mp4', mimeType: 'video/mp4', durationSeconds: 61 }],
    });
  });

  it('a message board', async () => {
    const feed = await parseFixture('board-reddit.xml');
    expect(feed.iconUrl).toBe('https://board.example/icon.png');
    expect(articleAt(feed, 0)).toMatchObject({
      title: "It's afloat & dry",
      author: '/u/deckhand',
      categories: ['r/boats'],
    });
  });
});

describe('addresses and small facts', () => {
  it('relative addresses follow the document, in elements and in content', async () => {
    const feed = await parseFixture('gazette-relative-links.xml', { url: 'https://gazette.example/feeds/all.xml' });
    expect(feed).toMatchObject({
      siteUrl: 'https://gazette.example/',
      imageUrl: 'https://gazette.example/feeds/logo.png',
    });
    expect(articleAt(feed, 0)).toMatchObject({
      rawLink: 'stories/one.html',
      url: 'https://gazette.example/feeds/stories/one.html',
      html: '<a href="https://gazette.example/feeds/two.html?x=1&amp;y=2">two</a> <a href=\'#note\'>note</a> <img src="https://gazette.example/feeds/three.png" srcset="https://gazette.example/feeds/three.png 1x, https://gazette.example/big/three.png 2x"> <a href="mailto:desk@gazette.example">mail</a>',
      picture: {
        url: 'https://gazette.example/p/large.jpg',
        width: 1600,
        height: 900,
        caption: 'The square',
        credit: 'Desk',
      },
    });
  });

  it('Content-Location goes before the address of the document, unless it is no web address', async () => {
    const contentLocation = 'https://mirror.example/x/';
    const feed = await parseFixture('gazette-relative-links.xml', {
      url: 'https://gazette.example/feed',
      contentLocation,
    });
    expect(articleAt(feed, 0).url).toBe('https://mirror.example/x/stories/one.html');
    const unsafe = await parseFixture('gazette-relative-links.xml', {
      url: 'https://gazette.example/feed',
      contentLocation: 'javascript:alert(1)',
    });
    expect(articleAt(unsafe, 0).url).toBe('https://gazette.example/stories/one.html');
  });

  it('comments, answers, places, languages and names in mail form', async () => {
    const feed = await parseFixture('gazette-discussion.xml');
    expect(feed.language).toBe('en-gb');
    expect(articleAt(feed, 0)).toMatchObject({
      author: 'The desk',
      commentsUrl: 'https://gazette.example/1#comments',
      commentCount: 12,
      inReplyTo: 'tag:gazette.example,2026:0',
      latitude: 51.5,
      longitude: -0.12,
      updated: Date.UTC(2026, 4, 4, 10),
    });
    expect(articleAt(feed, 1)).toMatchObject({ author: 'The desk', latitude: 45.256, longitude: -71.92 });
  });

  it('no address that is not http or https leaves the parser as one to open', async () => {
    const feed = await parseText(
      '<rss><channel><title>J</title><link>javascript:alert(1)</link><item><title>a</title><link>javascript:alert(2)</link><enclosure url="file:///etc/passwd"/></item></channel></rss>',
      { url: 'https://gazette.example/' },
    );
    expect(feed.siteUrl).toBeUndefined();
    expect(articleAt(feed, 0)).toMatchObject({ rawLink: 'javascript:alert(2)', enclosures: [] });
    expect(articleAt(feed, 0).url).toBeUndefined();
  });
});
