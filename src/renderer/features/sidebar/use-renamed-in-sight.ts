/** A row that is to be renamed is brought into sight: only the rows in sight are in the page, and have a field. */
import { type RefObject, useEffect } from 'react';
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
  useEffect(() => {
    const scroller = tree.current?.closest('.scroll');
    const rows = tree.current?.querySelector('.tree');
    if (position < 0 || !scroller || !rows) return;
    const top = rows.getBoundingClientRect().top + position * rowHeight;
    const { top: first, bottom } = scroller.getBoundingClientRect();
    if (top < first) scroller.scrollBy({ top: top - first });
    else if (top + rowHeight > bottom) scroller.scrollBy({ top: top + rowHeight - bottom });
  }, [tree, position, rowHeight]);
}
