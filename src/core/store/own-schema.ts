/**
 * What a library's schema is to be, to the letter. A trigger, a view or a generated column that somebody else put into a
 * file would run with our rights, and a table of another shape would make nonsense of what we write: a file with anything
 * in it that our migrations did not make is not used as it is (copy-rows.ts takes what is in it).
 */
import { type Connection, connectInMemory } from './connect.ts';
import { WritableDb } from './handles.ts';
import { applicationId, makeForm, newestVersion } from './migrate.ts';
import { schemaSums } from './schema-sums.ts';

/** Type, name, table, whether it has pages of its own, and its statement. */
type Entry = readonly [type: string, name: string, table: string, hasPages: boolean, sql: string | null];

// SQLite's own, once it has counted rows for its planner
const statistics: ReadonlyMap<string, string> = new Map([
  ['sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'],
  ['sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'],
]);
/** An index that was put aside (index-aside.ts) has this name, a number, and perhaps a part. */
const asideName = /^article_index_aside_(\d{1,4})(?:_|$)/;
const mostAsides = 20;
// ours has under 100 entries; a file with millions is not read to its end
const mostEntries = 1_000;

/** The version of a library that says it is one of ours and that this program knows; else migrate.ts says what is wrong. */
export function knownVersion(connection: Connection): number | undefined {
  const version = Number(connection.pragma('user_version', { simple: true }));
  const isOurs = connection.pragma('application_id', { simple: true }) === applicationId;
  return isOurs && version >= 1 && version <= newestVersion ? version : undefined;
}

/**
 * What in the file's schema is not as our migrations of its version make it, by name; empty when all is. Runs nothing of
 * the file's. Half a millisecond for a library as it should be.
 */
export function strangeParts(connection: Connection): readonly string[] {
  const version = knownVersion(connection);
  if (version === undefined) return [];
  const entries = entriesIn(connection);
  const isUsual = schemaSums[version] === sumOf(entries) && hasOwnPages(connection) && isUtf8(connection);
  return isUsual ? [] : differences(connection, entries, version);
}

function differences(connection: Connection, found: readonly Entry[], version: number): readonly string[] {
  const asides = new Set(found.flatMap(([, name]) => asideName.exec(name)?.[1] ?? []));
  const own = withOwn(version, (made) => {
    for (const number of [...asides].slice(0, mostAsides)) putIndexAside(made, Number(number));
    return entriesIn(made);
  });
  const others = [
    ...(hasOwnPages(connection) ? [] : ['two tables in one place']),
    ...(isUtf8(connection) ? [] : ['another encoding']),
  ];
  return [...namesIn(found, own), ...namesIn(own, found), ...others];
}

/** Of the entries that are in the first list alone. */
function namesIn(first: readonly Entry[], second: readonly Entry[]): string[] {
  const known = new Set(second.map((entry) => JSON.stringify(entry)));
  return first.filter((entry) => !known.has(JSON.stringify(entry))).map(([, name]) => name);
}

/** As index-aside.ts does it. */
function putIndexAside(own: Connection, number: number): void {
  const sql = entriesIn(own).find(([, name]) => name === 'article_index')?.[4];
  own.exec(`ALTER TABLE article_index RENAME TO article_index_aside_${number}`);
  own.exec(sql ?? '');
}

/**
 * For the test that keeps schema-sums.ts true.
 * @internal
 */
export function sumOfVersion(version: number): string {
  return withOwn(version, (own) => sumOf(entriesIn(own)));
}

interface OwnShape {
  /** In order of their names, without those in which the search index keeps its parts. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly OwnColumn[] }[];
  readonly triggers: readonly { readonly name: string; readonly sql: string }[];
  /** The statement that makes the search index. */
  readonly index: string;
}

export interface OwnColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** As SQL has it. */
  readonly dflt_value: string | null;
}

/**
 * What a library of ours consists of: the names and statements to be used in SQL, never those that a file has. Some 5 ms.
 * Of the newest version, unless another is named.
 */
export function ownShape(version: number = newestVersion): OwnShape {
  return withOwn(version, (own) => {
    const entries = entriesIn(own);
    const names = own
      .prepare<[], string>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all();
    const columns = own.prepare<[string], OwnColumn>(
      'SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)',
    );
    return {
      tables: names.map((name) => ({ name, columns: columns.all(name) })),
      triggers: entries.flatMap(([type, name, , , sql]) => (type === 'trigger' && sql !== null ? [{ name, sql }] : [])),
      index: entries.find(([, name]) => name === 'article_index')?.[4] ?? '',
    };
  });
}

/** A library of that version is made in memory for it: some 3 ms. */
function withOwn<Value>(version: number, look: (own: Connection) => Value): Value {
  const own = connectInMemory();
  try {
    makeForm(new WritableDb(own), version);
    return look(own);
  } finally {
    own.close();
  }
}

function entriesIn(connection: Connection): Entry[] {
  const rows = connection
    .prepare<unknown[], [string, string, string, unknown, string | null]>(
      `SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema LIMIT ${mostEntries}`,
    )
    .raw()
    .all();
  return rows
    .filter(([type, name, table, , sql]) => type !== 'table' || name !== table || statistics.get(name) !== sql)
    .map(([type, name, table, page, sql]): Entry => [type, name, table, page !== 0, sql])
    .sort(([typeA, nameA], [typeB, nameB]) => inOrder(`${typeA} ${nameA}`, `${typeB} ${nameB}`));
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two entries with one tree would be written through each other; the schema's own, on the first page, is nobody's. */
function hasOwnPages(connection: Connection): boolean {
  const [row] = connection
    .prepare<unknown[], [number, number, number]>(
      `SELECT count(*), count(DISTINCT rootpage), coalesce(min(rootpage), 2)
       FROM sqlite_schema WHERE rootpage <> 0 AND typeof(rootpage) = 'integer'`,
    )
    .raw()
    .all();
  const [all, different, first] = row ?? [0, 0, 2];
  return all === different && first >= 2;
}

/** In another encoding no text has the bytes that the words of its statements have. */
function isUtf8(connection: Connection): boolean {
  return connection.pragma('encoding', { simple: true }) === 'UTF-8';
}

// not node:crypto by import: what loads it is on its way to the first list
function sumOf(entries: readonly Entry[]): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', JSON.stringify(entries));
}
