/** What can be done with all ticked feeds at once. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { saveFeeds } from '../../app/save-subscriptions.ts';
import { exactCount } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { checkFeeds, markFeedsRead, pauseFeeds } from './change-feeds.ts';
import { scheduleEntries } from './schedule-entries.ts';
import type { FeedTableState } from './use-feed-table.ts';

interface BulkBarProps {
  readonly table: FeedTableState;
  readonly onMove: (feeds: readonly FeedSummary[]) => void;
}

export function BulkBar({ table, onMove }: BulkBarProps) {
  const feeds = table.selected;
  const isPaused = feeds.every(({ settings }) => settings.paused);
  const pause = () => pauseFeeds(feeds, !isPaused);
  const markRead = () => void markFeedsRead(feeds);
  const exportThem = () => void saveFeeds(feeds);
  const more: readonly MenuEntry[] = [
    { id: 'read', icon: 'checks', label: 'Mark read', run: markRead },
    { id: 'pause', icon: 'pause', label: isPaused ? 'Resume' : 'Pause', run: pause },
    { id: 'export', icon: 'export', label: 'Export', run: exportThem },
  ];
  return (
    <div className="bulk" role="toolbar" aria-label="Actions for selected feeds">
      <span className="num bulk-count">{exactCount(feeds.length)} selected</span>
      <Button size="sm" icon="refresh" onPress={() => void checkFeeds(feeds)}>
        Refresh
      </Button>
      <Button size="sm" icon="checks" className="hide-narrow" onPress={markRead}>
        Mark read
      </Button>
      <Button size="sm" icon="folder" onPress={() => onMove(feeds)}>
        Move to…
      </Button>
      <MenuButton label="Change schedule" groups={[scheduleEntries(feeds)]}>
        <Button size="sm" icon="clock" className="hide-narrow">
          Change schedule
        </Button>
      </MenuButton>
      <Button size="sm" icon="pause" className="hide-narrow" onPress={pause}>
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      <Button size="sm" icon="export" className="hide-narrow" onPress={exportThem}>
        Export
      </Button>
      <MenuButton label="More actions" groups={[more, scheduleEntries(feeds)]}>
        <IconButton icon="more" label="More actions" className="only-narrow" />
      </MenuButton>
      <span className="grow" />
      <IconButton icon="x" label="Clear the selection" onPress={() => table.tickAll(false)} />
      <Button size="sm" kind="danger" onPress={() => void unsubscribe(feeds)}>
        Unsubscribe
      </Button>
    </div>
  );
}
