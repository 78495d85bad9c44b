/** When a feed was last asked and will next be, as the table words it. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { clockTime, shortDate, startOfDay } from '../../lib/times.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** '08:12' today, 'Yesterday', '3 days ago' in the last week, '12 Nov', 'Not yet'. */
export function lastCheck(at: number | null, now: number): string {
  if (at === null) return 'Not yet';
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (days <= 0) return clockTime(at);
  if (days === 1) return 'Yesterday';
  return days < 7 ? `${days} days ago` : shortDate(at, now);
}

type Planned = Pick<FeedSummary, 'health' | 'nextCheckAt' | 'trouble'>;

/** 'In 18 min', 'In 2 hours', 'Tomorrow 08:00', '3 Dec', 'Now' when its turn has come; 'Never' while nothing is planned. */
export function nextCheck(
  { health, nextCheckAt, trouble }: Planned,
  { now, byHand }: { readonly now: number; readonly byHand: boolean },
): string {
  if (health === 'paused') return 'Never';
  if (byHand) return 'By hand';
  if (nextCheckAt === null) return trouble !== null && health === 'error' ? 'Never' : 'Soon';
  const wait = nextCheckAt - now;
  if (wait < minuteMs) return 'Now';
  if (wait < hourMs - minuteMs / 2) return `In ${Math.round(wait / minuteMs)} min`;
  const days = Math.round((startOfDay(nextCheckAt) - startOfDay(now)) / dayMs);
  if (days === 0 || wait < 3 * hourMs) {
    const hours = Math.round(wait / hourMs);
    return `In ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  }
  return days === 1 ? `Tomorrow ${clockTime(nextCheckAt)}` : shortDate(nextCheckAt, now);
}
