/** Libraries that are large for their number of articles: what takes time in them is reading their pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { libraryFile, openReadable, openWritable } from '../core/store/open.ts';
import { mustBeOk } from './test-core.ts';

const pageSize = 4096;

/** So many more pages of text, of one row each, in a library that is closed. */
export function enlarge(folder: string, pages: number): void {
  const db = mustBeOk(openWritable(folder));
  // texts without their articles: only their pages matter
  db.pragma('foreign_keys = OFF');
  db.transaction(() =>
    db.run(
      `INSERT INTO article_body (article_id, html, extras)
       WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < :pages)
       SELECT id, hex(zeroblob(1500)), '{}' FROM n`,
      { pages },
    ),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Pages that hold rows of texts, or lead to those, in a library that is closed. */
export function textPages(folder: string, kind: 'leaf' | 'internal' = 'leaf'): readonly number[] {
  const db = mustBeOk(openReadable(folder));
  const pages = db.column<number>(
    "SELECT pageno FROM dbstat WHERE name = 'article_body' AND pagetype = :kind ORDER BY pageno",
    { kind },
  );
  db.close();
  return pages;
}

/** Damages a library that is closed, where its texts are. */
export function overwriteTexts(folder: string): void {
  const bytes = readFileSync(libraryFile(folder));
  const leaves = textPages(folder);
  pageOf(bytes, leaves[Math.floor(leaves.length / 2)] ?? 0).fill(0xff);
  writeFileSync(libraryFile(folder), bytes);
}

export function pageOf(bytes: Buffer, page: number): Buffer {
  return bytes.subarray((page - 1) * pageSize, page * pageSize);
}
