/**
 * Looks through a whole library page by page. SQLite's own check says nothing until it has ended, minutes later where a
 * library has several GB, and cannot be called off before. What that one would find is found here too: each page can be
 * read and is of its kind, belongs to one table alone or is free, and rows follow each other in order. Small tables are
 * given to SQLite's check as well.
 */
import { quoted, type ReadableDb } from './handles.ts';

/** How many of the library's pages have been looked through. */
export type TellPages = (done: number, total: number) => void;

interface Table {
  readonly name: string;
  readonly hasRowIds: boolean;
}

interface Walked {
  readonly pages: number;
  /** Cells in the leaves: rows, where the tree is a table. */
  readonly cells: number;
}

// SQLite's own check takes some 100 ms for so many.
const pagesForSqlite = 10_000;
const tellEvery = 1_000;

/** What is wrong, in a few words; undefined when nothing is. The index's words are not held against the articles. */
export function damageInPages(db: ReadableDb, tell: TellPages = () => {}): string | undefined {
  try {
    return new PageCheck(db, tell).run();
  } catch (error) {
    if (isCorruption(error)) return error.message;
    throw error;
  }
}

function isCorruption(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

class Damage extends Error {}

class PageCheck {
  readonly #db: ReadableDb;
  readonly #tell: TellPages;
  readonly #total: number;
  readonly #isSeen: Uint8Array;
  #used = 0;
  /** Pages walked and rows gone through count for half a page each. */
  #done = 0;

  constructor(db: ReadableDb, tell: TellPages) {
    this.#db = db;
    this.#tell = tell;
    this.#total = this.#pragma('page_count');
    this.#isSeen = new Uint8Array(this.#total + 1);
  }

  run(): string | undefined {
    try {
      for (const table of this.#tables()) this.#checkTable(table);
      this.#checkSums();
      return undefined;
    } catch (error) {
      if (error instanceof Damage) return error.message;
      throw error;
    }
  }

  #checkTable(table: Table): void {
    const trees = this.#trees(table.name).map((name) => ({ name, ...this.#walk(name) }));
    const pages = trees.reduce((sum, tree) => sum + tree.pages, 0);
    const own = trees.find(({ name }) => name === table.name);
    const before = this.#done;
    if (own !== undefined && table.hasRowIds && pages > pagesForSqlite)
      this.#checkOrder(table.name, pages / 2 / own.cells);
    else this.#checkBySqlite(table.name);
    this.#done = before + pages / 2;
    this.#tell(Math.round(this.#done), this.#total);
  }

  /** One tree of the file, a table's or an index's, with the pages that hold long values. */
  #walk(name: string): Walked {
    let pages = 0;
    let cells = 0;
    // page, cells and damage in one number: an object for each of some million pages would take twice as long
    const rows = this.#db.iterateColumn<number>(
      `SELECT pageno * 131072 + CASE pagetype WHEN 'leaf' THEN ncell WHEN 'corrupted' THEN 131071 ELSE 0 END
       FROM dbstat WHERE name = :name`,
      { name },
    );
    for (const row of rows) {
      const page = Math.floor(row / 131_072);
      const inLeaf = row % 131_072;
      if (inLeaf === 131_071) throw new Damage(`page ${page} of ${name} makes no sense`);
      if (this.#isSeen[page] !== 0) throw new Damage(`page ${page} of ${name} is used twice`);
      this.#isSeen[page] = 1;
      pages += 1;
      cells += inLeaf;
      if (pages % tellEvery === 0) this.#tell(Math.round(this.#done + pages / 2), this.#total);
    }
    this.#used += pages;
    this.#done += pages / 2;
    return { pages, cells };
  }

  #checkOrder(name: string, pagesARow: number): void {
    let last = Number.NEGATIVE_INFINITY;
    let rows = 0;
    // an index would give them in order whatever the table is like
    for (const id of this.#db.iterateColumn<number>(`SELECT rowid FROM ${quoted(name)} NOT INDEXED`)) {
      if (id < last) throw new Damage(`rows of ${name} are out of order`);
      last = id;
      rows += 1;
      if (rows % tellEvery === 0) this.#tell(Math.round(this.#done + rows * pagesARow), this.#total);
    }
  }

  #checkBySqlite(name: string): void {
    const found = this.#db.once<{ quick_check: string }>(`PRAGMA quick_check(${quoted(name)})`)[0]?.quick_check;
    if (found !== 'ok') throw new Damage(found ?? `${name} could not be checked`);
  }

  /** A page that is both free and used would be given away and written over; one that is neither was lost. */
  #checkSums(): void {
    const known = this.#used + this.#pragma('freelist_count') + this.#ownPages();
    if (known !== this.#total) throw new Damage(`${known} of ${this.#total} pages are accounted for`);
  }

  /** Pages that SQLite keeps for itself: the one with the lock, and in a file that can shrink those that say what is where. */
  #ownPages(): number {
    const size = this.#pragma('page_size');
    const lockPage = Math.floor(0x4000_0000 / size) + 1;
    const lock = this.#total >= lockPage ? 1 : 0;
    if (this.#pragma('auto_vacuum') === 0) return lock;
    const mapped = Math.floor(size / 5) + 1;
    const maps = Math.max(0, Math.floor((this.#total - 2) / mapped) + 1);
    return lock + maps;
  }

  #tables(): Table[] {
    // what SQLite keeps no pages for, such as the index itself, is none of its own trees
    const names = this.#db.all<{ name: string; withoutRowIds: number }>(
      `SELECT t.name, t.wr AS withoutRowIds FROM pragma_table_list AS t
       WHERE t.schema = 'main' AND (t.name = 'sqlite_schema'
         OR EXISTS (SELECT 1 FROM sqlite_schema AS s WHERE s.name = t.name AND s.rootpage > 0))`,
    );
    return names.map(({ name, withoutRowIds }) => ({ name, hasRowIds: withoutRowIds === 0 }));
  }

  /** The names of the table's own tree and of its indexes'. */
  #trees(tableName: string): string[] {
    if (tableName === 'sqlite_schema') return [tableName];
    return this.#db.column<string>('SELECT name FROM sqlite_schema WHERE tbl_name = :tableName AND rootpage > 0', {
      tableName,
    });
  }

  #pragma(name: 'page_count' | 'page_size' | 'freelist_count' | 'auto_vacuum'): number {
    return this.#db.column<number>(`PRAGMA ${name}`)[0] ?? 0;
  }
}
