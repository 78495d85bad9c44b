/** Tidying in small steps: the index merges its segments, free room goes back to the disk, a damaged index is built anew. */

import type { WritableDb } from '../handles.ts';
import { setIndexAside } from '../search/index-aside.ts';
import { indexedDownTo, setIndexedDownTo } from '../search/search-index.ts';
import { highestId } from '../search/search-sql.ts';

const mergedPages = 200;
const freedPages = 400;
const indexedAStep = 150;

/** True while there is more to merge. `whole`: until one segment is left, as after a bulk; else only where several are alike. */
export function mergeIndex(db: WritableDb, how: 'whole' | 'a little' = 'a little', pagesAtMost = mergedPages): boolean {
  const before = db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  const pages = how === 'whole' ? -pagesAtMost : pagesAtMost;
  db.run(`INSERT INTO article_index (article_index, rank) VALUES ('merge', ${pages})`);
  const after = db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  // SQLite's own sign that nothing was left to do: fewer than two changes
  return after - before >= 2;
}

/** Pages that are still free. */
export function giveBackRoom(db: WritableDb): number {
  db.pragma(`incremental_vacuum(${freedPages})`);
  return db.get<{ freelist_count: number }>('PRAGMA freelist_count')?.freelist_count ?? 0;
}

/** An empty index. What is newest comes back first, and what is back is found at once. `hasSoundPages` says which way. */
export function beginRebuild(db: WritableDb, how: 'empty' | 'put aside' = 'empty'): void {
  db.runDue();
  if (how === 'put aside') setIndexAside(db);
  else db.run("INSERT INTO article_index (article_index) VALUES ('delete-all')");
  setIndexedDownTo(db, highestId);
}

/** Indexes a few more, newest first; false when all are in. */
export function rebuildSome(db: WritableDb): boolean {
  const from = indexedDownTo(db);
  if (from === undefined) return false;
  const rows = db.all<{ article_id: number }>(
    'SELECT article_id FROM article_text WHERE article_id < :from ORDER BY article_id DESC LIMIT :limit',
    { from: BigInt(from), limit: indexedAStep },
  );
  const last = rows.at(-1)?.article_id;
  if (last === undefined) {
    setIndexedDownTo(db, undefined);
    return false;
  }
  db.run(
    `INSERT INTO article_index (rowid, title, author, body, feed)
     SELECT article_id, title, author, body, feed FROM article_text WHERE article_id < :from AND article_id >= :last`,
    { from: BigInt(from), last: BigInt(last) },
  );
  setIndexedDownTo(db, last);
  return true;
}
