/** The menu of a feed in the table: everything that the details offer at a press. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { copyText } from '../../app/article-actions.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import type { MenuGroups } from '../../ui/menu.tsx';
import { checkFeeds, markFeedsRead, pauseFeeds } from './change-feeds.ts';
import { scheduleEntries } from './schedule-entries.ts';

interface MenuWays {
  readonly rename: () => void;
  readonly move: () => void;
}

export function feedMenu(feed: FeedSummary, { rename, move }: MenuWays): MenuGroups {
  const { paused } = feed.settings;
  return [
    [
      { id: 'open', icon: 'text', label: 'Read its articles', run: () => navigate({ view: `feed:${feed.id}` }) },
      { id: 'refresh', icon: 'refresh', label: 'Refresh', run: () => void checkFeeds([feed]) },
      { id: 'read', icon: 'checks', label: 'Mark read', run: () => void markFeedsRead([feed]) },
    ],
    [
      { id: 'rename', icon: 'pencil', label: 'Rename', run: rename },
      { id: 'move', icon: 'folder', label: 'Move to…', run: move },
      { id: 'schedule', icon: 'clock', label: 'Change schedule', entries: scheduleEntries([feed]) },
      { id: 'pause', icon: 'pause', label: paused ? 'Resume' : 'Pause', run: () => pauseFeeds([feed], !paused) },
      { id: 'copy', icon: 'link', label: 'Copy address', run: () => void copyText(feed.url, 'Address copied') },
      {
        id: 'details',
        icon: 'info',
        label: 'Details and diary',
        run: () => navigate({ screen: 'subscriptions', argument: String(feed.id) }, { replace: true }),
      },
    ],
    [{ id: 'remove', icon: 'bin', label: 'Unsubscribe', danger: true, run: () => void unsubscribe([feed]) }],
  ];
}
