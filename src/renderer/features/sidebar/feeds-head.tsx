/** The head over the feeds: how many, and how they are shown. */
import { runCommand } from '../../app/commands.ts';
import { useFeedCount } from '../../client/library.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { exactCount } from '../../lib/numbers.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import type { FeedOrder } from './arrange-tree.ts';

const orderNames = { own: 'Own order', name: 'Name', unread: 'Unread' } as const;
const orders: readonly FeedOrder[] = ['own', 'name', 'unread'];

export function FeedsHead() {
  const feeds = useFeedCount();
  const order = useStore(windowState, ({ feedOrder }) => feedOrder);
  const onlyUnread = useStore(windowState, ({ onlyUnreadFeeds }) => onlyUnreadFeeds);
  const hasOpen = useStore(windowState, ({ openFolders }) => openFolders.length > 0);
  return (
    <div className="tree-h">
      <h2 id="feeds-head">Feeds</h2>
      {feeds > 0 && <span className="t3 num feeds-number">{exactCount(feeds)}</span>}
      <span className="feeds-ways">
        {feeds > 0 && (
          <>
            <IconButton
              small
              icon="eye"
              label="Only feeds with unread articles"
              pressed={onlyUnread}
              className={onlyUnread ? 'on' : undefined}
              onPress={() => rememberState({ onlyUnreadFeeds: !onlyUnread })}
            />
            <MenuButton label="Sort feeds" groups={orderMenu(order)}>
              <IconButton small icon="sort" label={`Sort feeds: ${orderNames[order].toLocaleLowerCase()}`} />
            </MenuButton>
            <IconButton
              small
              icon="collapse"
              label="Close all folders"
              isDisabled={!hasOpen}
              onPress={() => rememberState({ openFolders: [] })}
            />
          </>
        )}
        <IconButton small icon="plus" label="Add feed" onPress={() => void runCommand('feed.add')} />
      </span>
    </div>
  );
}

function orderMenu(order: FeedOrder): MenuGroups {
  return [
    orders.map((choice) => ({
      id: choice,
      label: orderNames[choice],
      chosen: choice === order,
      run: () => rememberState({ feedOrder: choice }),
    })),
  ];
}
