import { expect, test } from 'vitest';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import { findNode, moveSteps, type TreeNode, treeOf } from './tree-data.ts';

const folder = (id: number, name: string, parentId: number | null, position = 0) =>
  ({ id, name, parentId, position, section: null }) as Folder;
const feed = (id: number, title: string, folderId: number | null, position = 0) =>
  ({ id, title, folderId, position, url: `http://${id}.example/` }) as FeedSummary;

const names = (nodes: readonly TreeNode[]): unknown[] =>
  nodes.map((node) => (node.kind === 'feed' ? node.feed.title : [node.folder.name, names(node.children)]));

test('folders hold folders and feeds to any depth, in the order of their positions', () => {
  const folders = [folder(1, 'World', null, 1), folder(2, 'Ports', 1, 0), folder(3, 'Quays', 2)];
  const feeds = [feed(1, 'Tide Desk', 3), feed(2, 'Harbour Courier', 1, 1), feed(3, 'Loose Leaf', null, 0)];
  expect(names(treeOf(feeds, folders))).toEqual([
    'Loose Leaf',
    ['World', [['Ports', [['Quays', ['Tide Desk']]]], 'Harbour Courier']],
  ]);
});

test('rows of the same position stand by their names', () => {
  expect(names(treeOf([feed(1, 'B', null), feed(2, 'A', null)], [folder(1, 'C', null)]))).toEqual([
    'A',
    'B',
    ['C', []],
  ]);
});

test('a node is found with its parent and its place', () => {
  const nodes = treeOf([feed(1, 'One', 1, 0), feed(2, 'Two', 1, 1)], [folder(1, 'World', null)]);
  expect(findNode(nodes, 'feed:2')).toMatchObject({ index: 1, parent: { id: 'folder:1' } });
  expect(findNode(nodes, 'feed:9')).toBeUndefined();
});

/** The ids in a folder after the steps, as the core carries them out. */
function after(inside: readonly string[], ids: readonly string[], index: number | undefined): readonly string[] {
  return moveSteps(ids, index, inside).reduce<readonly string[]>((present, step) => {
    const others = present.filter((id) => !step.ids.includes(id));
    const at = step.index ?? others.length;
    return [...others.slice(0, at), ...step.ids, ...others.slice(at)];
  }, inside);
}

test('several folders that are moved together keep their order, wherever they go', () => {
  const inside = ['folder:1', 'folder:2', 'feed:1', 'feed:2'];
  expect(after(inside, ['folder:8', 'folder:9'], 1)).toEqual(['folder:1', 'folder:8', 'folder:9', ...inside.slice(1)]);
  expect(after(inside, ['folder:8', 'folder:9'], undefined)).toEqual([...inside, 'folder:8', 'folder:9']);
  expect(after(inside, ['folder:1', 'folder:2'], 1)).toEqual(['feed:1', 'folder:1', 'folder:2', 'feed:2']);
  expect(after(inside, ['folder:2', 'feed:2'], 0)).toEqual(['feed:2', 'folder:2', 'folder:1', 'feed:1']);
});
