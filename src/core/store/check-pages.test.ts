import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enlarge, pageOf as page, textPages } from '../../testing/large-library.ts';
import { addTestFeed, ingestAll, storedArticle } from '../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../testing/temporary-library.ts';
import { mustBeOk } from '../../testing/test-core.ts';
import { damageInPages } from './check-pages.ts';
import { damageOf } from './file-checks.ts';
import { libraryFile, openReadable, openWritable } from './open.ts';

/** More than SQLite's own check is given: rows are gone through here. */
const manyPages = 11_000;

function libraryOf(articles: number): string {
  const { db, folder } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://one.example/f');
  const all = Array.from({ length: articles }, (_, n) =>
    storedArticle({ identity: `n${n}`, html: `<p>${`word${n} `.repeat((n % 7) * 300)}</p>` }),
  );
  db.transaction(() => ingestAll(db, { feedId, articles: all }));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return folder;
}

interface Large {
  readonly bytes: Buffer;
  readonly leaves: readonly number[];
  readonly inner: readonly number[];
}
let made: Large | undefined;
/** The bytes of a large library, and the pages of its texts. */
function large(): Large {
  if (made !== undefined) return made;
  const folder = libraryOf(20);
  enlarge(folder, manyPages);
  made = {
    bytes: readFileSync(libraryFile(folder)),
    leaves: textPages(folder),
    inner: textPages(folder, 'internal'),
  };
  return made;
}

function damageIn(folder: string): string | undefined {
  const db = mustBeOk(openReadable(folder));
  const damage = damageInPages(db);
  db.close();
  return damage;
}

/** What the check says of the large library once its bytes were changed; SQLite's own must not be content either. */
function damageAfter(change: (bytes: Buffer, leaves: readonly number[]) => void): string | undefined {
  const folder = join(temporaryFolder(), 'library');
  mkdirSync(folder);
  const bytes = Buffer.from(large().bytes);
  change(bytes, large().leaves);
  writeFileSync(libraryFile(folder), bytes);
  expect(damageOf(libraryFile(folder))).toBeDefined();
  return damageIn(folder);
}

describe('a library that is sound', () => {
  it.each([0, 1, 30, 400])('is found so with %i articles', (articles) => {
    const folder = libraryOf(articles);
    expect(damageIn(folder)).toBeUndefined();
  });

  it('is found so with pages that are free, and after room was given back', () => {
    const folder = libraryOf(300);
    const db = mustBeOk(openWritable(folder));
    db.exec('DELETE FROM article WHERE id % 3 > 0');
    expect(db.column<number>('PRAGMA freelist_count')[0]).toBeGreaterThan(50);
    expect(damageInPages(db)).toBeUndefined();
    db.pragma('incremental_vacuum(40)');
    expect(damageInPages(db)).toBeUndefined();
    db.close();
  });

  it('is gone through to its last page, and says so as it goes', () => {
    const folder = libraryOf(20);
    enlarge(folder, manyPages);
    const db = mustBeOk(openReadable(folder));
    const told: { readonly done: number; readonly total: number }[] = [];
    expect(damageInPages(db, (done, total) => void told.push({ done, total }))).toBeUndefined();
    const total = db.column<number>('PRAGMA page_count')[0] ?? 0;
    db.close();
    expect(new Set(told.map((step) => step.total))).toEqual(new Set([total]));
    const done = told.map((step) => step.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.length).toBeGreaterThan(15);
    expect(done.at(-1)).toBeGreaterThan(total * 0.98);
    expect(done.at(-1)).toBeLessThanOrEqual(total);
  });
});

describe('damage', () => {
  it('of a page that was overwritten is found', () => {
    expect(damageAfter((bytes, leaves) => page(bytes, leaves[4000] ?? 0).fill(0xff))).toMatch(/article_body/);
  });

  it('of a page that was never written is found', () => {
    expect(damageAfter((bytes, leaves) => page(bytes, leaves[4000] ?? 0).fill(0))).toMatch(/article_body/);
  });

  it('of a page that another took the place of is found', () => {
    const copied = (bytes: Buffer, leaves: readonly number[]) =>
      page(bytes, leaves[100] ?? 0).copy(page(bytes, leaves[9000] ?? 0));
    expect(damageAfter(copied)).toBe('rows of article_body are out of order');
  });

  it('of a page that is used twice is found', () => {
    const twice = damageAfter((bytes, leaves) => {
      for (const inner of large().inner.map((number) => page(bytes, number))) {
        const at = cellOf(inner, leaves[200] ?? 0);
        if (at !== undefined) inner.writeUInt32BE(leaves[201] ?? 0, at);
      }
    });
    expect(twice).toMatch(/is used twice/);
  });
});

/** Where an inner page names one of those below it (the file format, 1.6: cells begin with that page's number). */
function cellOf(inner: Buffer, below: number): number | undefined {
  const cells = Array.from({ length: inner.readUInt16BE(3) }, (_, n) => inner.readUInt16BE(12 + 2 * n));
  return cells.find((at) => inner.readUInt32BE(at) === below);
}
