import { describe, expect, it } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { Budget } from '../../lib/budget.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import type { WritableDb } from '../../store/handles.ts';
import { openReadable } from '../../store/open.ts';
import { nearWords, oneSlipAway, slipsBetween } from '../../store/search/near-words.ts';
import { alternatives } from './search-alternatives.ts';

interface Filled {
  readonly db: WritableDb;
  readonly folder: string;
  readonly ids: readonly number[];
}

function filled(): Filled {
  const { db, folder } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed', { title: 'Signal & Circuit' });
  const titles = [
    ...Array.from({ length: 12 }, (_, n) => `Grid storage passes milestone ${n}`),
    'The stage of a theatre',
    'A grid for the north',
    'Überschwemmung im Hafen',
  ];
  const articles = titles.map((title, n) => storedArticle({ identity: `n${n}`, title, html: '<p>Text.</p>' }));
  return { db, folder, ids: ingestAll(db, { feedId, articles }).added };
}

// Not what this machine has time for, but what there is to find.
const longTime = { allMs: 60_000, spellingMs: 30_000, countMs: 10_000 };
const ask = (db: WritableDb, query: string) => mustBeOk(alternatives(db, { query }, testNow, undefined, longTime));

describe('what would find more than a query that finds nothing', () => {
  it('is the query with its slip put right, when that finds something', () => {
    const { db } = filled();
    expect(ask(db, 'grid storadge').spelling).toEqual({
      query: 'grid storage',
      changed: ['storage'],
      count: 12,
      isExact: true,
    });
    expect(ask(db, 'girdd storrage "theatre of stages"').spelling).toBeNull();
    expect(ask(db, 'gird').spelling?.query).toBe('grid');
    expect(ask(db, 'überschwemung').spelling?.query).toBe('uberschwemmung');
    // its filters would leave nothing
    expect(ask(db, 'grid storadge is:starred').spelling).toMatchObject({ query: 'grid storage', count: 12 });
    expect(ask(db, '"grid storadge" is:unread').spelling?.query).toBe('"grid storage" is:unread');
  });

  it('leaves words alone that the archive has, that are not wanted, or that nothing is like', () => {
    const { db } = filled();
    expect(ask(db, 'theatre grid').spelling).toBeNull();
    expect(ask(db, 'grid -storadge').spelling).toBeNull();
    expect(ask(db, 'xylophone').spelling).toBeNull();
    // still being typed
    expect(ask(db, 'stora').spelling).toBeNull();
  });

  it('is the query without each of its parts, with what that finds', () => {
    const { db } = filled();
    expect(ask(db, 'grid theatre source:"Signal & Circuit"').without).toEqual([
      { part: 'grid', query: 'theatre source:"Signal & Circuit"', count: 1, isExact: true },
      { part: 'theatre', query: 'grid source:"Signal & Circuit"', count: 13, isExact: true },
      { part: 'source:"Signal & Circuit"', query: 'grid theatre', count: 0, isExact: true },
    ]);
    expect(ask(db, 'theatre').without).toEqual([]);
  });

  it('is what hidden articles have', () => {
    const { db, ids } = filled();
    finish(markArticles(db, { ids: ids as never, set: { hidden: true } }, testNow));
    expect(ask(db, 'storage OR battery').hidden).toMatchObject({ query: '(storage OR battery) is:hidden', count: 12 });
    expect(ask(filled().db, 'theatre').hidden).toBeNull();
    expect(ask(db, 'theatre is:hidden').hidden).toBeNull();
  });

  it('is found over a handle that only reads, which walks the words of the index', () => {
    const { folder } = filled();
    const reader = openReadable(folder);
    if (!reader.ok) throw new Error(reader.error.message);
    expect(nearWords(reader.value, 'stoarege', 100, new Budget(5_000))).toEqual([{ word: 'storage', articles: 12 }]);
    expect(nearWords(reader.value, 'storxxge', 100, new Budget(0))).toEqual([]);
    reader.value.close();
  });

  it('counts two letters changed about as one slip', () => {
    expect(slipsBetween('storage', 'stroage')).toBe(1);
    expect(slipsBetween('storage', 'storadges')).toBe(2);
    expect(slipsBetween('storage', 'grid')).toBe(3);
    for (const word of oneSlipAway('storage')) expect(slipsBetween('storage', word), word).toBe(1);
  });
});
