/** The tree in the order and with the feeds that the reader wants to see. */
import { useMemo } from 'react';
import { usePlace } from '../../app/navigation.ts';
import { countsNow, useIsRefreshing } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { arrangeTree } from './arrange-tree.ts';
import type { TreeNode } from './tree-data.ts';

/**
 * Counts are looked at when another list is opened and when a round of fetching begins or ends, and not with each
 * article: a row must not move or go while the reader is on their way to it.
 */
export function useArrangedTree(nodes: readonly TreeNode[]) {
  const order = useStore(windowState, ({ feedOrder }) => feedOrder);
  const onlyUnread = useStore(windowState, ({ onlyUnreadFeeds }) => onlyUnreadFeeds);
  const shown = usePlace(({ view }) => view);
  const isRefreshing = useIsRefreshing();
  const hasCounts = usePart('counts.get', () => true) ?? false;
  const usesCounts = onlyUnread || order === 'unread';
  const moment = usesCounts ? `${shown} ${isRefreshing} ${hasCounts}` : '';
  return useMemo(() => {
    const [view = ''] = moment.split(' ');
    const unread = new Map<number, number>(countsNow()?.feeds.map((feed) => [feed.id, feed.unread]) ?? []);
    return arrangeTree(nodes, { order, onlyUnread: onlyUnread && unread.size > 0, unread, shown: view });
  }, [nodes, order, onlyUnread, moment]);
}
