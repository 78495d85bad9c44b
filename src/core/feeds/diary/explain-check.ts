/** The diary's line for a check that went well, or well enough: changed, unchanged, moved, mended. */
import type { Explanation } from './failure-facts.ts';

export interface CheckFacts {
  readonly kind: 'fetched' | 'not_modified';
  readonly newArticles: number;
  /** The line of each repair that had to be made, where known, in the order met. */
  readonly repairLines: readonly (number | undefined)[];
  readonly movedTo?: string;
  /** The new address has been saved as the feed's own. */
  readonly isMoveSaved: boolean;
  /** The feed's login was given for the place that it has left. */
  readonly isLoginLeft?: boolean;
}

/** In the order of what a person should know first: moved, mended, then what came. */
export function explainCheck(facts: CheckFacts): Explanation {
  const came = facts.newArticles === 0 ? 'nothing new' : `${facts.newArticles} new`;
  if (facts.movedTo !== undefined) {
    const remedy = facts.isMoveSaved
      ? 'The new address has been saved.'
      : 'The new address is saved when the host says so once more.';
    const login =
      facts.isLoginLeft === true ? ' Its login is not sent to the new place: the feed’s details ask about it.' : '';
    return {
      cause: 'Moved',
      happened: `The feed has moved to ${facts.movedTo} (${came}).${login}`,
      remedy,
      action: 'wait',
    };
  }
  if (facts.repairLines.length > 0) {
    const line = facts.repairLines.find((one) => one !== undefined);
    const where = line === undefined ? '' : ` at line ${line}`;
    return {
      cause: `Broken${where}, repaired`,
      happened: `The feed is broken${where}; it was repaired and read (${came}).`,
      remedy: 'Nothing needs to be done.',
      action: 'none',
    };
  }
  const cause = facts.kind === 'not_modified' ? 'Not changed' : came.charAt(0).toUpperCase() + came.slice(1);
  const happened =
    facts.kind === 'not_modified' ? 'Nothing has changed since the last check.' : `The feed was read: ${came}.`;
  return { cause, happened, remedy: 'Nothing needs to be done.', action: 'none' };
}
