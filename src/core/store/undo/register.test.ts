import { expect, it } from 'vitest';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { isUndoable, isUndoableTable, type UndoableTable, undoable } from './register.ts';

it.each(Object.entries(undoable))('each column of %s that can be undone is one of the table', (table, { columns }) => {
  const { db } = temporaryLibrary();
  const names = db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(columns)));
});

it('what no noun says of itself cannot be undone, whatever a stranger’s library calls it', () => {
  for (const name of ['login', 'constructor', '__proto__', 'feed; DROP TABLE feed', 7, null])
    expect(isUndoableTable(name)).toBe(false);
  for (const column of ['id', 'constructor', '__proto__', 'url = 1, own_title'])
    for (const table of Object.keys(undoable) as UndoableTable[]) expect(isUndoable(table, column)).toBe(false);
});
