/** Dragging feeds and folders: a line before or after, a ring into; several travel together with their number. */
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { feedsNow, foldersNow, viewTitle } from '../../client/library.ts';
import { windowState } from '../../client/window-state.ts';
import { destinationOf, moveNodes } from './move-node.ts';

const dragType = 'application/x-broadsheet-subscription';

function isMovable(key: unknown): boolean {
  return /^(feed|folder):/.test(String(key));
}

/** Between two rows only where rows stand in the reader's own order; into a folder always. */
function mayDrop(position: string): boolean {
  return position === 'on' || windowState.get().feedOrder === 'own';
}

function titleOf(key: unknown): string {
  return viewTitle(String(key) as never, { feeds: feedsNow(), folders: foldersNow() });
}

export function useTreeDrag() {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].filter(isMovable).map((key) => ({ [dragType]: String(key), 'text/plain': titleOf(key) })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: (target, types) =>
      types.has(dragType) && target.type === 'item' && isMovable(target.key) && mayDrop(target.dropPosition)
        ? 'move'
        : 'cancel',
    shouldAcceptItemDrop: (target) => String(target.key).startsWith('folder:'),
    // The line of a drop is drawn while something is dragged, and by no state that outlives it.
    onDragStart: () => {
      document.documentElement.dataset.drag = 'tree';
    },
    onDragEnd: () => {
      delete document.documentElement.dataset.drag;
    },
    onMove: ({ keys, target }) => {
      const moved = new Set([...keys].map(String).filter(isMovable));
      const to = destinationOf(String(target.key), target.dropPosition, moved);
      if (to)
        void moveNodes([...moved], to, target.dropPosition === 'on' ? `into ${titleOf(target.key)}` : 'in the sidebar');
    },
    renderDragPreview: (items) => (
      <div className="ghost-row">
        {items[0]?.['text/plain'] ?? ''}
        {items.length > 1 && ` and ${items.length - 1} more`}
      </div>
    ),
  });
  return dragAndDropHooks;
}
