/** Moving feeds and folders in the tree: one step by key, or anywhere by drag and by dialog. */
import type { FeedId, FolderId } from '../../../contract/ids.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { feedsNow, foldersNow, idInView } from '../../client/library.ts';
import { findNode, type TreeNode, treeOf } from './tree-data.ts';

export interface Destination {
  readonly folderId: FolderId | null;
  /** Among what is in there, without what is being moved; absent: at the end. */
  readonly index?: number;
}

export async function moveNodes(ids: readonly string[], to: Destination, where: string): Promise<void> {
  const index = to.index === undefined ? {} : { index: to.index };
  const feedIds = ids.map((id) => idInView(id as never, 'feed')).filter((id) => id !== undefined) as FeedId[];
  if (feedIds.length > 0) {
    const result = await client.call('feeds.move', { ids: feedIds, folderId: to.folderId, ...index });
    if (!result.ok) return toastFailure(result.error.message);
    const what =
      feedIds.length === 1 ? feedsNow().find(({ id }) => id === feedIds[0])?.title : `${feedIds.length} feeds`;
    toastDone(`Moved ${what} ${where}`, result.value.operationId);
  }
  for (const id of ids) {
    const folder = idInView(id as never, 'folder') as FolderId | undefined;
    if (folder === undefined) continue;
    const result = await client.call('folders.move', { id: folder, parentId: to.folderId, ...index });
    if (!result.ok) return toastFailure(result.error.message);
    toastDone(
      `Moved ${foldersNow().find((candidate) => candidate.id === folder)?.name} ${where}`,
      result.value.operationId,
    );
  }
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
