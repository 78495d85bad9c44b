/** Settings of several feeds after a change to some of them, whole: what a call leaves out it sets to its default. */
import type { FeedSettings, FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';

interface SettingsGroup {
  readonly ids: readonly FeedId[];
  readonly settings: FeedSettings;
}

type Configured = Pick<FeedSummary, 'id' | 'settings'>;

/** Feeds that end with the same settings come together, so that a change to many is mostly one call. */
export function settingsAfter(
  feeds: readonly Configured[],
  ids: readonly FeedId[],
  change: Partial<FeedSettings>,
): readonly SettingsGroup[] {
  const wanted = new Set(ids);
  const groups = new Map<string, { ids: FeedId[]; settings: FeedSettings }>();
  for (const feed of feeds) {
    if (!wanted.has(feed.id)) continue;
    const settings = { ...feed.settings, ...change };
    const key = JSON.stringify(Object.entries(settings).sort(([one], [other]) => one.localeCompare(other)));
    const group = groups.get(key) ?? { ids: [], settings };
    group.ids.push(feed.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
