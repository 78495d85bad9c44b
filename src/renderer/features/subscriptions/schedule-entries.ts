/** How often feeds are refreshed, as a menu that marks what they have in common. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { named, setFeeds } from './change-feeds.ts';
import { intervals } from './intervals.ts';

export function scheduleEntries(feeds: readonly FeedSummary[]) {
  return intervals.map(({ minutes, label, short }) => ({
    id: `every-${minutes}`,
    label,
    chosen: feeds.every(({ settings }) => settings.intervalMinutes === minutes),
    run: () => void setFeeds(feeds, { intervalMinutes: minutes }, `${named(feeds)}: refreshed ${short}`),
  }));
}
