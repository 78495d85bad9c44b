/** Saves a feed's new address once its host has said twice that it moved for good: one mistaken redirect changes nothing. */

export interface MoveSeen {
  readonly to: string;
  readonly times: number;
}

export interface MoveStep {
  /** To be stored with the feed; absent when there is no move to remember. */
  readonly seen?: MoveSeen;
  /** The address to save now, in place of the feed's own. */
  readonly saveAs?: string;
}

const timesToBelieve = 2;

/**
 * The step after a check that ended in a readable feed (only such a check may be passed: a hotel's login page also
 * answers 301). `movedTo` is the outcome's `movedPermanentlyTo`.
 */
export function noteMove(seen: MoveSeen | undefined, movedTo: string | undefined): MoveStep {
  if (movedTo === undefined) return {};
  const times = seen?.to === movedTo ? seen.times + 1 : 1;
  return times >= timesToBelieve ? { saveAs: movedTo } : { seen: { to: movedTo, times } };
}
