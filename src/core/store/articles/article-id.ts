/**
 * Article ids sort by time: second x 16 + n. Given once, never changed. Multiplied, never shifted: `<<` would cut to
 * 32 bits. A small factor keeps the index small, which stores the distance from each article to the next.
 */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';

export const idsPerSecond = 16;

/** Smallest id of an article published at or after this moment. */
export function lowestIdAt(at: EpochMs): number {
  return Math.ceil(at / 1000) * idsPerSecond;
}

/** The moment an id stands for, to the second. */
export function momentOfId(id: number): EpochMs {
  return Math.floor(id / idsPerSecond) * 1000;
}

/**
 * The second an article sorts by: its published date, kept between 1970 and the fetch that brought it, so that a wrong
 * clock at the publisher neither pins it to the top nor loses it; the fetch where there is no safe date.
 */
export function sortSecond(publishedAt: EpochMs | undefined, fetchedAt: EpochMs): number {
  const at = publishedAt === undefined ? fetchedAt : Math.min(Math.max(publishedAt, 0), fetchedAt);
  return Math.floor(at / 1000);
}

/**
 * A free id of that second, after all that were given in it. A full second spills into the next two, these into the next
 * four, and so on: thousands of articles of one second cost a dozen looks each, and keep the order in which they came.
 */
export function freeId(db: ReadableDb, second: number): number {
  let low = second * idsPerSecond;
  for (let width = idsPerSecond; ; width *= 2) {
    const highest = db.get<{ id: number | null }>(
      'SELECT max(article_id) AS id FROM article_status WHERE article_id >= :low AND article_id < :end',
      { low, end: low + width },
    )?.id;
    const free = (highest ?? low - 1) + 1;
    if (free < low + width) return free;
    low += width;
  }
}
