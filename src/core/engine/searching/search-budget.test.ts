/** Whatever time a search is given, and however large the library, its answer is one that can be drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchMethods } from '../../../contract/search.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { Budget } from '../../lib/budget.ts';
import type { WritableDb } from '../../store/handles.ts';
import { searchArticles } from '../../store/search/search.ts';
import { searchFacets } from '../../store/search/search-facets.ts';
import { planQuery } from './plan-query.ts';

const hourMs = 3_600_000;
const sizes = [0, 1, 2, 100, 1_001, 5_200];
const words = ['harbour', 'ferry', 'council', 'pencil'];

function libraryOf(size: number): WritableDb {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed', { title: 'Courier' });
  const articles = Array.from({ length: size }, (_, n) =>
    storedArticle({
      identity: `n${n}`,
      title: `${words[n % words.length]} ${n % 3 === 0 ? 'harbour' : 'quay'} ${n}`,
      html: '<p>Text.</p>',
      publishedAt: testNow - n * hourMs,
    }),
  );
  ingestAll(db, { feedId, articles });
  return db;
}

const part = fc.constantFrom(
  'harbour',
  'ferry',
  '-pencil',
  'is:unread',
  'source:courier',
  'lang:en',
  'last:90d',
  'cou*',
);
const query = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const ms = fc.constantFrom(-1, 0, 0.01, 0.2, 1, 45);

describe('a search with any time, in a library of any size', () => {
  it('counts its hits since a moment of the library, or all of them', () => {
    for (const size of sizes) {
      const db = libraryOf(size);
      const oldest = testNow - (size + 1) * hourMs;
      fc.assert(
        fc.property(query, ms, ms, (text, facetsMs, pageMs) => {
          const plan = planQuery(db, text, testNow);
          const answer = { ...searchFacets(db, plan, new Budget(facetsMs)), ms: 0 };
          expect(searchMethods['search.facets'].output.safeParse(answer).error).toBeUndefined();
          if (answer.countedSince !== null) {
            expect(answer.countedSince).toBeGreaterThanOrEqual(oldest);
            expect(answer.countedSince).toBeLessThanOrEqual(testNow);
          }
          for (const order of ['best', 'newest', 'oldest'] as const) {
            const asked = { query: text, order, limit: 10, countAll: false };
            const page = searchArticles(db, asked, plan, { now: testNow, budget: new Budget(pageMs) });
            expect(page.total).toBeLessThanOrEqual(size);
          }
        }),
        { numRuns: 150 },
      );
    }
  });

  it('counts all of a small library again and again, without any time', () => {
    const db = libraryOf(60);
    const plan = planQuery(db, 'harbour ferry', testNow);
    const first = searchFacets(db, plan, new Budget(45));
    expect(searchFacets(db, plan, new Budget(0))).toEqual(first);
    expect(first.isExact).toBe(true);
  });
});
