/** The sidebar's tree as data: folders of any depth with their feeds, in the order the reader set. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import type { FolderId, ViewName } from '../../../contract/ids.ts';

export type TreeNode =
  | { readonly kind: 'folder'; readonly id: ViewName; readonly folder: Folder; readonly children: readonly TreeNode[] }
  | {
      readonly kind: 'feed';
      readonly id: ViewName;
      readonly feed: FeedSummary;
      readonly children: readonly TreeNode[];
    };

const noChildren: readonly TreeNode[] = [];

export function treeOf(feeds: readonly FeedSummary[], folders: readonly Folder[]): readonly TreeNode[] {
  const inside = new Map<FolderId | null, (Folder | FeedSummary)[]>();
  const put = (parent: FolderId | null, child: Folder | FeedSummary) => {
    const siblings = inside.get(parent);
    if (siblings) siblings.push(child);
    else inside.set(parent, [child]);
  };
  for (const folder of folders) put(folder.parentId, folder);
  for (const feed of feeds) put(feed.folderId, feed);
  const nodesIn = (parent: FolderId | null): readonly TreeNode[] =>
    (inside.get(parent) ?? [])
      .sort((one, other) => one.position - other.position || nameOf(one).localeCompare(nameOf(other)))
      .map((child) =>
        'url' in child
          ? { kind: 'feed', id: `feed:${child.id}` as ViewName, feed: child, children: noChildren }
          : { kind: 'folder', id: `folder:${child.id}` as ViewName, folder: child, children: nodesIn(child.id) },
      );
  return nodesIn(null);
}

function nameOf(child: Folder | FeedSummary): string {
  return 'url' in child ? child.title : child.name;
}

/** The node and where it stands among its siblings. */
export interface Found {
  readonly node: TreeNode;
  readonly parent: TreeNode | null;
  readonly siblings: readonly TreeNode[];
  readonly index: number;
}

export function findNode(nodes: readonly TreeNode[], id: string, parent: TreeNode | null = null): Found | undefined {
  for (const [index, node] of nodes.entries()) {
    if (node.id === id) return { node, parent, siblings: nodes, index };
    const found = findNode(node.children, id, node);
    if (found) return found;
  }
  return undefined;
}

/** What is directly in a folder, or at the top. */
export function childrenOf(nodes: readonly TreeNode[], folderId: FolderId | null): readonly TreeNode[] {
  return folderId === null ? nodes : (findNode(nodes, `folder:${folderId}`)?.node.children ?? noChildren);
}

/** The rows of the tree from top to bottom, by id, with what is in the open folders. */
export function rowsOf(nodes: readonly TreeNode[], open: readonly number[]): readonly string[] {
  return nodes.flatMap((node) => {
    const isOpen = node.kind === 'folder' && open.includes(node.folder.id);
    return isOpen ? [node.id, ...rowsOf(node.children, open)] : [node.id];
  });
}

/** What one call moves: any number of feeds, or one folder. */
export interface MoveStep {
  readonly ids: readonly string[];
  /** Among what is in there by then, without what this step moves; absent: at the end. */
  readonly index: number | undefined;
}

/**
 * The calls after which all of `ids` stand together. `index` counts what is in there without any of them; `inside` is what
 * is in there now, in its order, with those of them that are.
 */
export function moveSteps(
  ids: readonly string[],
  index: number | undefined,
  inside: readonly string[],
): readonly MoveStep[] {
  const feeds = ids.filter((id) => id.startsWith('feed:'));
  const groups = [...(feeds.length > 0 ? [feeds] : []), ...ids.filter((id) => !feeds.includes(id)).map((id) => [id])];
  if (index === undefined) return groups.map((group) => ({ ids: group, index }));
  let present = [...inside];
  let before = index === 0 ? undefined : inside.filter((id) => !ids.includes(id))[index - 1];
  return groups.map((group) => {
    const others = present.filter((id) => !group.includes(id));
    const at = before === undefined ? 0 : others.indexOf(before) + 1;
    present = [...others.slice(0, at), ...group, ...others.slice(at)];
    before = group.at(-1);
    return { ids: group, index: at };
  });
}
