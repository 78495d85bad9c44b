/** What can be done with a saved search in the sidebar: every drag and key of it stands in its menu, too. */
import type { Result } from '../../../contract/errors.ts';
import type { OperationId, ViewName } from '../../../contract/ids.ts';
import { markViewRead } from '../../app/article-actions.ts';
import { keysFor } from '../../app/commands.ts';
import { leaveView } from '../../app/leave-view.ts';
import { navigate } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { savedSearchesNow } from '../../client/library.ts';
import { askToNotify } from '../../lib/ask-to-notify.ts';
import type { MenuGroups } from '../../ui/menu.tsx';
import { startRename } from './rename-field.tsx';

export function searchMenu(id: number): MenuGroups {
  const searches = savedSearchesNow();
  const at = searches.findIndex((candidate) => candidate.id === id);
  const search = searches[at];
  if (!search) return [];
  const view: ViewName = `search:${id}`;
  const { name, query, notify } = search;
  return [
    [{ id: 'read', icon: 'checks', label: 'Mark read', run: () => markViewRead(view, `in ${name}`) }],
    [
      {
        id: 'open',
        icon: 'search',
        label: 'Open in search',
        run: () => navigate({ screen: 'search', argument: query, articleId: null }),
      },
      { id: 'edit', label: 'Edit query…', run: () => openOverlay('saved-search', `edit:${id}`) },
      { id: 'rename', icon: 'pencil', label: 'Rename', keys: keysFor('tree.rename'), run: () => startRename(view) },
      { id: 'notify', icon: 'bell', label: 'Notify', chosen: notify, run: () => void setNotify(id, !notify) },
    ],
    [
      { id: 'up', icon: 'up', label: 'Move up', disabled: at === 0, run: () => void moveSearch(view, -1) },
      {
        id: 'down',
        icon: 'down',
        label: 'Move down',
        disabled: at === searches.length - 1,
        run: () => void moveSearch(view, 1),
      },
    ],
    [
      {
        id: 'remove',
        icon: 'bin',
        label: 'Delete',
        keys: keysFor('tree.remove'),
        danger: true,
        run: () => void removeSearch(id, name),
      },
    ],
  ];
}

/** One step by key or menu. */
export async function moveSearch(view: string, by: 1 | -1): Promise<void> {
  const views = viewsNow();
  const at = views.indexOf(view);
  const other = views[at + by];
  if (at >= 0 && other !== undefined) await moveSearches([view], other, by > 0 ? 'after' : 'before');
}

/** Puts rows before or after another one. */
export async function moveSearches(
  moved: readonly string[],
  target: string,
  position: 'before' | 'after',
): Promise<void> {
  const others = viewsNow().filter((view) => !moved.includes(view));
  const at = others.indexOf(target) + (position === 'after' ? 1 : 0);
  const views = [...others.slice(0, at), ...moved, ...others.slice(at)];
  const ids = views.map((view) => Number(view.slice('search:'.length)));
  tell(await client.call('savedSearches.reorder', { ids }), 'Moved in the sidebar');
}

function viewsNow(): readonly string[] {
  return savedSearchesNow().map(({ id }) => `search:${id}`);
}

async function setNotify(id: number, notify: boolean): Promise<void> {
  if (notify) askToNotify();
  const done = notify ? 'You are told of new articles here' : 'You are no longer told of new articles here';
  tell(await client.call('savedSearches.change', { id, notify }), done);
}

export async function removeSearch(id: number, name: string): Promise<void> {
  const result = await client.call('savedSearches.remove', { id });
  tell(result, `Deleted the saved search ${name}`);
  if (result.ok) leaveView(`search:${id}`);
}

function tell(result: Result<{ readonly operationId: OperationId | null }>, done: string): void {
  if (result.ok) toastDone(done, result.value.operationId);
  else toastFailure(result.error.message);
}
