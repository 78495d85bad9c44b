/**
 * The titles that a reader begins with get their icons before the first front page is drawn, if they come in time: drawn
 * at once, the page would change under the eyes a moment later.
 */
import { feedsNow } from '../client/library.ts';

/** From when there is something to draw. Many sites have no icon, and nobody should wait for those. */
const patienceMs = 3000;

let isExpected = false;
let until = 0;

/** The next front page is the first one of feeds that were just subscribed to. */
export function expectFirstIcons(): void {
  isExpected = true;
  until = 0;
}

/** Whether a page of these feeds should wait a little longer. The first time that this is asked, the patience begins. */
export function lacksFirstIcons(feedIds: readonly number[]): boolean {
  if (!isExpected) return false;
  if (until === 0) until = Date.now() + patienceMs;
  const wanted = new Set(feedIds);
  isExpected = Date.now() < until && feedsNow().some(({ id, iconUrl }) => wanted.has(id) && iconUrl === null);
  return isExpected;
}
