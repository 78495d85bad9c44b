/** Saved searches, between the views and the feeds; nothing is drawn while there are none. */
import type { KeyboardEvent } from 'react';
import { Tree } from 'react-aria-components/Tree';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { savedSearchesNow, useSavedSearches } from '../../client/library.ts';
import { startRename } from './rename-field.tsx';
import { moveSearch, moveSearches, removeSearch, searchMenu } from './saved-search-actions.ts';
import { ViewRow } from './tree-rows.tsx';
import { useRowSelection } from './use-row-selection.ts';

const dragType = 'application/x-broadsheet-saved-search';

export function SavedSearches() {
  const searches = useSavedSearches();
  const selection = useRowSelection();
  const drag = useSearchDrag();
  if (searches.length === 0) return null;
  return (
    <>
      <h2 className="tree-h" id="searches-head">
        Saved searches
      </h2>
      <div onKeyDownCapture={onKeyDown}>
        <Tree
          className="tree"
          aria-labelledby="searches-head"
          items={searches.map((search) => ({ ...search, key: search.id, id: `search:${search.id}` }))}
          selectionMode="single"
          selectionBehavior="replace"
          {...selection}
          dragAndDropHooks={drag}
        >
          {({ id, key, name, countsUnread }) => (
            <ViewRow
              id={id}
              icon="saved"
              name={name}
              canRename
              menu={() => searchMenu(key)}
              pick={(counts) => (countsUnread ? (counts.searches.find((search) => search.id === key)?.unread ?? 0) : 0)}
            />
          )}
        </Tree>
      </div>
    </>
  );
}

function useSearchDrag() {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': nameOf(key) })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: (target, types) => (types.has(dragType) && target.type === 'item' ? 'move' : 'cancel'),
    shouldAcceptItemDrop: () => false,
    onReorder: ({ keys, target }) => {
      if (target.dropPosition !== 'on')
        void moveSearches([...keys].map(String), String(target.key), target.dropPosition);
    },
    renderDragPreview: (items) => <div className="ghost-row">{items[0]?.['text/plain'] ?? ''}</div>,
  });
  return dragAndDropHooks;
}

function nameOf(key: unknown): string {
  return savedSearchesNow().find(({ id }) => `search:${id}` === key)?.name ?? '';
}

/** F2 renames, Delete removes, Alt and an arrow moves; every other key is the tree's own. */
function onKeyDown(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null;
  const id = row?.dataset.key;
  if (!id || event.target !== row) return;
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (event.key === 'F2') startRename(id);
  else if (event.key === 'Delete') void removeSearch(Number(id.slice('search:'.length)), nameOf(id));
  else if (event.altKey && by !== 0) void moveSearch(id, by);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
