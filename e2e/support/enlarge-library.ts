/**
 * Makes a library that no app has open so large that looking through it takes some seconds on this machine, however fast it
 * is: the check goes page by page, and many small pages take as long as a library of several GB.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const smallestPage = 512;
const bytesARow = 100_000_000;
const rowsTimed = 5;
const mostRows = 40; // 4 GB
// A window is there after about one second, and its screen is to be seen in what is left.
const wantedMs = 4_000;

export function enlargeLibrary(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library', 'library.db'));
  // texts without their articles: only their pages matter
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF');
  // no other size can be chosen while it writes a log
  db.exec(`PRAGMA page_size = ${smallestPage}; VACUUM; PRAGMA journal_mode = OFF`);
  addRows(db, 1, rowsTimed);
  const start = performance.now();
  db.prepare("SELECT sum(ncell) FROM dbstat WHERE name = 'article_body'").get();
  const rows = Math.ceil((rowsTimed * wantedMs) / (performance.now() - start));
  addRows(db, rowsTimed + 1, Math.min(mostRows, rows));
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
}

function addRows(db: DatabaseSync, first: number, last: number): void {
  const add = db.prepare("INSERT INTO article_body (article_id, html, extras) VALUES (:id, zeroblob(:bytes), '{}')");
  for (let id = first; id <= last; id += 1) add.run({ id, bytes: bytesARow });
}
