/** Context menus of the tree. Every drag and every key of it has its entry here. */

import type { Result } from '../../../contract/errors.ts';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import type { FeedId, OperationId, ViewName } from '../../../contract/ids.ts';
import { copyText, markViewRead } from '../../app/article-actions.ts';
import { keysFor, runCommand } from '../../app/commands.ts';
import { refresh, unsubscribe } from '../../app/feed-actions.ts';
import { leaveView } from '../../app/leave-view.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { saveSubscriptions } from '../../app/save-subscriptions.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { feedsNow, foldersNow } from '../../client/library.ts';
import { rememberState, windowState } from '../../client/window-state.ts';
import type { MenuEntry, MenuGroups } from '../../ui/menu.tsx';
import { startRename } from './rename-field.tsx';
import { archiveRow } from './use-row-selection.ts';

export function viewMenu(view: string): MenuGroups {
  if (view === archiveRow || view === 'starred' || view === 'later') return [];
  return [
    [markRead(view as ViewName, 'here')],
    [{ id: 'refresh', icon: 'refresh', label: 'Refresh all', run: () => refresh() }],
  ];
}

function markRead(view: ViewName, name: string): MenuEntry {
  return {
    id: 'read',
    icon: 'checks',
    label: 'Mark read',
    keys: placeNow().view === view ? keysFor('list.markRead') : undefined,
    run: () => markViewRead(view, name === 'here' ? 'here' : `in ${name}`),
  };
}

export function feedMenu(id: FeedId): MenuGroups {
  const feed = feedsNow().find((candidate) => candidate.id === id);
  if (!feed) return [];
  const view: ViewName = `feed:${id}`;
  return [
    [
      { id: 'refresh', icon: 'refresh', label: 'Refresh', run: () => refresh({ feedIds: [id] }) },
      markRead(view, feed.title),
    ],
    [
      { id: 'rename', icon: 'pencil', label: 'Rename', keys: keysFor('tree.rename'), run: () => startRename(view) },
      { id: 'move', icon: 'folder', label: 'Move to…', run: () => openOverlay('move-to', view) },
      ...detailEntries(feed),
      { id: 'copy', icon: 'link', label: 'Copy address', run: () => void copyText(feed.url, 'Address copied') },
    ],
    [
      {
        id: 'remove',
        icon: 'bin',
        label: 'Unsubscribe',
        keys: keysFor('tree.remove'),
        danger: true,
        run: () => void unsubscribe([feed]),
      },
    ],
  ];
}

/** Details and schedule live with the subscriptions; they are offered once that page has brought its command. */
function detailEntries(feed: FeedSummary): readonly MenuEntry[] {
  if (keysFor('feed.details') === undefined) {
    return [
      {
        id: 'details',
        icon: 'info',
        label: 'Details',
        run: () => navigate({ screen: 'subscriptions', argument: String(feed.id) }),
      },
    ];
  }
  return [
    { id: 'details', icon: 'info', label: 'Details', run: () => void runCommand('feed.details', String(feed.id)) },
  ];
}

export function folderMenu(folder: Folder): MenuGroups {
  const view: ViewName = `folder:${folder.id}`;
  return [
    [
      { id: 'refresh', icon: 'refresh', label: 'Refresh', run: () => refresh({ folderId: folder.id }) },
      markRead(view, folder.name),
    ],
    [
      { id: 'rename', icon: 'pencil', label: 'Rename', keys: keysFor('tree.rename'), run: () => startRename(view) },
      { id: 'new', icon: 'plus', label: 'New folder', run: () => void addFolder(folder.id) },
      { id: 'move', icon: 'folder', label: 'Move to…', run: () => openOverlay('move-to', view) },
      { id: 'sort', icon: 'sort', label: 'Sort by name', run: () => void sortFolder(folder) },
    ],
    [{ id: 'export', icon: 'export', label: 'Export OPML', run: () => void saveSubscriptions(folder) }],
    [
      {
        id: 'remove',
        icon: 'bin',
        label: 'Delete folder',
        keys: keysFor('tree.remove'),
        danger: true,
        run: () => void removeFolder(folder),
      },
    ],
  ];
}

/** Makes a folder and lets the reader name it at once. */
export async function addFolder(parentId: Folder['id'] | null): Promise<void> {
  const id = await makeFolder(parentId);
  if (id !== null) startRename(`folder:${id}`);
}

/** Makes one that is still to be named, in sight; null, and a toast, when it could not be made. */
export async function makeFolder(parentId: Folder['id'] | null): Promise<Folder['id'] | null> {
  const result = await client.call('folders.add', { name: 'New folder', parentId });
  if (!result.ok) {
    toastFailure(result.error.message);
    return null;
  }
  if (parentId !== null) openFolder(parentId);
  return result.value.id;
}

/** What is in a closed folder cannot be named. */
function openFolder(id: Folder['id']): void {
  rememberState({ openFolders: [...new Set([...windowState.get().openFolders, id])] });
}

async function sortFolder(folder: Folder): Promise<void> {
  tell(await client.call('folders.sort', { id: folder.id }), `Sorted ${folder.name}`);
}

/** Delete in the tree: feeds are left and folders taken away at once, since both can be undone. */
export function removeNodes(ids: readonly string[]): void {
  const feeds = feedsNow().filter(({ id }) => ids.includes(`feed:${id}`));
  if (feeds.length > 0) void unsubscribe(feeds);
  for (const folder of foldersNow()) if (ids.includes(`folder:${folder.id}`)) void removeFolder(folder);
}

async function removeFolder(folder: Folder): Promise<void> {
  const result = await client.call('folders.remove', { id: folder.id });
  tell(result, `Deleted the folder ${folder.name}`);
  if (result.ok) leaveView(`folder:${folder.id}`);
}

function tell(result: Result<{ readonly operationId: OperationId }>, done: string): void {
  if (result.ok) toastDone(done, result.value.operationId);
  else toastFailure(result.error.message);
}
