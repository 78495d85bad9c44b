/** The tree without what changes all the time: counts are drawn by the rows alone, so that new articles rebuild nothing. */
import { useRef } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import { useFeeds, useFolders } from '../../client/library.ts';
import { type TreeNode, treeOf } from './tree-data.ts';

export function useTreeShape(): readonly TreeNode[] {
  const feeds = useFeeds();
  const folders = useFolders();
  const kept = useRef<{ readonly shape: string; readonly nodes: readonly TreeNode[] } | null>(null);
  const shape = shapeOf(feeds, folders);
  if (kept.current?.shape !== shape) kept.current = { shape, nodes: treeOf(feeds, folders) };
  return kept.current.nodes;
}

function shapeOf(feeds: readonly FeedSummary[], folders: readonly Folder[]): string {
  return JSON.stringify([
    folders.map(({ id, name, parentId, position }) => [id, name, parentId, position]),
    feeds.map(({ id, title, folderId, position, iconUrl, host }) => [id, title, folderId, position, iconUrl, host]),
  ]);
}
