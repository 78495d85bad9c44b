/** All that can be undone, by table. To add a noun: what it says of its table, beside its SQL, and a line here. */
import { undoableFeed, undoableFolder } from '../feeds/undo-feeds.ts';
import { undoableSearch } from '../search/undo-searches.ts';
import { undoableAlias, undoablePlace, undoableWord } from '../stories/undo-stories.ts';
import type { Undoable } from './undoable.ts';

const tables = {
  feed: undoableFeed,
  folder: undoableFolder,
  saved_search: undoableSearch,
  article: undoablePlace,
  story_alias: undoableAlias,
  story_constraint: undoableWord,
  story_follow: undoableWord,
  mute: undoableWord,
} as const;

export type UndoableTable = keyof typeof tables;

export const undoable: Readonly<Record<UndoableTable, Undoable>> = tables;

export function isUndoableTable(name: unknown): name is UndoableTable {
  return typeof name === 'string' && Object.hasOwn(tables, name);
}

/** Whether an operation may change this column. */
export function isUndoable(table: UndoableTable, column: string): boolean {
  return Object.hasOwn(undoable[table].columns, column);
}
