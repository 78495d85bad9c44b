/** What can be undone of saved searches. */
import type { Undoable } from '../undo/undoable.ts';

export const undoableSearch: Undoable = {
  columns: { name: 'set', query: 'set', notify: 'set', counts_unread: 'set', position: 'set', removed_at: 'set' },
};
