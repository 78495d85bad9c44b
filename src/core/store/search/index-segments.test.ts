import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../handles.ts';
import { gatherSegments, mergeSegments } from './index-segments.ts';
import { checkIndex } from './search-index.ts';

const fetches = 40;

function segments(db: WritableDb): number {
  return db.get<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM article_index_idx')?.n ?? 0;
}

function fetched(db: WritableDb, from: number): void {
  const feedId = addTestFeed(db, `https://example.org/feed-${from}`);
  for (let n = from; n < from + fetches; n += 1)
    db.transaction(() => ingestAll(db, { feedId, articles: [storedArticle({ identity: `report-${n}` })] }));
}

describe('the index while many feeds come in', () => {
  it('merges nothing, and afterwards all to one segment that holds just the words of the articles', () => {
    const { db } = temporaryLibrary();
    gatherSegments(db, 1_000);
    fetched(db, 0);
    expect(segments(db)).toBe(fetches);
    for (let steps = 0; mergeSegments(db); steps += 1) expect(steps).toBeLessThan(fetches);
    expect(segments(db)).toBe(1);
    expect(() => checkIndex(db)).not.toThrow();
  });

  it('is merged as ever once the round is over, also where nothing was left to merge', () => {
    const { db } = temporaryLibrary();
    gatherSegments(db, 1_000);
    while (mergeSegments(db));
    fetched(db, 0);
    expect(segments(db)).toBeLessThan(fetches / 2);
  });

  it('of a list of thousands gathers them with a bound', () => {
    const { db } = temporaryLibrary();
    gatherSegments(db, 5_000);
    const bound = db.get<{ v: number }>("SELECT v FROM article_index_config WHERE k = 'automerge'")?.v;
    expect(bound).toBeGreaterThan(0);
  });
});
