/** Selection in a part of the sidebar: the list of a row opens as the selection comes to it. */
import { useEffect, useState } from 'react';
import type { Key, Selection } from 'react-aria-components/Tree';
import type { ViewName } from '../../../contract/ids.ts';
import { navigate, usePlace } from '../../app/navigation.ts';
import { closeDrawer } from '../../app/panes.ts';
import { focusRegion, isByPointer } from '../../app/regions.ts';
import { goToView } from '../../app/standard-commands.ts';

/** The row that stands for the search page; all others are views. */
export const archiveRow = 'archive';

interface RowSelection {
  readonly selectedKeys: Selection;
  readonly onSelectionChange: (selection: Selection) => void;
  readonly onAction: (key: Key) => void;
}

export function useRowSelection(): RowSelection {
  const shown = usePlace((place) => (place.screen === 'search' ? archiveRow : place.view));
  const [selectedKeys, setSelected] = useState<Selection>(new Set([shown]));
  useEffect(() => setSelected(new Set([shown])), [shown]);
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
      if (key !== archiveRow) focusRegion('list');
    },
  };
}

function openRow(key: Key): void {
  if (key === archiveRow) navigate({ screen: 'search' });
  else goToView(String(key) as ViewName);
}
