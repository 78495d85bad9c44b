/** Moving feeds and folders in the tree: one step by key, or anywhere by drag and by dialog. */
import type { FeedId, FolderId } from '../../../contract/ids.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { feedsNow, foldersNow, idInView, viewTitle } from '../../client/library.ts';
import { counted } from '../../lib/numbers.ts';
import { childrenOf, findNode, type MoveStep, moveSteps, type TreeNode, treeOf } from './tree-data.ts';

export interface Destination {
  readonly folderId: FolderId | null;
  /** Among what is in there, without what is being moved; absent: at the end. */
  readonly index?: number;
}

/** Feeds and folders come to stand together, in the order of `ids`: feeds first. */
export async function moveNodes(ids: readonly string[], to: Destination, where: string): Promise<void> {
  const inside = childrenOf(treeOf(feedsNow(), foldersNow()), to.folderId).map(({ id }) => id);
  for (const step of moveSteps(ids, to.index, inside)) {
    const result = await moveStep(step, to.folderId);
    if (!result.ok) return toastFailure(result.error.message);
    toastDone(`Moved ${namedNodes(step.ids)} ${where}`, result.value.operationId);
  }
}

function moveStep({ ids, index }: MoveStep, folderId: FolderId | null) {
  const place = index === undefined ? {} : { index };
  const feedIds = ids.map((id) => idInView(id as never, 'feed')).filter((id) => id !== undefined) as FeedId[];
  if (feedIds.length > 0) return client.call('feeds.move', { ids: feedIds, folderId, ...place });
  const folder = idInView(ids[0] as never, 'folder') as FolderId;
  return client.call('folders.move', { id: folder, parentId: folderId, ...place });
}

/** 'World', '3 feeds' */
function namedNodes(ids: readonly string[]): string {
  const [only, ...others] = ids;
  if (only === undefined || others.length > 0) return counted(ids.length, 'feed', 'feeds');
  return viewTitle(only as never, { feeds: feedsNow(), folders: foldersNow() });
}

const folderOf = (node: TreeNode | null): FolderId | null => (node?.kind === 'folder' ? node.folder.id : null);

/** Alt and an arrow: up or down among siblings, into the folder above, or out of its own. */
export async function moveByKey(id: string, key: string): Promise<void> {
  const found = findNode(treeOf(feedsNow(), foldersNow()), id);
  if (!found) return;
  const { parent, siblings, index } = found;
  const inFolder = folderOf(parent);
  if (key === 'ArrowUp' && index > 0) await moveNodes([id], { folderId: inFolder, index: index - 1 }, 'up');
  else if (key === 'ArrowDown' && index < siblings.length - 1) {
    await moveNodes([id], { folderId: inFolder, index: index + 1 }, 'down');
  } else if (key === 'ArrowRight') {
    const above = siblings.slice(0, index).findLast((node) => node.kind === 'folder');
    if (above?.kind === 'folder') await moveNodes([id], { folderId: above.folder.id }, `into ${above.folder.name}`);
  } else if (key === 'ArrowLeft' && parent) {
    const outer = findNode(treeOf(feedsNow(), foldersNow()), parent.id);
    if (outer)
      await moveNodes([id], { folderId: folderOf(outer.parent), index: outer.index + 1 }, `out of ${nameOf(parent)}`);
  }
}

function nameOf(node: TreeNode): string {
  return node.kind === 'folder' ? node.folder.name : node.feed.title;
}

/** Where a drop on, before or after a row leads; undefined when it may not go there. */
export function destinationOf(
  target: string,
  position: 'on' | 'before' | 'after',
  moved: ReadonlySet<string>,
): Destination | undefined {
  const found = findNode(treeOf(feedsNow(), foldersNow()), target);
  if (!found) return undefined;
  if (position === 'on') return found.node.kind === 'folder' ? { folderId: found.node.folder.id } : undefined;
  const others = found.siblings.filter((node) => !moved.has(node.id));
  const at = others.findIndex((node) => node.id === target);
  return { folderId: folderOf(found.parent), index: at < 0 ? found.index : position === 'after' ? at + 1 : at };
}

/** The folders that stand beside a row, itself included if it is one. */
export function siblingFolders(id: string): readonly FolderId[] {
  const found = findNode(treeOf(feedsNow(), foldersNow()), id);
  return (found?.siblings ?? []).flatMap((node) => (node.kind === 'folder' ? [node.folder.id] : []));
}
