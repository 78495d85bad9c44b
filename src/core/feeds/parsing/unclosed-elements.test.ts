import { describe, expect, it } from 'vitest';
import { parseText } from './parse-fixture.ts';

const inChannel = (items: string) =>
  parseText(
    `<rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link>${items}</channel></rss>`,
  );
const inFeed = (entries: string) =>
  parseText(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>${entries}</feed>`);
const next = '<item><title>Next</title></item>';
const facts = '<title>Crane</title><guid>c1</guid><link>https://quay.example/c1</link>';
const wanted = { title: 'Crane', rawGuid: 'c1', url: 'https://quay.example/c1' };

describe('an element whose end tag never comes swallows nothing', () => {
  it.each([
    ['of no name we know', `<item><berth>12 ${facts}</item>${next}`],
    ['made of a bare bracket', `<item><r & d>${facts}</item>${next}`],
    [
      'between known ones',
      `<item><title>Crane</title><berth><guid>c1</guid><link>https://quay.example/c1</link></item>${next}`,
    ],
    ['ended by another name', `<item><berth>12</birth>${facts}</item>${next}`],
    ['in a namespace of its own', `<item><b:berth xmlns:b="urn:b">${facts}</item>${next}`],
    ['two of them', `<item><berth><pier>${facts}</item>${next}`],
    ['where the article has no end tag either', `<item><berth>${facts}${next}`],
    [
      'by a bracket alone',
      `<item><title>Crane</title<guid>c1</guid><link <link>https://quay.example/c1</link></item>${next}`,
    ],
    ['a person', `<item><author>Crew${facts}</item>${next}`],
    ['a film', `<item><media:content url="https://quay.example/f.mp4">${facts}</item>${next}`],
    ['around a sound one', `<item><berth><near><title>Mast</title><guid>m</guid></near>${facts}</item>${next}`],
  ])('%s', async (_, items) => {
    const feed = await inChannel(items);
    expect(feed.articles).toMatchObject([wanted, { title: 'Next' }]);
    expect(feed.repairs.map(({ kind }) => kind)).toContain('unclosed_tag');
  });

  it('a person and a title at once, with a whole feed within', async () => {
    const feed = await inFeed(`<entry><author><title><feed><entry>${'<title>Crane</title><id>c1</id>'}</entry></feed>`);
    expect(feed.articles).toMatchObject([{}, { title: 'Crane', rawGuid: 'c1' }]);
  });

  it('before the title of the feed itself', async () => {
    const feed = await parseText(`<rss version="2.0"><channel><berth><title>Quay</title>${next}</channel></rss>`);
    expect(feed).toMatchObject({ title: 'Quay', articles: [{ title: 'Next' }] });
  });

  it('in Atom', async () => {
    const feed = await inFeed(
      '<entry><berth><title>Crane</title><id>c1</id><link href="https://quay.example/c1"/></entry>',
    );
    expect(feed.articles).toMatchObject([wanted]);
  });
});

describe('what stands inside another element is not the article’s', () => {
  const other = '<title>Mast</title><link>https://quay.example/m</link><guid>m</guid>';

  it.each([
    ['before', `<item><near>${other}</near>${facts}</item>`],
    ['behind', `<item>${facts}<near>${other}</near></item>`],
    ['the feed it came from', `<item><source url="https://quay.example/f">${other}</source>${facts}</item>`],
    ['its author', `<item><author><name>Crew</name>${other}</author>${facts}</item>`],
  ])('%s', async (_, items) => expect((await inChannel(items)).articles).toMatchObject([wanted]));

  it('not even where the article has none', async () => {
    const [article] = (await inChannel(`<item><near>${other}</near><guid>c1</guid></item>`)).articles;
    expect(article).toMatchObject({ title: '', rawGuid: 'c1' });
    expect(article?.url).toBeUndefined();
  });

  it('nor where the feed breaks off within it', async () => {
    const feed = await parseText(`<rss version="2.0"><channel><title>Quay</title><item><guid>c1</guid><near>${other}`);
    expect(feed.articles).toMatchObject([{ title: '', rawGuid: 'c1' }]);
  });
});

it('RSS under the default namespace of Atom is still RSS', async () => {
  const feed = await parseText(
    `<rss version="2.0" xmlns="http://www.w3.org/2005/Atom"><channel><title>Quay</title><item>${facts}</item></channel></rss>`,
  );
  expect(feed).toMatchObject({ title: 'Quay', articles: [wanted] });
});
