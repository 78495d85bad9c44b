/**
 * Takes the rows of a library that holds parts of somebody else's making into a new one of ours. Nothing of the old file's
 * schema is relied on or run: only ordinary columns of ordinary tables are read, by our own names, in the order in which
 * they lie there, and only values of the kind that our column is for.
 */
import { rmSync } from 'node:fs';
import { type Connection, connect } from './connect.ts';
import { WritableDb } from './handles.ts';
import { applicationId, makeForm } from './migrate.ts';
import { knownVersion, type OwnColumn, ownShape } from './own-schema.ts';
import { setIndexedDownTo } from './search/search-index.ts';
import { highestId } from './search/search-sql.ts';

export interface CopiedRows {
  readonly copied: number;
  /** Rows whose values no library of ours can have, or that could not be read. */
  readonly leftOut: number;
}

type TellRows = (rows: number) => void;

// A page is at most 8 MB when it is fetched, and what is cleaned of it can be a little longer.
const longestBytes = 32_000_000;
const tellEvery = 5_000;
// 6,000 a second
const mostIndexed = 20_000;

/** What is made anew by itself, or would be done with the reader's rights: what is to be undone, and what may be reached. */
const notTaken: ReadonlySet<string> = new Set([
  'host_state',
  'operation',
  'operation_slice',
  'window_state',
  'edition',
]);
const emptied: ReadonlySet<string> = new Set(['feed.allow_private']);
/** The kind of JSON that each such column holds. */
const jsonKinds: ReadonlyMap<string, 'object' | 'array'> = new Map([
  ['folder.attributes', 'object'],
  ['feed.credentials', 'object'],
  ['login.secret', 'object'],
  ['feed.settings', 'object'],
  ['feed.attributes', 'object'],
  ['feed_state.wishes', 'object'],
  ['fetch.headers', 'object'],
  ['article_body.extras', 'object'],
  ['story_member.shares', 'array'],
  ['taste_lesson.lesson', 'object'],
  ['taste_state.state', 'object'],
]);
/** What stands for a value that does not fit, so that the article it belongs to is not lost with it. */
const standsFor: ReadonlyMap<string, string> = new Map([
  ['article_body.extras', `'{"categories":[],"enclosures":[]}'`],
]);
/** Facts that hold for the articles and not for the file. */
const factsTaken = "key IN ('created_at', 'taste_seq') AND value GLOB '[0-9]*' AND length(value) < 16";

/**
 * Some 100,000 rows a second. The new file is of the version that the old one says it has, and an index of many
 * articles fills itself once the library is open. Throws what SQLite throws, and then leaves no file.
 */
export function copyRows(from: string, to: string, tell: TellRows): CopiedRows {
  const old = connect(from);
  try {
    old.pragma('query_only = ON');
    const version = knownVersion(old);
    if (version === undefined) throw new Error('The file is no library of a version that is known here.');
    return intoNewFile(to, version, (fresh) => new RowCopy(old, fresh, tell).run(ownShape(version)));
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    old.close();
  }
}

function intoNewFile(file: string, version: number, fill: (fresh: Connection) => CopiedRows): CopiedRows {
  const fresh = connect(file);
  try {
    fresh.pragma('auto_vacuum = INCREMENTAL');
    // a file that is not whole when it is broken off is thrown away
    fresh.pragma('journal_mode = OFF');
    fresh.pragma('synchronous = FULL');
    fresh.pragma('foreign_keys = OFF');
    const copied = fresh.transaction(() => {
      makeForm(new WritableDb(fresh), version);
      fresh.pragma(`user_version = ${version}`);
      fresh.pragma(`application_id = ${applicationId}`);
      return fill(fresh);
    })();
    return copied;
  } finally {
    fresh.close();
  }
}

class RowCopy {
  readonly #old: Connection;
  readonly #fresh: Connection;
  readonly #tell: TellRows;
  #copied = 0;
  #leftOut = 0;

  constructor(old: Connection, fresh: Connection, tell: TellRows) {
    this.#old = old;
    this.#fresh = fresh;
    this.#tell = tell;
  }

  run({ tables, triggers }: ReturnType<typeof ownShape>): CopiedRows {
    // what they would count is taken with the rows
    for (const { name } of triggers) this.#fresh.exec(`DROP TRIGGER ${name}`);
    for (const table of tables) if (!notTaken.has(table.name)) this.#copyTable(table.name, table.columns);
    this.#leaveOutOrphans(tables.map(({ name }) => name));
    this.#takeSequences();
    for (const { sql } of triggers) this.#fresh.exec(sql);
    this.#index();
    return { copied: this.#copied, leftOut: this.#leftOut };
  }

  #copyTable(table: string, own: readonly OwnColumn[]): void {
    const there = this.#ordinaryColumns(table);
    const columns = own.filter(({ name }) => there.has(name));
    if (columns.length === 0) return;
    // whatever a new library begins with
    this.#fresh.exec(`DELETE FROM ${table}`);
    const names = columns.map(({ name }) => name).join(', ');
    const insert = this.#fresh.prepare(
      `INSERT OR IGNORE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const where = table === 'fact' ? ` WHERE ${factsTaken}` : '';
    const values = columns.map((column) => fitting(table, column)).join(', ');
    try {
      const rows = this.#old.prepare<[], unknown[]>(`SELECT ${values} FROM ${table} NOT INDEXED${where}`);
      for (const row of rows.raw().safeIntegers().iterate()) this.#count(insert.run(row).changes === 1);
    } catch (error) {
      if (isFull(error)) throw error;
      // the rest of this table cannot be read; the file that has it is kept
      this.#count(false);
    }
  }

  #count(isCopied: boolean): void {
    if (isCopied) this.#copied += 1;
    else this.#leftOut += 1;
    if ((this.#copied + this.#leftOut) % tellEvery === 0) this.#tell(this.#copied);
  }

  /** Columns of the old file's table of this name, if it is one: not those that are computed, and none of a view. */
  #ordinaryColumns(table: string): ReadonlySet<string> {
    const isTable = this.#old
      .prepare(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :table AND rootpage > 1 AND sql NOT LIKE '%VIRTUAL%TABLE%'",
      )
      .get({ table });
    if (isTable === undefined) return new Set();
    const names = this.#old
      .prepare('SELECT name FROM pragma_table_xinfo(:table) WHERE hidden = 0')
      .pluck()
      .all({ table });
    return new Set(names.map(String));
  }

  /** What refers to a row that was left out, or never was there; until nothing of that kind is left. */
  #leaveOutOrphans(tables: readonly string[]): void {
    const references = tables.flatMap((table) =>
      this.#rowsOf<{ table: string; from: string; to: string }>('SELECT * FROM pragma_foreign_key_list(:table)', {
        table,
      }).map(({ table: parent, from, to }) => ({ table, parent, from, to })),
    );
    for (let changes = 1; changes > 0; ) {
      changes = 0;
      for (const { table, parent, from, to } of references) {
        const isOrphan = `${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${parent})`;
        // a feed or a folder whose folder is gone comes to the top
        const isPlace = parent === 'folder';
        const statement = isPlace
          ? `UPDATE ${table} SET ${from} = NULL WHERE ${isOrphan}`
          : `DELETE FROM ${table} WHERE ${isOrphan}`;
        const gone = this.#fresh.prepare(statement).run().changes;
        changes += gone;
        if (!isPlace) this.#leftOut += gone;
      }
    }
  }

  /** Ids of rows that are gone are not given again. */
  #takeSequences(): void {
    if (this.#ordinaryColumns('sqlite_sequence').size === 0) return;
    const found = this.#old
      .prepare<[], [unknown, unknown]>("SELECT name, seq FROM sqlite_sequence WHERE typeof(seq) = 'integer'")
      .raw()
      .all();
    const set = this.#fresh.prepare('UPDATE sqlite_sequence SET seq = :seq WHERE name = :name AND seq < :seq');
    for (const [name, seq] of found) if (typeof name === 'string' && Number.isSafeInteger(seq)) set.run({ name, seq });
  }

  /** A large one fills itself once the library is open, newest first: its new file would be waited for. */
  #index(): void {
    const [{ n } = { n: 0 }] = this.#rowsOf<{ n: number }>('SELECT count(*) AS n FROM article_text');
    if (n > mostIndexed) setIndexedDownTo(new WritableDb(this.#fresh), highestId);
    else this.#fresh.exec("INSERT INTO article_index (article_index) VALUES ('rebuild')");
  }

  #rowsOf<Row>(sql: string, parameters: Readonly<Record<string, string>> = {}): Row[] {
    return this.#fresh.prepare<[Readonly<Record<string, string>>], Row>(sql).all(parameters);
  }
}

/** The column's value where it is of the column's kind, else what the column has without one. */
function fitting(table: string, { name, type, notnull, dflt_value }: OwnColumn): string {
  if (emptied.has(`${table}.${name}`)) return 'NULL';
  const kind = jsonKinds.get(`${table}.${name}`);
  const isKind = kind === undefined ? '' : ` AND json_valid(${name}) AND json_type(${name}) = '${kind}'`;
  const value = `CASE WHEN ${isOfType(type, name)}${isKind} THEN ${name} END`;
  const otherwise = standsFor.get(`${table}.${name}`) ?? (notnull === 1 ? dflt_value : null);
  return otherwise === null ? value : `coalesce(${value}, ${otherwise})`;
}

function isOfType(type: string, name: string): string {
  const isShort = `octet_length(${name}) <= ${longestBytes}`;
  switch (type) {
    case 'INTEGER':
      return `typeof(${name}) = 'integer' AND ${name} BETWEEN ${Number.MIN_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER}`;
    case 'REAL':
      return `typeof(${name}) IN ('real', 'integer') AND abs(${name}) < 1e300`;
    case 'BLOB':
      return `typeof(${name}) = 'blob' AND ${isShort}`;
    default:
      return `typeof(${name}) = 'text' AND ${isShort}`;
  }
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['SQLITE_FULL', 'SQLITE_IOERR_WRITE'].includes(String(error.code))
  );
}
