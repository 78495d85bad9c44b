import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import type { WritableDb } from '../../store/handles.ts';
import { search } from './search-queries.ts';

const hitsOf = (db: WritableDb, query: string): number =>
  mustBeOk(search(db, { query, order: 'newest', limit: 5, countAll: false }, testNow)).total;

describe('searching in any script', () => {
  it('Chinese, Japanese and Korean words of one and two letters are found and shown without seams', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    const parted = '港\u200B町\u200Bの\u200B堤\u200B防';
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({ identity: 'ja', title: '港町の堤防', index: { title: parted, author: '', body: parted } }),
      ],
    });
    for (const query of ['港', '港町', '堤防 港', '"町の"']) {
      const answer = mustBeOk(search(db, { query, order: 'newest', limit: 5, countAll: false }, testNow));
      expect(answer.total, query).toBe(1);
      expect(answer.articles[0]?.snippet).not.toContain('\u200B');
    }
    expect(hitsOf(db, '町港')).toBe(0);
  });

  it('accents and curly quotes make no difference', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    ingestAll(db, {
      feedId,
      articles: [storedArticle({ identity: 'a', title: 'Café Müller won’t close in Straßburg' })],
    });
    for (const query of ['cafe', 'CAFÉ ', 'muller', '“cafe müller”', "won't", 'mueller', 'strassburg'])
      expect(hitsOf(db, query), query).toBe(1);
  });
});
