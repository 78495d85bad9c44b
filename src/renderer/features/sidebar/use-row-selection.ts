/** Selection in a part of the sidebar: the list of a row opens as the selection comes to it. */
import { useEffect, useState } from 'react';
import type { Key, Selection } from 'react-aria-components/Tree';
import type { ViewName } from '../../../contract/ids.ts';
import { type Place, type ScreenName, usePlace } from '../../app/navigation.ts';
import { focusPage } from '../../app/page-focus.ts';
import { closeDrawer } from '../../app/panes.ts';
import { isByPointer } from '../../app/regions.ts';
import { goToSearch, goToView } from '../../app/standard-commands.ts';

/** The row that stands for the search page; all others are views. */
export const archiveRow = 'archive';

/** Pages that no row stands for: none is chosen there, so that each row leads back to its list. */
const pagesApart: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'subscriptions',
  'catalogue',
  'import',
  'settings',
  'history',
]);

function shownRow({ screen, view }: Place): string | null {
  if (screen === 'search') return archiveRow;
  return pagesApart.has(screen) ? null : view;
}

interface RowSelection {
  readonly selectedKeys: Selection;
  readonly onSelectionChange: (selection: Selection) => void;
  readonly onAction: (key: Key) => void;
}

export function useRowSelection(): RowSelection {
  const shown = usePlace(shownRow);
  const [selectedKeys, setSelected] = useState<Selection>(new Set(shown === null ? [] : [shown]));
  useEffect(() => setSelected(new Set(shown === null ? [] : [shown])), [shown]);
  return {
    selectedKeys,
    onSelectionChange: (selection) => {
      setSelected(selection);
      const [only, ...others] = selection === 'all' ? [] : [...selection];
      if (only === undefined || others.length > 0) return;
      // Arrows pass over the archive's row without leaving for its page; a click means it.
      if (only !== archiveRow || isByPointer()) openRow(only);
      if (isByPointer()) closeDrawer();
    },
    onAction: (key) => {
      openRow(key);
      closeDrawer();
      if (key !== archiveRow) focusPage();
    },
  };
}

function openRow(key: Key): void {
  if (key === archiveRow) goToSearch();
  else goToView(String(key) as ViewName);
}
