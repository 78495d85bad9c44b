import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';
import { rebuildSome } from '../../store/archive/compact.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { openReadable, openWritable } from '../../store/open.ts';
import { tablesAside } from '../../store/search/index-aside.ts';
import { checkIndex } from '../../store/search/search-index.ts';
import { openLibrary } from './open-library.ts';

const pageSize = 4096;
const amount = 400;

interface Sound {
  readonly bytes: Buffer;
  readonly leaves: readonly number[];
}
let made: Sound | undefined;

function soundLibrary(): Sound {
  const { db, folder } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://one.example/f');
  const words = (n: number) => Array.from({ length: 250 }, (_, m) => `w${((n * 31 + m * 7) % 4001).toString(36)}`);
  const articles = Array.from({ length: amount }, (_, n) =>
    storedArticle({
      identity: `n${n}`,
      title: `flood ${n}`,
      html: `<p>${words(n).join(' ')}</p>`,
      publishedAt: testNow - n * 60_000,
    }),
  );
  db.transaction(() => ingestAll(db, { feedId, articles }));
  const pages = db.all<{ pageno: number }>(
    "SELECT pageno FROM dbstat WHERE name = 'article_index_data' AND pagetype = 'leaf'",
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  return { bytes: readFileSync(join(folder, 'library.db')), leaves: pages.map(({ pageno }) => pageno) };
}

const damages = {
  'whole pages': (page: Buffer) => page.fill(0xff),
  'what pages say': (page: Buffer) => page.fill(0x37, pageSize / 2, pageSize - 20),
} as const;

/** The library with every third page of the index overwritten. */
function damaged(how: keyof typeof damages, unclean = false): string {
  const folder = join(temporaryFolder(), 'library');
  mkdirSync(folder);
  made ??= soundLibrary();
  const bytes = Buffer.from(made.bytes);
  const hit = made.leaves.filter((_, place) => place % 3 === 1);
  expect(hit.length).toBeGreaterThan(5);
  for (const page of hit) damages[how](bytes.subarray((page - 1) * pageSize, page * pageSize));
  writeFileSync(join(folder, 'library.db'), bytes);
  if (unclean) writeFileSync(join(folder, 'library.open'), '1');
  return folder;
}

const newLine = JSON.stringify({ feedUrl: 'https://one.example/f', guid: 'new', title: 'flood new', html: '<p>x</p>' });
/** Words of every part of the index; each is answered. What was said of them. */
async function searchAll({ call }: TestCore): Promise<readonly (string | null)[]> {
  const hints: (string | null)[] = [];
  for (const query of ['flood ', 'w1* ', 'w2* ', 'w3* ', 'w0* '])
    hints.push(mustBeOk(await call('articles.search', { query })).hint);
  return hints;
}

const found = (db: ReadableDb): number =>
  db.get<{ n: number }>("SELECT count(*) AS n FROM article_index WHERE article_index MATCH 'flood'")?.n ?? 0;

/** Every word of every article is there again. */
const isBuilt = (core: TestCore) =>
  expect
    .poll(async () => [(await searchAll(core)).join(), await countOf(core, 'w1*')].join(), { timeout: 20_000 })
    .toBe(`,,,,,${amount}`);
const countOf = async ({ call }: TestCore, query: string) =>
  mustBeOk(await call('articles.search', { query: `${query} ` })).total;

const total = async ({ call }: TestCore) => mustBeOk(await call('articles.search', { query: 'flood ' })).total;

describe.each(['whole pages', 'what pages say'] as const)('an index in which %s are damaged', (how) => {
  it('is found out, answers with a hint while it is, and is built anew', async () => {
    const core = await testCore({ libraryFolder: damaged(how) });
    const hints = await searchAll(core);
    // what SQLite can make something of is found by the check alone, which every backup makes
    if (how === 'whole pages') expect(hints).toContainEqual(expect.stringContaining('built anew'));
    else expect(mustBeOk(await core.call('archive.checkIndex', {})).wasSound).toBe(false);
    expect(mustBeOk(await core.call('search.facets', { query: 'flood w1* ' })).total).toBeLessThanOrEqual(amount);
    await isBuilt(core);
    expect(await total(core)).toBe(amount);
    // the articles were never in doubt, and new ones go on being stored and found
    expect(mustBeOk(await core.call('archive.import', { lines: [newLine] })).added).toBe(1);
    expect(await total(core)).toBe(amount + 1);
  });

  it('does not keep a library from opening after an unclean stop', async () => {
    const core = await testCore({ libraryFolder: damaged(how, true), polling: true });
    await isBuilt(core);
    expect(await total(core)).toBe(amount);
  });
});

describe('a damaged index that cannot be emptied', () => {
  it('is built anew when an article could not be stored for it', async () => {
    const core = await testCore({ libraryFolder: damaged('whole pages') });
    await expect
      .poll(async () => (await core.call('archive.import', { lines: [newLine] })).ok, { timeout: 20_000 })
      .toBe(true);
    await expect.poll(() => total(core), { timeout: 20_000 }).toBe(amount + 1);
  });

  it('is gone from the file after the next start, and backups are sound again', async () => {
    const folder = damaged('whole pages');
    const first = await testCore({ libraryFolder: folder });
    await searchAll(first);
    await isBuilt(first);
    await first.core.close();
    const second = await testCore({ libraryFolder: folder });
    // a count says what it has once its time is over
    await expect.poll(() => total(second)).toBe(amount);
    mustBeOk(await second.call('backups.make', {}));
    expect(readdirSync(folder).filter((name) => name.startsWith('library-before-mending-'))).toHaveLength(1);
    await second.core.close();
    const db = mustBeOk(openReadable(folder));
    expect(tablesAside(db)).toEqual([]);
    db.close();
  });

  it('is built on from where it was after a kill in the middle', () => {
    const folder = damaged('whole pages', true);
    const first = mustBeOk(openLibrary(folder)).db;
    expect(rebuildSome(first)).toBe(true);
    const before = found(first);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(amount);
    // as after kill -9: nothing is closed in order, the note of an open library stays
    const second = mustBeOk(openLibrary(folder)).db;
    expect(found(second)).toBe(before);
    while (rebuildSome(second));
    checkIndex(second);
    expect(found(second)).toBe(amount);
    second.close();
    const again = mustBeOk(openWritable(folder));
    expect(again.get('PRAGMA quick_check(1)')).toEqual({ quick_check: 'ok' });
    again.close();
  });
});
