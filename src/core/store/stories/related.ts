/** Asks the full-text index for articles that share words: each word's newest, so that the cost does not grow with the archive. */
import type { ReadableDb } from '../handles.ts';

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
    const inTitle = newestHits(db, `{title} : ${quoted}`);
    addHits(weights, { hits, inTitle, rarity });
  }
  weights.delete(except);
  return heaviest(weights, limit);
}

/** Both newest first, so that one walk over them tells which hit is in a title. */
function addHits(
  weights: Map<number, number>,
  word: { readonly hits: readonly number[]; readonly inTitle: readonly number[]; readonly rarity: number },
): void {
  const { hits, inTitle, rarity } = word;
  const add = (id: number, weight: number): void => void weights.set(id, (weights.get(id) ?? 0) + weight);
  let next = 0;
  for (const id of hits) {
    for (; next < inTitle.length && (inTitle[next] ?? id) > id; next += 1)
      add(inTitle[next] ?? 0, rarity * titleWeight);
    const isTitled = inTitle[next] === id;
    if (isTitled) next += 1;
    add(id, isTitled ? rarity * titleWeight : rarity);
  }
  for (; next < inTitle.length; next += 1) add(inTitle[next] ?? 0, rarity * titleWeight);
}

/** Some thousand ids are found and fifty wanted: sorting them all would take longer than finding them. */
function heaviest(weights: ReadonlyMap<number, number>, limit: number): RelatedHit[] {
  const best: RelatedHit[] = [];
  for (const [id, weight] of weights) {
    const last = best.at(-1);
    if (best.length === limit && last !== undefined && !isBefore({ id, weight }, last)) continue;
    const found = best.findLastIndex((hit) => isBefore(hit, { id, weight }));
    best.splice(found + 1, 0, { id, weight });
    if (best.length > limit) best.pop();
  }
  return best;
}

function isBefore(a: RelatedHit, b: RelatedHit): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.id > b.id);
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
