/** The tree without what changes all the time: counts are drawn by the rows alone, so that new articles rebuild nothing. */
import { useMemo, useRef } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { Folder } from '../../../contract/folders.ts';
import { useFeeds, useFolders, useIsRefreshing } from '../../client/library.ts';
import { type TreeNode, treeOf } from './tree-data.ts';

interface Kept {
  readonly shape: string;
  readonly look: string;
  readonly nodes: readonly TreeNode[];
}

/**
 * A new tree when feeds or folders come, go or move. Titles and icons, which a first round of fetching brings feed by
 * feed, are drawn by the rows at once; they enter the tree, which needs them for typing ahead, when it has the keys
 * (`isInUse`) and the round is over: a new tree draws every row in sight anew, which holds up the window.
 */
export function useTreeShape(isInUse: boolean): readonly TreeNode[] {
  const feeds = useFeeds();
  const folders = useFolders();
  const isRefreshing = useIsRefreshing();
  const kept = useRef<Kept | null>(null);
  const shape = useMemo(() => shapeOf(feeds, folders), [feeds, folders]);
  const look = useMemo(() => JSON.stringify(feeds.map(({ title, iconUrl, host }) => [title, iconUrl, host])), [feeds]);
  const { current } = kept;
  const isSame = current?.shape === shape && (current.look === look || isRefreshing || !isInUse);
  if (current === null || !isSame) kept.current = { shape, look, nodes: treeOf(feeds, folders) };
  return kept.current?.nodes ?? [];
}

function shapeOf(feeds: readonly FeedSummary[], folders: readonly Folder[]): string {
  return JSON.stringify([
    folders.map(({ id, name, parentId, position }) => [id, name, parentId, position]),
    feeds.map(({ id, folderId, position }) => [id, folderId, position]),
  ]);
}
