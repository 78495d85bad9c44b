/** The tree as the reader wants it shown: in another order than their own, or without what has nothing unread. */
import type { TreeNode } from './tree-data.ts';

export type FeedOrder = 'own' | 'name' | 'unread';

interface Arrangement {
  readonly order: FeedOrder;
  /** Leave out feeds with nothing unread, and folders that hold only such. */
  readonly onlyUnread: boolean;
  /** By feed. */
  readonly unread: ReadonlyMap<number, number>;
  /** The list that is open keeps its row. */
  readonly shown: string;
}

interface ArrangedTree {
  readonly nodes: readonly TreeNode[];
  /** Feeds that were left out. */
  readonly hidden: number;
}

export function arrangeTree(nodes: readonly TreeNode[], arrangement: Arrangement): ArrangedTree {
  const { order, onlyUnread } = arrangement;
  if (order === 'own' && !onlyUnread) return { nodes, hidden: 0 };
  let hidden = 0;
  const arranged = (inside: readonly TreeNode[]): readonly TreeNode[] => {
    const kept = inside.flatMap((node): readonly TreeNode[] => {
      if (node.kind === 'folder') {
        const children = arranged(node.children);
        const isEmptied = node.children.length > 0 && children.length === 0 && node.id !== arrangement.shown;
        return isEmptied ? [] : [{ ...node, children }];
      }
      const isLeftOut = onlyUnread && unreadIn(node, arrangement.unread) === 0 && node.id !== arrangement.shown;
      if (isLeftOut) hidden += 1;
      return isLeftOut ? [] : [node];
    });
    return order === 'own' ? kept : [...kept].sort(comparing(order, arrangement.unread));
  };
  return { nodes: arranged(nodes), hidden };
}

function comparing(order: 'name' | 'unread', unread: ReadonlyMap<number, number>) {
  return (one: TreeNode, other: TreeNode) => {
    const by = order === 'unread' ? unreadIn(other, unread) - unreadIn(one, unread) : 0;
    return by || nodeName(one).localeCompare(nodeName(other), undefined, { sensitivity: 'base' });
  };
}

function unreadIn(node: TreeNode, unread: ReadonlyMap<number, number>): number {
  if (node.kind === 'feed') return unread.get(node.feed.id) ?? 0;
  return node.children.reduce((sum, child) => sum + unreadIn(child, unread), 0);
}

export function nodeName(node: TreeNode): string {
  return node.kind === 'folder' ? node.folder.name : node.feed.title;
}

export interface FoundFeed {
  readonly id: string;
  readonly node: TreeNode & { readonly kind: 'feed' };
  /** Of the folder it stands in; null at the top. */
  readonly folder: string | null;
  /** Where in its name the words stand: letters before, and how many. */
  readonly at: number;
  readonly length: number;
}

/** Feeds with these letters in their names: those that begin with them first, then those with a word that does. */
export function findFeeds(nodes: readonly TreeNode[], typed: string): readonly FoundFeed[] {
  const sought = typed.trim().toLocaleLowerCase();
  if (sought === '') return [];
  const found: FoundFeed[] = [];
  const walk = (inside: readonly TreeNode[], folder: string | null) => {
    for (const node of inside) {
      if (node.kind === 'folder') walk(node.children, node.folder.name);
      else {
        const at = node.feed.title.toLocaleLowerCase().indexOf(sought);
        if (at >= 0) found.push({ id: node.id, node, folder, at, length: sought.length });
      }
    }
  };
  walk(nodes, null);
  const rank = ({ node, at }: FoundFeed) =>
    at === 0 ? 0 : /[^\p{L}\p{N}]/u.test(node.feed.title[at - 1] ?? '') ? 1 : 2;
  return found.sort((one, other) => rank(one) - rank(other) || nodeName(one.node).localeCompare(nodeName(other.node)));
}
