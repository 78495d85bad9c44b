import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { deleteArticleText } from '../../store/articles/article-writes.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import { removeFeeds } from '../../store/feeds/feeds.ts';
import { insertFolder } from '../../store/feeds/folders.ts';
import type { WritableDb } from '../../store/handles.ts';
import { findOperation, turnOperation } from '../../store/turn-operation.ts';
import { facets, search } from './search-queries.ts';

const dayMs = 86_400_000;
const words = ['alpha', 'beta', 'gamma', 'delta', 'zeta'];

interface Known {
  readonly id: number;
  readonly n: number;
  readonly text: string;
  readonly title: string;
  readonly feed: 'Lumen Post' | 'Orchard';
  readonly starred: boolean;
  readonly unread: boolean;
}

/** 240 articles whose words, feeds, bits and dates follow from their number. */
function library(): { readonly db: WritableDb; readonly known: readonly Known[] } {
  const { db } = temporaryLibrary();
  const folderId = insertFolder(db, 'Science', null);
  const feeds = {
    'Lumen Post': addTestFeed(db, 'https://lumen.example/feed', { title: 'Lumen Post', folderId }),
    Orchard: addTestFeed(db, 'https://orchard.example/feed', { title: 'Orchard' }),
  } as const;
  const known: Known[] = [];
  for (let n = 0; n < 240; n += 1) {
    const feed = n % 7 === 0 ? 'Orchard' : 'Lumen Post';
    const text = `${words.filter((_, at) => n % (at + 2) === 0).join(' and ')} filling ${n}`;
    const title = n % 11 === 0 ? `Alpha headline ${n}` : `Headline ${n}`;
    const { added } = ingestAll(db, {
      feedId: feeds[feed],
      articles: [
        storedArticle({
          identity: `n${n}`,
          title,
          html: `<p>${text}</p>`,
          section: n % 2 === 0 ? 'World' : 'Science',
          language: n % 5 === 0 ? 'de' : 'en-GB',
          author: n % 3 === 0 ? 'Ada Marsh' : 'Bo Quill',
          pictureUrl: n % 4 === 0 ? 'https://lumen.example/p.jpg' : null,
          publishedAt: testNow - n * dayMs,
          url: n % 6 === 0 ? `https://www.mirror.example/${n}` : `https://lumen.example/${n}`,
          extras: { categories: n % 9 === 0 ? ['Ninth', 'Other'] : [], enclosures: [] },
        }),
      ],
    });
    known.push({ id: added[0] ?? 0, n, text, title, feed, starred: n % 8 === 0, unread: n % 10 !== 0 });
  }
  const mark = (fits: (one: Known) => boolean, set: { starred?: boolean; read?: boolean }) =>
    finish(markArticles(db, { ids: known.filter(fits).map((one) => one.id) as never, set }, testNow));
  mark((one) => one.starred, { starred: true });
  mark((one) => !one.unread, { read: true });
  return { db, known };
}

const has = (word: string) => (one: Known) => `${one.title} ${one.text}`.toLowerCase().split(/\W+/).includes(word);

/** What can be asked for, with what it means. */
const questions: readonly (readonly [string, (one: Known) => boolean])[] = [
  ...words.map((word) => [word, has(word)] as const),
  ['"alpha and beta"', (one) => one.text.includes('alpha and beta')],
  ['gam*', has('gamma')],
  ['title:alpha', (one) => one.title.startsWith('Alpha')],
  ['NEAR(alpha gamma, 3)', (one) => /alpha and (\w+ and )?gamma/.test(one.text)],
  ['source:"Lumen Post"', (one) => one.feed === 'Lumen Post'],
  ['source:orch', (one) => one.feed === 'Orchard'],
  ['folder:science', (one) => one.feed === 'Lumen Post'],
  ['section:world', (one) => one.n % 2 === 0],
  ['author:"ada marsh"', (one) => one.n % 3 === 0],
  ['lang:en', (one) => one.n % 5 !== 0],
  ['has:image', (one) => one.n % 4 === 0],
  ['tag:ninth', (one) => one.n % 9 === 0],
  ['site:mirror.example', (one) => one.n % 6 === 0],
  ['is:unread', (one) => one.unread],
  ['is:starred', (one) => one.starred],
  ['last:50d', (one) => one.n <= 50],
  ['before:2026-10', (one) => new Date(testNow - one.n * dayMs) < new Date(2026, 9, 1)],
];

function allHits(db: WritableDb, query: string, order: 'best' | 'newest' | 'oldest', limit: number): number[] {
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const page = mustBeOk(
      search(db, { query, order, limit, countAll: true, ...(cursor === undefined ? {} : { cursor }) }, testNow),
    );
    ids.push(...page.articles.map((article) => article.id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ids;
}

describe('searching a library', () => {
  it('finds just what each question means, alone and joined by and, or and not, a page at a time', () => {
    const { db, known } = library();
    const question = fc.constantFrom(...questions);
    const part = fc.tuple(question, fc.boolean());
    const combined = fc.tuple(part, part, part, fc.constantFrom('and', 'or', 'mixed'));
    fc.assert(
      fc.property(combined, fc.constantFrom('newest', 'oldest', 'best'), ([first, second, third, how], order) => {
        const said = [first, second, third].map(([[text], isNot]) => (isNot ? `-${text}` : text));
        const [a, b, c] = [first, second, third].map(
          ([[, fits], isNot]) =>
            (one: Known) =>
              fits(one) !== isNot,
        );
        if (a === undefined || b === undefined || c === undefined) return;
        const joined =
          how === 'and' ? said.join(' ') : how === 'or' ? said.join(' OR ') : `(${said[0]} OR ${said[1]}) ${said[2]}`;
        const fits = (one: Known): boolean =>
          how === 'and'
            ? a(one) && b(one) && c(one)
            : how === 'or'
              ? a(one) || b(one) || c(one)
              : (a(one) || b(one)) && c(one);
        const expected = known.filter(fits).map((one) => one.id);
        const found = allHits(db, `${joined} `, order, 37);
        const page = mustBeOk(search(db, { query: `${joined} `, order, limit: 5, countAll: false }, testNow));
        // a page whose time was over before the count says so, and never says too much
        if (page.totalIsExact) expect(page.total, joined).toBe(expected.length);
        else expect(page.total, joined).toBeLessThanOrEqual(expected.length);
        expect(new Set(found).size, joined).toBe(found.length);
        expect(
          [...found].sort((x, y) => y - x),
          joined,
        ).toEqual(expected);
        if (order === 'newest') expect(found).toEqual(expected);
        if (order === 'oldest') expect(found).toEqual([...expected].reverse());
      }),
      { numRuns: 300 },
    );
  });

  it('facets and histogram agree with the results', () => {
    const { db, known } = library();
    const answer = mustBeOk(facets(db, { query: 'alpha source:"Lumen Post"' }, testNow));
    const hits = known.filter((one) => has('alpha')(one) && one.feed === 'Lumen Post');
    expect(answer.total).toBe(hits.length);
    expect(answer.isExact).toBe(true);
    const counts = (name: string) =>
      Object.fromEntries(
        (answer.facets.find((facet) => facet.name === name)?.values ?? []).map((value) => [value.value, value.count]),
      );
    expect(counts('section')).toEqual({
      World: hits.filter((one) => one.n % 2 === 0).length,
      Science: hits.filter((one) => one.n % 2 !== 0).length,
    });
    expect(counts('is').unread).toBe(hits.filter((one) => one.unread).length);
    const alphas = known.filter(has('alpha'));
    expect(counts('source')).toEqual({
      'Lumen Post': hits.length,
      Orchard: alphas.filter((one) => one.feed === 'Orchard').length,
    });
    expect(answer.facets[0]?.values[0]).toMatchObject({ value: 'Lumen Post', isOn: true });
    expect(answer.histogram.reduce((sum, bar) => sum + bar.count, 0)).toBe(hits.length);
    const counted = allHits(db, 'alpha source:"Lumen Post" section:World', 'newest', 50).length;
    expect(counts('section').World).toBe(counted);
  });

  it('a facet counts as if nothing of it were chosen, so that a second tick means or', () => {
    const { db, known } = library();
    const valuesOf = (query: string, name: string) =>
      mustBeOk(facets(db, { query }, testNow)).facets.find((facet) => facet.name === name)?.values ?? [];
    const both = valuesOf('alpha source:"Lumen Post",Orchard section:World', 'source');
    expect(both.map(({ label, isOn }) => [label, isOn])).toEqual([
      ['Lumen Post', true],
      ['Orchard', true],
    ]);
    const inWorld = known.filter((one) => has('alpha')(one) && one.n % 2 === 0);
    expect(both.reduce((sum, { count }) => sum + count, 0)).toBe(inWorld.length);
    expect(allHits(db, 'alpha source:"Lumen Post",Orchard section:World', 'newest', 50)).toHaveLength(inWorld.length);
    // the only narrowing there is: the others are counted in the whole archive
    expect(valuesOf('source:Orchard', 'source').map(({ count }) => count)).toEqual([
      known.filter((one) => one.feed === 'Lumen Post').length,
      known.filter((one) => one.feed === 'Orchard').length,
    ]);
    expect(valuesOf('beta section:Nowhere', 'section')).toContainEqual(
      expect.objectContaining({ value: 'Nowhere', count: 0, isOn: true }),
    );
  });

  it('the best match has the word in its headline, whatever its age', () => {
    const { db } = library();
    const best = mustBeOk(search(db, { query: 'alpha ', order: 'best', limit: 5, countAll: false }, testNow));
    for (const article of best.articles) expect(article.markedTitle).toContain('\uE000Alpha\uE001');
    expect(best.articles[0]?.snippet).toBeDefined();
  });

  it('a last word that no article has is the beginning of one; a word that articles have is itself', () => {
    const { db, known } = library();
    expect(allHits(db, 'gam', 'newest', 500)).toHaveLength(known.filter(has('gamma')).length);
    const { db: other } = temporaryLibrary();
    const feedId = addTestFeed(other, 'https://example.org/feed');
    ingestAll(other, {
      feedId,
      articles: ['a cat here', 'the catalogue', 'two cats'].map((title) => storedArticle({ identity: title, title })),
    });
    expect(allHits(other, 'cat', 'newest', 10)).toHaveLength(2);
    expect(allHits(other, 'cata', 'newest', 10)).toHaveLength(1);
    expect(allHits(other, '"cat"', 'newest', 10)).toHaveLength(1);
  });

  it('what is hidden, forgotten or of a removed feed is in no search, count or facet, and what comes back is', () => {
    const { db } = temporaryLibrary();
    const [one, other] = ['one', 'other'].map((name) => {
      const feedId = addTestFeed(db, `https://${name}.example/feed`);
      const articles = [1, 2, 3].map((n) => storedArticle({ identity: `${name}-${n}`, title: `Alpha ${n}` }));
      return { feedId, ids: ingestAll(db, { feedId, articles }).added };
    });
    if (one === undefined || other === undefined) throw new Error('two feeds were added');
    const expectHits = (ids: readonly number[]): void => {
      expect(allHits(db, 'alpha ', 'newest', 2).sort()).toEqual([...ids].sort());
      const page = mustBeOk(search(db, { query: 'alpha ', order: 'best', limit: 1, countAll: false }, testNow));
      expect(page.total).toBe(ids.length);
      expect(mustBeOk(facets(db, { query: 'alpha ' }, testNow)).total).toBe(ids.length);
    };
    const [hidden = 0, forgotten = 0, left = 0] = one.ids;
    finish(markArticles(db, { ids: [hidden as never], set: { hidden: true } }, testNow));
    deleteArticleText(db, forgotten);
    expectHits([left, ...other.ids]);
    removeFeeds(db, [other.feedId], testNow);
    expectHits([left]);
    const removal = findOperation(db, 'undo');
    if (removal === undefined) throw new Error('the removal can be undone');
    finish(turnOperation(db, removal, 'undo', testNow));
    expectHits([left, ...other.ids]);
    finish(markArticles(db, { ids: [hidden as never], set: { hidden: false } }, testNow));
    expectHits([hidden, left, ...other.ids]);
  });

  it('an articles’ feed token is no word of its text', () => {
    const { db } = library();
    expect(allHits(db, 'f1 ', 'newest', 5)).toEqual([]);
    expect(allHits(db, 'f*', 'newest', 500).length).toBe(0);
  });

  it.each([
    '"',
    '(((',
    '")"',
    '*',
    '-',
    '";drop table article;--',
    'after:2026-02-31',
    '\u0000',
    '\ud800',
    '   ',
    'the and of ',
  ])('answers %j with a hint or with articles, and never fails', (query) => {
    const { db } = library();
    const answer = mustBeOk(search(db, { query, order: 'best', limit: 5, countAll: false }, testNow));
    expect(answer.articles.length > 0 || answer.hint !== null).toBe(true);
  });

  it('10,000 characters of anything get an answer and a reason', () => {
    const { db } = library();
    for (const part of ['alpha ', '(', '"', ')', 'alpha*', 'a OR ', '-alpha ', 'x', 'NEAR(', '漢', '\u0000', ':']) {
      const query = part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000);
      const answer = mustBeOk(search(db, { query, order: 'best', limit: 5, countAll: false }, testNow));
      expect(answer.ignored.length > 0 || answer.hint !== null, part).toBe(true);
    }
  });

  it('a query that only takes out, and finds nothing, is not told to put a star', () => {
    const { db } = temporaryLibrary();
    const answer = mustBeOk(search(db, { query: '-alpha', order: 'newest', limit: 5, countAll: false }, testNow));
    expect(answer.hint).toContain('takes out');
  });

  it('a search whose answer nobody waits for ends early', () => {
    const { db } = library();
    const stop = new Int32Array(new SharedArrayBuffer(4));
    Atomics.store(stop, 0, 1);
    const answer = search(db, { query: 'alpha ', order: 'newest', limit: 5, countAll: false }, testNow, stop);
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
