/** Honours a feed's skipHours and skipDays (RSS 2.0). */
import type { EpochMs } from '../../lib/clock.ts';

const hour = 3_600_000;
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The first time from `at` on that lies in no skipped hour or day, UTC, but at most `longestWaitMs` later: a feed that
 * skips every hour is still read.
 */
export function afterSkippedTimes(
  at: EpochMs,
  skipHours: readonly number[],
  skipDays: readonly string[],
  longestWaitMs: number,
): EpochMs {
  if (skipHours.length === 0 && skipDays.length === 0) return at;
  // RSS 0.91 counts the hours from 1 to 24: 24 is midnight.
  const hours = new Set(skipHours.map((one) => one % 24));
  const days = new Set(skipDays.map((name) => dayNames.indexOf(name.trim().toLowerCase())));
  let time = at;
  while (time < at + longestWaitMs) {
    const date = new Date(time);
    if (!hours.has(date.getUTCHours()) && !days.has(date.getUTCDay())) return time;
    time = (Math.floor(time / hour) + 1) * hour;
  }
  return at + longestWaitMs;
}
