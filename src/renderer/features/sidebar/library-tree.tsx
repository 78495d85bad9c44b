/** The views, the saved searches and the feeds: one tree to the reader, in parts that do not build each other again. */
import type { KeyboardEvent, MouseEvent as ReactMouseEvent } from 'react';
import { useFeedCount } from '../../client/library.ts';
import { FeedFilter } from './feed-filter.tsx';
import { FeedTree } from './feed-tree.tsx';
import { FeedsHead } from './feeds-head.tsx';
import { useFilter } from './filter-text.ts';
import { SavedSearches } from './saved-searches.tsx';
import { ViewTree } from './view-tree.tsx';

export function LibraryTree() {
  const isFiltered = useFilter().trim() !== '';
  const hasFeeds = useFeedCount() > 0;
  return (
    <div onKeyDownCapture={onKeyDown} onContextMenu={openRowMenu}>
      <ViewTree />
      <SavedSearches />
      <FeedsHead />
      {hasFeeds && <FeedFilter />}
      <div hidden={isFiltered}>
        <FeedTree />
      </div>
    </div>
  );
}

/** Shift F10 means the row that has the focus; what knows its menu is inside it. */
function openRowMenu(event: ReactMouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.matches('[role=row], [role=gridcell]')) return;
  const { left, bottom } = target.getBoundingClientRect();
  event.preventDefault();
  const place = { clientX: left + menuInsetPx, clientY: bottom };
  target
    .querySelector('.tree-in')
    ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
}

/** Under the row's name, and not under its edge. */
const menuInsetPx = 24;

/** A letter that is no command does nothing: the trees' own search by letters would lead to a feed that nobody meant. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const isInTree = event.target instanceof Element && event.target.matches('.tree, [role=row], [role=gridcell]');
  if (isInTree && /^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  else stepAcross(event);
}

/** Up and down go on from the last row of one part to the first of the next. */
function stepAcross(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey || event.ctrlKey || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=row]')];
  const at = rows.indexOf(event.target);
  const next = rows[at + by];
  // A tree sends each key on to what is around its row: that copy stands at no row.
  if (at < 0 || !next || next.closest('.tree') === event.target.closest('.tree')) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
