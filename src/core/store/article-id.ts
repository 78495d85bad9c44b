/**
 * Article ids sort by time: second x 2^20 + n. Given once, never changed. Multiplied, never shifted: `<<` would cut to
 * 32 bits. Exact in a Number until the year 2242; negative for dates before 1970.
 */
import type { EpochMs } from '../lib/clock.ts';

export const idsPerSecond = 2 ** 20;

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
