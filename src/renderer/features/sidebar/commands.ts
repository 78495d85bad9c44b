/** Commands of the sidebar. Keys of the tree itself are listed here and handled where they are pressed. */
import type { Command } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { addFolder } from './menus.ts';
import { saveSubscriptions } from './save-subscriptions.ts';

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
