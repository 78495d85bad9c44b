/** What a noun says of a table of its own, so that what is done to its rows can be undone. */
import type { ReadableDb, SqlValue, WritableDb } from '../handles.ts';

export type Values = Readonly<Record<string, SqlValue>>;

export interface Undoable {
  /** The columns that an operation may change; with a function where there is more to it than setting the value. */
  readonly columns: Readonly<Record<string, 'set' | ((db: WritableDb, id: number, value: SqlValue) => void)>>;
  /** What follows once these columns of a row are as `values` says. */
  readonly after?: (db: WritableDb, id: number, values: Values) => void;
  /** What the row would get back although another has it by now, for people to read. Changes nothing. */
  readonly takenSince?: (db: ReadableDb, id: number, values: Values) => string | undefined;
}
