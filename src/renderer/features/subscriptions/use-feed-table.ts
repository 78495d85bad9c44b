/** What the table shows and what is ticked in it: the filter, the words, the order, the selection. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import { useFeeds, useFolders } from '../../client/library.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { useNow } from '../../lib/use-now.ts';
import { afterTick, type Selection, tickOfAll } from './feed-selection.ts';
import { countFeeds, type FeedFilter, type FeedOrder, feedsShown, type SortColumn } from './filter-feeds.ts';

/** Kept while the window is open: whoever comes back finds the table as it was left. */
const view = createStore<{ readonly filter: FeedFilter; readonly order: FeedOrder }>({
  filter: 'all',
  order: { column: 'status', direction: 'descending' },
});

/** The direction that a column has at first: what one looks for in it stands on top. */
const firstDirection: Readonly<Record<SortColumn, FeedOrder['direction']>> = {
  title: 'ascending',
  folder: 'ascending',
  status: 'descending',
  last: 'descending',
  next: 'ascending',
  volume: 'descending',
  total: 'descending',
  size: 'descending',
};

export function useFeedTable() {
  const all = useFeeds();
  const folders = useFolders();
  const now = useNow();
  const { filter, order } = useStore(view, (value) => value);
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words);
  const folderNames = useMemo(() => new Map(folders.map(({ id, name }) => [id, name])), [folders]);
  const counts = useMemo(() => countFeeds(all, now), [all, now]);
  const shown = useMemo(() => {
    const folderName = ({ folderId }: FeedSummary) => (folderId === null ? '' : (folderNames.get(folderId) ?? ''));
    return feedsShown(all, { filter, words: wanted, order, folderName, now });
  }, [all, filter, wanted, order, folderNames, now]);
  return {
    all,
    shown,
    now,
    counts,
    folderNames,
    filter,
    setFilter: (next: FeedFilter) => view.set((before) => ({ ...before, filter: next })),
    words,
    setWords,
    showAll: () => {
      setWords('');
      view.set((before) => ({ ...before, filter: 'all' }));
    },
    order,
    sortBy,
    ...useTicks(shown),
  };
}

export type FeedTableState = ReturnType<typeof useFeedTable>;

/** A second press on the same column turns it round. */
function sortBy(column: SortColumn): void {
  view.set((before) => {
    if (before.order.column !== column) return { ...before, order: { column, direction: firstDirection[column] } };
    const direction = before.order.direction === 'ascending' ? 'descending' : 'ascending';
    return { ...before, order: { column, direction } };
  });
}

/** Feeds that a filter hides stay ticked but are not acted on: what is done is done to what is seen. */
function useTicks(shown: readonly FeedSummary[]) {
  const [selection, setSelection] = useState<Selection>(new Set());
  const [last, setLast] = useState<FeedId | null>(null);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const selected = useMemo(() => shown.filter(({ id }) => selection.has(id)), [shown, selection]);
  return {
    selection,
    selected,
    allTick: tickOfAll(selection, ids),
    tick: (id: FeedId, isSelected: boolean, withShift: boolean) => {
      setSelection((before) => afterTick(before, ids, { id, isSelected, from: withShift ? last : null }));
      setLast(id);
    },
    tickAll: (isSelected: boolean) => setSelection(isSelected ? new Set(ids) : new Set()),
  };
}
