/** What can be done with all ticked feeds at once. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { exactCount } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { checkFeeds, markFeedsRead, named, pauseFeeds, setFeeds } from './change-feeds.ts';
import { intervals } from './intervals.ts';
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
  const more: readonly MenuEntry[] = [
    { id: 'read', icon: 'checks', label: 'Mark read', run: markRead },
    { id: 'pause', icon: 'pause', label: isPaused ? 'Resume' : 'Pause', run: pause },
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

function scheduleEntries(feeds: readonly FeedSummary[]): readonly MenuEntry[] {
  return intervals.map(({ minutes, label, short }) => ({
    id: `every-${minutes}`,
    label,
    chosen: feeds.every(({ settings }) => settings.intervalMinutes === minutes),
    run: () => void setFeeds(feeds, { intervalMinutes: minutes }, `${named(feeds)}: refreshed ${short}`),
  }));
}
