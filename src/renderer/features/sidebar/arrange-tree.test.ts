import { expect, test } from 'vitest';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import { arrangeTree, findFeeds, nodeName } from './arrange-tree.ts';
import { type TreeNode, treeOf } from './tree-data.ts';

const feed = (id: number, title: string, folderId: number | null = null) =>
  ({ id, title, folderId, position: id, url: `https://feed-${id}.example/` }) as unknown as FeedSummary;
const folder = (id: number, name: string) => ({ id, name, parentId: null, position: id }) as unknown as Folder;
const tree = treeOf(
  [feed(1, 'Quay Notes', 10), feed(2, 'Harbour Courier', 10), feed(3, 'Orchard Review', 11), feed(4, 'Alone')],
  [folder(10, 'World'), folder(11, 'Culture'), folder(12, 'Empty')],
);
const names = (nodes: readonly TreeNode[]): readonly unknown[] =>
  nodes.map((node) => (node.kind === 'folder' ? [nodeName(node), ...names(node.children)] : nodeName(node)));
const unread = new Map([
  [1, 2],
  [2, 9],
  [4, 3],
]);

test('the reader’s own order with everything is the tree as it is', () => {
  expect(arrangeTree(tree, { order: 'own', onlyUnread: false, unread, shown: 'all' }).nodes).toBe(tree);
});

test('by name, folders and feeds stand among each other, in their folders too', () => {
  const { nodes } = arrangeTree(tree, { order: 'name', onlyUnread: false, unread, shown: 'all' });
  expect(names(nodes)).toEqual([
    'Alone',
    ['Culture', 'Orchard Review'],
    ['Empty'],
    ['World', 'Harbour Courier', 'Quay Notes'],
  ]);
});

test('by unread, a folder counts what is in it', () => {
  const { nodes } = arrangeTree(tree, { order: 'unread', onlyUnread: false, unread, shown: 'all' });
  expect(names(nodes)).toEqual([
    ['World', 'Harbour Courier', 'Quay Notes'],
    'Alone',
    ['Culture', 'Orchard Review'],
    ['Empty'],
  ]);
});

test('a feed with nothing unread goes with its folder and is counted; an empty folder and the open list stay', () => {
  const arrangement = { order: 'own', onlyUnread: true, unread } as const;
  const closed = arrangeTree(tree, { ...arrangement, shown: 'all' });
  expect(names(closed.nodes)).toEqual(['Alone', ['World', 'Quay Notes', 'Harbour Courier'], ['Empty']]);
  expect(closed.hidden).toBe(1);
  expect(arrangeTree(tree, { ...arrangement, shown: 'feed:3' }).hidden).toBe(0);
});

test('letters are found anywhere in a name, at its beginning first, with the folder it stands in', () => {
  const found = findFeeds(tree, ' HAR ');
  expect(found.map(({ node, folder: in_, at }) => [nodeName(node), in_, at])).toEqual([
    ['Harbour Courier', 'World', 0],
    ['Orchard Review', 'Culture', 3],
  ]);
  expect(findFeeds(tree, '  ')).toEqual([]);
});
