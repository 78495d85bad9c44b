/** A library as a stranger would give it away. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addTestFeed, ingestAll, storedArticle } from './sample-rows.ts';
import { temporaryLibrary } from './temporary-library.ts';

/** A closed library with two feeds and three articles, to which something is done that Broadsheet never does. */
export function strangeLibrary(sql: string): string {
  const { db, folder } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://courier.example/feed.xml');
  addTestFeed(db, 'https://second.example/feed.xml');
  const articles = ['a', 'b', 'c'].map((identity) => storedArticle({ identity, title: `Flood ${identity}` }));
  ingestAll(db, { feedId, articles });
  db.close();
  execIn(join(folder, 'library.db'), sql);
  return folder;
}

/** With the rights of whoever has the file. */
export function execIn(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.enableDefensive(false);
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  db.close();
}
