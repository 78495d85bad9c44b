/**
 * An index whose pages are damaged can be neither emptied nor dropped: SQLite would have to read them. It is put aside by
 * its name, which touches the schema alone, and an empty one takes its place. What was put aside goes when the file is
 * written anew, at the next start (mend-library.ts).
 */
import { quoted, type ReadableDb, type SqlValue, type WritableDb } from '../handles.ts';
import { ownShape } from '../own-schema.ts';
import { setIndexedDownTo } from './search-index.ts';
import { highestId } from './search-sql.ts';

const asideName = 'article_index_aside_';

/** The tables of every index that was put aside, its own first. */
export function tablesAside(db: ReadableDb): readonly string[] {
  return db
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE name GLOB '${asideName}*' AND type = 'table'`)
    .map(({ name }) => name);
}

/** Nothing is indexed after it: rebuildSome goes on from there. Settings of the index are kept. */
export function setIndexAside(db: WritableDb): void {
  const name = `${asideName}${tablesAside(db).length}`;
  const kept = db.all<{ k: string; v: SqlValue }>("SELECT k, v FROM article_index_config WHERE k <> 'version'");
  db.transaction(() => {
    db.exec(`ALTER TABLE article_index RENAME TO ${name}`);
    db.exec(ownShape().index);
    for (const { k, v } of kept) {
      // a JavaScript number goes over as a fraction, which the index refuses
      const value = typeof v === 'number' ? BigInt(v) : v;
      db.run('INSERT INTO article_index (article_index, rank) VALUES (:k, :value)', { k, value });
    }
    setIndexedDownTo(db, highestId);
  });
}

/**
 * Whether the index can be emptied. To be asked before it is tried, and outside of a transaction: once SQLite has met such
 * a page in one, it neither commits nor renames. Reads the whole index.
 */
export function hasSoundPages(db: ReadableDb): boolean {
  return ['data', 'idx', 'docsize'].every((part) => isSoundTable(db, `article_index_${part}`));
}

/**
 * Whether a library that SQLite's check finds damaged is damaged in the index alone, which can be made again: all other
 * tables are looked at, each with its own indexes. Reads the whole file but for the index.
 */
export function isDamagedInIndexAlone(db: ReadableDb): boolean {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema
     WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT GLOB 'article_index_*'`,
  );
  return tables.every(({ name }) => isSoundTable(db, name));
}

function isSoundTable(db: ReadableDb, name: string): boolean {
  try {
    return db.once<{ quick_check: string }>(`PRAGMA quick_check(${quoted(name)})`)[0]?.quick_check === 'ok';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // the check itself stops at some kinds of damage
    if (code.startsWith('SQLITE_CORRUPT')) return false;
    throw error;
  }
}
