/** Rows that the reader is led to are brought into sight: only the rows in sight are in the page. */
import { type RefObject, useEffect, useRef } from 'react';
import { usePlace } from '../../app/navigation.ts';
import { useRenamed } from './rename-field.tsx';
import { rowsOf, type TreeNode } from './tree-data.ts';

interface Rows {
  readonly nodes: readonly TreeNode[];
  /** Ids of the open folders. */
  readonly open: readonly number[];
  /** px */
  readonly rowHeight: number;
}

export function useRenamedInSight(tree: RefObject<HTMLElement | null>, { nodes, open, rowHeight }: Rows): void {
  const renamed = useRenamed();
  const position = renamed === null ? -1 : rowsOf(nodes, open).indexOf(renamed);
  useEffect(() => bringIntoSight(tree.current, position, rowHeight), [tree, position, rowHeight]);
}

/** The row of the list that is shown: once each, so that a tree which changes does not scroll under the reader. */
export function useShownInSight(tree: RefObject<HTMLElement | null>, { nodes, open, rowHeight }: Rows): void {
  const view = usePlace((place) => place.view);
  const shown = useRef<string | null>(null);
  const position = shown.current === view ? -1 : rowsOf(nodes, open).indexOf(view);
  useEffect(() => {
    if (position < 0) return;
    shown.current = view;
    bringIntoSight(tree.current, position, rowHeight);
  }, [tree, view, position, rowHeight]);
}

function bringIntoSight(tree: HTMLElement | null, position: number, rowHeight: number): void {
  const scroller = tree?.closest('.scroll');
  const rows = tree?.querySelector('.tree');
  if (position < 0 || !scroller || !rows) return;
  const top = rows.getBoundingClientRect().top + position * rowHeight;
  const { top: first, bottom } = scroller.getBoundingClientRect();
  if (top < first) scroller.scrollBy({ top: top - first });
  else if (top + rowHeight > bottom) scroller.scrollBy({ top: top + rowHeight - bottom });
}
