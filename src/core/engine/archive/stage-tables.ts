/**
 * The tables of a checked archive, cleaned and written into a folder of the library's own, from which the writer fills an
 * empty library in one transaction: what it reads was written by us. Sanitising a whole archive takes minutes, and is done in
 * a worker, where nothing else waits for it.
 */
import { closeSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolderInside, openNew } from '../../lib/own-files/plain-files.ts';
import { archivedTables, columnsOf, type TableColumn, type TableLine } from '../../store/archive/archive-tables.ts';
import { tableFile } from './archive-names.ts';
import { ArchiveTroubleError } from './check-archive.ts';
import { cleanRow, isTaken, type Row } from './clean-row.ts';
import { linesOf } from './lines-of.ts';

const stageName = 'archive-in';
const linesAtOnce = 500;

export const stageFolder = (libraryFolder: string): string => join(libraryFolder, stageName);

/** Also what an import left that was killed. */
export function clearStage(libraryFolder: string): void {
  rmSync(stageFolder(libraryFolder), { recursive: true, force: true });
}

/** Names of the tables that are there to be filled in. Throws ArchiveTroubleError for what no library has. */
export function stageTables({
  archive,
  library,
  tables,
}: {
  readonly archive: string;
  readonly library: string;
  readonly tables: readonly string[];
}): string[] {
  clearStage(library);
  makeFolderInside(library, stageName);
  const known = new Set(archivedTables());
  const staged: string[] = [];
  for (const table of tables) {
    if (!known.has(table)) throw new ArchiveTroubleError(`It holds a table that no library has: ${table}.`);
    if (!isTaken(table)) continue;
    const target = openNew(library, `${stageName}/${table}.ndjson`);
    try {
      let lines: string[] = [];
      for (const line of cleanLines(linesOf(archive, tableFile(table)), table, columnsOf(table))) {
        lines.push(`${JSON.stringify(line)}\n`);
        if (lines.length < linesAtOnce) continue;
        writeFileSync(target, lines.join(''));
        lines = [];
      }
      writeFileSync(target, lines.join(''));
    } finally {
      closeSync(target);
    }
    staged.push(table);
  }
  // in the order in which an export writes them: the counters of ids last
  return archivedTables().filter((table) => staged.includes(table));
}

function* cleanLines(lines: Iterable<string>, table: string, known: readonly TableColumn[]): Generator<TableLine> {
  let columns: readonly TableColumn[] | undefined;
  let number = 0;
  for (const text of lines) {
    number += 1;
    if (text === '') continue;
    const values = asList(text);
    if (values === undefined) throw strange(table, number);
    if (columns === undefined) {
      columns = columnsNamed(values, known, table);
      yield columns.map(({ name }) => name);
      continue;
    }
    if (values.length !== columns.length) throw strange(table, number);
    const row: Row = {};
    for (const [at, column] of columns.entries()) {
      const value = values[at];
      if (!fits(value, column)) throw strange(table, number);
      row[column.name] = value;
    }
    const clean = cleanRow(table, row);
    if (clean !== undefined) yield columns.map(({ name }) => clean[name] ?? null);
  }
}

function columnsNamed(values: readonly unknown[], known: readonly TableColumn[], table: string): TableColumn[] {
  const columns = values.map((value) => known.find(({ name }) => name === value));
  const unknown = columns.indexOf(undefined);
  if (unknown >= 0 || new Set(columns).size !== columns.length)
    throw new ArchiveTroubleError(`The table ${table} has columns that no library has.`);
  return columns.filter((column) => column !== undefined);
}

/** As SQLite would hold it in a column of that type. */
function fits(value: unknown, { type, mayBeNull }: TableColumn): value is TableLine[number] {
  if (value === null) return mayBeNull;
  switch (type) {
    case 'INTEGER':
    case 'REAL':
      return isNumber(value);
    case 'TEXT':
      return typeof value === 'string';
    case 'BLOB':
      return typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string';
    default:
      return typeof value === 'string' || isNumber(value);
  }
}

function isNumber(value: unknown): value is number {
  // a larger whole number is not the one that was written
  return typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value));
}

function asList(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // the caller says which line it is
  }
}

const strange = (table: string, line: number): ArchiveTroubleError =>
  new ArchiveTroubleError(`Line ${line} of the table ${table} does not hold what a library holds.`);
