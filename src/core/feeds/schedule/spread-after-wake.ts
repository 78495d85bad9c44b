/** Spreads the checks that have piled up during sleep: not every feed in the first second, on a network that is just coming back. */
import type { EpochMs } from '../../lib/clock.ts';

export interface OverdueFeed {
  readonly key: string;
  readonly nextPollAt: EpochMs;
}

export interface PlannedCheck {
  readonly key: string;
  readonly at: EpochMs;
}

/** The network needs a moment after waking. */
const settleMs = 3000;
const perFeedMs = 250;
const longestSpreadMs = 600_000;

/**
 * A time for each overdue feed, the longest overdue first, four a second, all within ten minutes.
 * `random` 0 up to 1 keeps many machines that wake at nine o'clock from asking a host in step.
 */
export function spreadAfterWake(
  overdue: readonly OverdueFeed[],
  now: EpochMs,
  random: () => number,
): readonly PlannedCheck[] {
  const stepMs = Math.min(perFeedMs, longestSpreadMs / Math.max(1, overdue.length));
  return [...overdue]
    .sort((a, b) => a.nextPollAt - b.nextPollAt)
    .map(({ key }, index) => ({ key, at: now + settleMs + (index + random()) * stepMs }));
}
