/** Asks the full-text index for articles that share words: each word's newest, so that the cost does not grow with the archive. */
import type { ReadableDb } from './handles.ts';

// Enough for a rare word to reach the whole archive, and for a frequent one to be told as such. 24 questions take about 8 ms.
const hitsAWord = 400;
const titleWeight = 3;

interface RelatedHit {
  readonly id: number;
  readonly weight: number;
}

/**
 * Articles holding any of these words, by the summed rarity of the words they hold, title words three times; best first.
 * A word is quoted, so that nothing in it is an operator.
 */
export function articlesSharing(
  db: ReadableDb,
  words: readonly string[],
  { except, limit }: { readonly except: number; readonly limit: number },
): RelatedHit[] {
  const size = db.get<{ n: number | null }>('SELECT max(arrival) AS n FROM article_status')?.n ?? 1;
  const span = idSpan(db);
  const weights = new Map<number, number>();
  for (const word of words) {
    const quoted = `"${word.replaceAll('"', '""')}"`;
    const hits = newestHits(db, `{title body} : ${quoted}`);
    if (hits.length === 0) continue;
    const rarity = Math.log(1 + size / estimatedHits(hits, span));
    const inTitle = new Set(newestHits(db, `{title} : ${quoted}`));
    for (const id of new Set([...hits, ...inTitle])) {
      if (id === except) continue;
      weights.set(id, (weights.get(id) ?? 0) + rarity * (inTitle.has(id) ? titleWeight : 1));
    }
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || b.id - a.id)
    .slice(0, limit);
}

function newestHits(db: ReadableDb, match: string): number[] {
  return db
    .all<{ id: number }>(
      'SELECT rowid AS id FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT :limit',
      { match, limit: hitsAWord },
    )
    .map(({ id }) => id);
}

function idSpan(db: ReadableDb): { readonly oldest: number; readonly newest: number } {
  const row = db.get<{ oldest: number | null; newest: number | null }>(
    'SELECT (SELECT min(id) FROM article) AS oldest, (SELECT max(id) FROM article) AS newest',
  );
  return { oldest: row?.oldest ?? 0, newest: row?.newest ?? 1 };
}

/** Ids are moments: 400 hits within a day of three years are a word that every article holds. */
function estimatedHits(hits: readonly number[], { oldest, newest }: { oldest: number; newest: number }): number {
  const last = hits.at(-1) ?? oldest;
  if (hits.length < hitsAWord) return hits.length;
  const share = (newest - last) / Math.max(1, newest - oldest);
  return hits.length / Math.max(share, 1e-6);
}
