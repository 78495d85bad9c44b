/**
 * The library's tables as lines of JSON and back. Row by row and without triggers, so that the library that comes out is the
 * one that went in: same ids, same bits, same counts. The index is made anew from its text. Logins stay behind.
 */
import type { ReadableDb, SqlValue, WritableDb } from '../handles.ts';
import { ownShape } from '../own-schema.ts';

/** A first line of column names, then rows. */
export type TableLine = readonly (string | number | null | { readonly base64: string })[];

// what the reader gave to publishers is for this computer alone
const secretTable = 'login';

export function archivedTables(): string[] {
  const names = ownShape().tables.flatMap(({ name }) => (name === secretTable ? [] : [name]));
  // last: filling the others moves the counters by which ids are never given twice
  return [...names, 'sqlite_sequence'];
}

export interface TableColumn {
  readonly name: string;
  /** As declared: INTEGER, REAL, TEXT or BLOB; empty where it was not. */
  readonly type: string;
  readonly mayBeNull: boolean;
}

export function* tableLines(db: ReadableDb, table: string): Generator<TableLine> {
  const columns = columnsOf(table).map(({ name }) => name);
  yield columns;
  const selected = columns.map((name) => (table === 'feed' && name === 'login_id' ? 'NULL AS login_id' : quoted(name)));
  const rows = db.iterate<Record<string, SqlValue>>(`SELECT ${selected.join(', ')} FROM ${quoted(table)}`);
  for (const row of rows) yield columns.map((name) => toJson(row[name] ?? null));
}

/** None for a table that no library has. */
export function columnsOf(table: string): readonly TableColumn[] {
  if (table === 'sqlite_sequence') return ['name', 'seq'].map((name) => ({ name, type: '', mayBeNull: true }));
  const own = ownShape().tables.find(({ name }) => name === table);
  return own?.columns.map(({ name, type, notnull }) => ({ name, type, mayBeNull: notnull === 0 })) ?? [];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function toJson(value: SqlValue): TableLine[number] {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

export function isEmptyLibrary(db: ReadableDb): boolean {
  return (
    db.get('SELECT 1 FROM feed LIMIT 1') === undefined && db.get('SELECT 1 FROM article_status LIMIT 1') === undefined
  );
}

/** What was filled in does not hold together: rows that name others which are not there. */
export class UnfitTablesError extends Error {}

/**
 * Fills an empty library in one transaction: all of it or nothing, whenever it is killed. Unknown tables and columns are
 * refused. The writer is held meanwhile, 6,000 articles a second; an empty library has nothing else to do.
 */
export function fillTables(
  db: WritableDb,
  tables: readonly { readonly name: string; readonly lines: Iterable<TableLine> }[],
): void {
  const known = new Set(archivedTables());
  const { triggers } = ownShape();
  db.exec('PRAGMA defer_foreign_keys = ON');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${quoted(name)}`);
  for (const { name, lines } of tables) {
    if (!known.has(name)) throw new Error(`the archive holds a table that no library has: ${name}`);
    db.run(`DELETE FROM ${quoted(name)}`);
    fillTable(db, name, lines);
  }
  // said now: at the end of the transaction it would be a fault of the program's
  if (db.once('PRAGMA foreign_key_check').length > 0) throw new UnfitTablesError();
  for (const { sql } of triggers) db.exec(sql);
  db.runDue();
  db.run("INSERT INTO article_index (article_index) VALUES ('rebuild')");
}

function fillTable(db: WritableDb, table: string, lines: Iterable<TableLine>): void {
  const known = new Set(columnsOf(table).map(({ name }) => name));
  let insert: string | undefined;
  for (const line of lines) {
    if (insert === undefined) {
      const columns = line.map(String);
      const unknown = columns.find((name) => !known.has(name));
      if (unknown !== undefined) throw new Error(`the archive holds a column that no library has: ${table}.${unknown}`);
      insert = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map((_, at) => `:v${at}`).join(', ')})`;
      continue;
    }
    db.run(insert, Object.fromEntries(line.map((value, at) => [`v${at}`, toSql(value)])));
  }
}

function toSql(value: TableLine[number]): SqlValue {
  if (typeof value === 'object' && value !== null) return new Uint8Array(Buffer.from(value.base64, 'base64'));
  // 64-bit: a number of this size would otherwise be stored as a float in a column without a type
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}
