/** Commands of the sidebar. Keys of the tree itself are listed here and handled where they are pressed. */
import type { Command } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { focusRegion } from '../../app/regions.ts';
import { saveSubscriptions } from '../../app/save-subscriptions.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import { addFolder } from './menus.ts';

/** The sidebar comes first, where it is hidden: its field is drawn with the next frame. */
function focusFilter(): void {
  if (!focusRegion('side')) toggleSidebar();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.feed-filter-field')?.focus());
}

const nothing = () => undefined;

export const sidebarCommands: readonly Command[] = [
  { id: 'folder.add', title: 'New folder', group: 'Feeds', icon: 'folder', keys: [], run: () => void addFolder(null) },
  {
    id: 'subscriptions.export',
    title: 'Export subscriptions',
    group: 'Feeds',
    icon: 'export',
    keys: [],
    run: () => void saveSubscriptions(),
  },
  {
    id: 'archive.export',
    title: 'Export archive',
    group: 'Feeds',
    icon: 'export',
    keys: [],
    run: () => navigate({ screen: 'settings', argument: 'storage.export' }),
  },
  { id: 'tree.rename', title: 'Rename', group: 'Feeds', keys: ['F2'], onlyListed: true, run: nothing },
  {
    id: 'tree.remove',
    title: 'Unsubscribe or delete',
    group: 'Feeds',
    keys: ['Delete'],
    onlyListed: true,
    run: nothing,
  },
  {
    id: 'tree.filter',
    title: 'Filter feeds',
    group: 'Feeds',
    icon: 'filter',
    keys: ['Ctrl Shift F'],
    run: focusFilter,
  },
  {
    id: 'tree.closeAll',
    title: 'Close all folders',
    group: 'Feeds',
    icon: 'collapse',
    keys: [],
    run: () => rememberState({ openFolders: [] }),
  },
  {
    id: 'tree.onlyUnread',
    title: 'Only feeds with unread articles',
    group: 'Feeds',
    icon: 'eye',
    keys: [],
    run: () => rememberState({ onlyUnreadFeeds: !windowState.get().onlyUnreadFeeds }),
  },
  {
    id: 'tree.open',
    title: 'Open or close folder',
    group: 'Feeds',
    keys: ['ArrowRight', 'ArrowLeft'],
    onlyListed: true,
    run: nothing,
  },
  {
    id: 'tree.move',
    title: 'Move feed',
    group: 'Feeds',
    keys: ['Alt ArrowUp', 'Alt ArrowDown'],
    onlyListed: true,
    run: nothing,
  },
];
