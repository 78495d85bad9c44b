import { describe, expect, it } from 'vitest';
import type { ParsedArticle } from '../parsing/parsed-feed.ts';
import { identifyArticles } from './article-identity.ts';

const noon = Date.UTC(2026, 4, 4, 12);
const longText =
  '<p>The harbour office has counted the ferries again, and this time the number agrees with the timetable on the wall.</p>';

function article(facts: Partial<ParsedArticle> = {}): ParsedArticle {
  return { index: 0, title: 'Ferries counted', categories: [], enclosures: [], ...facts };
}

/** A library that knows articles by the rule in article-identity.ts, and nothing else. */
function library() {
  const rows: { identity: string; keys: Set<string> }[] = [];
  return {
    /** Row numbers of the fetch's articles; a number not seen before is a new, unread article. */
    fetch(articles: readonly ParsedArticle[]): number[] {
      return identifyArticles(articles).map(({ identity, alternates }) => {
        const known = rows.findIndex((row) => row.identity === identity);
        const at = known === -1 ? byAlternate(alternates) : known;
        const row = rows[at];
        if (row === undefined) return rows.push({ identity, keys: new Set(alternates) }) - 1;
        for (const key of alternates) row.keys.add(key);
        return at;
      });
    },
  };
  function byAlternate(alternates: readonly string[]): number {
    for (const key of alternates) {
      const having = rows.flatMap((row, at) => (row.keys.has(key) ? [at] : []));
      const [only] = having;
      if (only !== undefined && having.length === 1) return only;
    }
    return -1;
  }
}

const three = [1, 2, 3].map((n) =>
  article({
    title: `Report ${n}`,
    rawGuid: `tag:harbour.example,2026:${n}`,
    url: `https://harbour.example/reports/${n}`,
    published: noon + n * 1000,
    html: `<p>${n}</p>${longText}`,
  }),
);

function changed(change: (one: ParsedArticle, n: number) => Partial<ParsedArticle>): ParsedArticle[] {
  return three.map((one, n) => ({ ...one, ...change(one, n) }));
}

function withoutGuid(articles: readonly ParsedArticle[]): ParsedArticle[] {
  return articles.map(({ rawGuid: _guid, ...rest }) => rest);
}

describe('a read article does not come back as unread', () => {
  it('when its headline is edited and the guid stays (a broadcaster that rewrites headlines, Miniflux 3120)', () => {
    const known = library();
    const first = known.fetch(three);
    expect(known.fetch(changed((_one, n) => ({ title: `Rewritten ${n}` })))).toEqual(first);
  });

  it('when its headline is edited and there is no guid, only the link (Miniflux 3120)', () => {
    const known = library();
    const first = known.fetch(withoutGuid(three));
    expect(known.fetch(withoutGuid(changed((_one, n) => ({ title: `Rewritten ${n}` }))))).toEqual(first);
  });

  it('when the address changes at every fetch and the guid stays (Zotero 2213, signed links of podcasts in FreshRSS 2485)', () => {
    const known = library();
    const first = known.fetch(three);
    expect(known.fetch(changed((one) => ({ url: `${one.url}?signature=8f3a91` })))).toEqual(first);
  });

  it('when the publisher updates its date and text (Blogger feeds, FreshRSS 2485)', () => {
    const known = library();
    const first = known.fetch(three);
    expect(known.fetch(changed(() => ({ published: noon + 86_400_000, html: '<p>Now longer.</p>' })))).toEqual(first);
  });

  it('when the same text is published with another guid (FreshRSS 5117)', () => {
    const known = library();
    const first = known.fetch(three);
    expect(known.fetch(changed((_one, n) => ({ rawGuid: `https://harbour.example/?p=${n + 70}` })))).toEqual(first);
  });

  it('when guid and date are made anew at every fetch, as a bridge does (FreshRSS 5117)', () => {
    const known = library();
    const first = known.fetch(three);
    const remade = changed((_one, n) => ({ rawGuid: `made-up-${n * 31 + 7}`, published: noon + 3_600_000 }));
    expect(known.fetch(remade)).toEqual(first);
  });

  it('when guid and date are made anew and the feed has but one article', () => {
    const known = library();
    const [only] = known.fetch(three.slice(0, 1));
    const remade = changed(() => ({ rawGuid: 'made-up', published: noon + 3_600_000 })).slice(0, 1);
    expect(known.fetch(remade)).toEqual([only]);
  });

  it('when http becomes https and www comes or goes in link and guid (FreshRSS 3142)', () => {
    const known = library();
    const permalinks = changed((one) => ({
      rawGuid: `http://www.harbour.example${new URL(one.url ?? '').pathname}/`,
      url: `http://www.harbour.example${new URL(one.url ?? '').pathname}/`,
    }));
    const first = known.fetch(permalinks);
    expect(known.fetch(changed((one) => ({ rawGuid: one.url ?? '' })))).toEqual(first);
  });

  it('when a newer article joins the ones that are known (Fluent Reader 650)', () => {
    const known = library();
    const first = known.fetch(three);
    const newest = article({
      title: 'Report 4',
      rawGuid: 'tag:harbour.example,2026:4',
      url: 'https://harbour.example/reports/4',
    });
    const second = known.fetch([newest, ...three]);
    expect(second.slice(1)).toEqual(first);
    expect(first).not.toContain(second[0]);
  });

  it('when the feed gives no dates and each refresh would date it anew (Fluent Reader 650)', () => {
    const undated = withoutGuid(three).map(({ published: _published, ...rest }) => rest);
    const known = library();
    const first = known.fetch(undated);
    expect(known.fetch(undated.map((one) => ({ ...one, published: noon + 9_000_000 })))).toEqual(first);
  });

  it('when it left the feed and returns weeks later (Raven Reader 750)', () => {
    const known = library();
    const first = known.fetch(three);
    known.fetch(three.slice(0, 1));
    expect(known.fetch(three)).toEqual(first);
  });

  it('when it has neither guid nor link nor date and returns (Raven Reader 750)', () => {
    const bare = [article({ html: longText }), article({ title: 'Bridge closed', html: '<p>Until Monday.</p>' })];
    const known = library();
    const first = known.fetch(bare);
    known.fetch(bare.slice(1));
    expect(known.fetch(bare)).toEqual(first);
  });

  it('when the guid carries isPermaLink="false" and looks like an address (QuiteRSS 1293)', () => {
    const known = library();
    const marked = changed((one) => ({ rawGuid: one.url ?? '', guidIsPermalink: false }));
    const first = known.fetch(marked);
    expect(known.fetch(changed((one) => ({ rawGuid: one.url ?? '', guidIsPermalink: true })))).toEqual(first);
  });

  it('when its links gain and lose tracking parameters', () => {
    const known = library();
    const first = known.fetch(withoutGuid(three));
    const tracked = changed((one) => ({ url: `${one.url}?utm_source=rss&fbclid=Iw1&gclid=x&mc_cid=2#ref=rss` }));
    expect(known.fetch(withoutGuid(tracked))).toEqual(first);
  });

  it('when feed and site move to another host and the guids with them', () => {
    const known = library();
    const first = known.fetch(changed((one) => ({ rawGuid: one.url ?? '' })));
    const moved = changed((one) => {
      const url = (one.url ?? '').replace('harbour.example', 'news.quay.example');
      return { url, rawGuid: url };
    });
    expect(known.fetch(moved)).toEqual(first);
  });

  it('when a second article with the same guid joins it, and when that one stays behind alone', () => {
    const [one, two] = changed(() => ({ rawGuid: 'always-the-same' }));
    if (one === undefined || two === undefined) throw new Error('the fixture has three');
    const known = library();
    const [first] = known.fetch([one]);
    const both = known.fetch([one, two]);
    expect(both[0]).toBe(first);
    expect(both[1]).not.toBe(first);
  });

  it('when two articles of one guid were both known and one of them leaves', () => {
    const [one, two] = changed(() => ({ rawGuid: 'always-the-same' }));
    if (one === undefined || two === undefined) throw new Error('the fixture has three');
    const known = library();
    const both = known.fetch([one, two]);
    expect(known.fetch([two])).toEqual([both[1]]);
  });
});

describe('different articles stay two', () => {
  it('when one guid is given to all of them', () => {
    expect(new Set(library().fetch(changed(() => ({ rawGuid: 'n/a' })))).size).toBe(3);
  });

  it('when one guid and one link are given to all of them', () => {
    expect(new Set(library().fetch(changed(() => ({ rawGuid: 'n/a', url: 'https://harbour.example/' })))).size).toBe(3);
  });

  it('when all link to the front page and have no guid', () => {
    const same = withoutGuid(changed(() => ({ url: 'https://harbour.example/' })));
    const known = library();
    const first = known.fetch(same);
    expect(new Set(first).size).toBe(3);
    expect(known.fetch(same)).toEqual(first);
  });

  it('when a status page says the same words again under a new guid', () => {
    const known = library();
    const notice = { title: 'Slow service', url: 'https://status.quay.example/', html: longText };
    const [first] = known.fetch([article({ ...notice, rawGuid: '1', published: noon })]);
    const [second] = known.fetch([article({ ...notice, rawGuid: '2', published: noon + 5_000_000 })]);
    expect(second).not.toBe(first);
  });

  it('when only the fragment tells their addresses apart', () => {
    const notes = ['a1', 'b2'].map((id) => article({ title: 'Change log', url: `https://harbour.example/log#${id}` }));
    expect(new Set(library().fetch(notes)).size).toBe(2);
  });

  it('when a parameter that is no tracking tells them apart', () => {
    const pages = [1, 2].map((id) => article({ url: `https://harbour.example/?p=${id}` }));
    expect(new Set(library().fetch(pages)).size).toBe(2);
  });
});

it('an article that the feed lists twice, alike in everything, is one', () => {
  const [one] = three;
  if (one === undefined) throw new Error('the fixture has three');
  expect(identifyArticles([one, { ...one, index: 1 }])).toHaveLength(1);
});

it('no key is shared by two articles of a fetch', () => {
  const keys = identifyArticles([...three, ...changed(() => ({ rawGuid: 'n/a' }))]).flatMap(
    ({ alternates }) => alternates,
  );
  expect(new Set(keys).size).toBe(keys.length);
});
