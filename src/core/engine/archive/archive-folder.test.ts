import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { nodeWorkers } from '../../index.ts';
import { archivedTables, tableLines } from '../../store/archive/archive-tables.ts';
import { storeMedia } from '../../store/archive/media.ts';
import { openReadable } from '../../store/open.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const hash = createHash('sha256').update(picture).digest('hex');
const picturePath = `media/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.png`;
const catalogueFile = new URL('../../../../resources/catalogue.json', import.meta.url);

/** A library of 60 articles in two feeds, with a picture, read and starred ones, a changed article and a saved search. */
async function filledCore() {
  const { db, folder } = temporaryLibrary();
  const feeds = ['https://one.example/feed', 'https://two.example/feed'].map((url) => addTestFeed(db, url));
  for (const [at, feedId] of feeds.entries()) {
    const articles = Array.from({ length: 30 }, (_, n) =>
      storedArticle({
        identity: `${at}-${n}`,
        title: `Über ${n} “quoted” & <tagged> 港`,
        html: `<p>Text ${n} of feed ${at}</p><img src="https://one.example/p.png" alt="">`,
        extras: { categories: ['Tag'], enclosures: [] },
        publishedAt: n % 4 === 0 ? null : Date.UTC(2026, 9, 1 + n),
      }),
    );
    ingestAll(db, { feedId, articles });
    ingestAll(db, { feedId, articles: [storedArticle({ identity: `${at}-3`, title: 'Changed since' })] });
  }
  mkdirSync(dirname(join(folder, picturePath)), { recursive: true });
  writeFileSync(join(folder, picturePath), picture);
  storeMedia(db, {
    url: 'https://one.example/p.png',
    path: picturePath,
    hash,
    mimeType: 'image/png',
    sizeBytes: picture.length,
    trouble: null,
    at: 1,
  });
  db.close();
  const core = await testCore({ libraryFolder: folder, catalogueFile });
  const page = mustBeOk(await core.call('articles.list', { limit: 20 }));
  mustBeOk(
    await core.call('articles.mark', { ids: page.articles.slice(0, 7).map((one) => one.id), set: { read: true } }),
  );
  mustBeOk(
    await core.call('articles.mark', { ids: page.articles.slice(3, 5).map((one) => one.id), set: { starred: true } }),
  );
  mustBeOk(await core.call('savedSearches.add', { name: 'Texts', query: 'text' }));
  return core;
}

function contents(folder: string): Record<string, unknown> {
  const opened = openReadable(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  const tables = archivedTables().map((table) => [table, [...tableLines(db, table)]] as const);
  db.close();
  return Object.fromEntries(tables);
}

function check(folder: string) {
  const run = spawnSync(process.execPath, [join(folder, 'check-archive.mjs')], { encoding: 'utf8' });
  return { status: run.status, said: run.stdout + run.stderr };
}

describe('an archive folder', () => {
  it('opens with a page of its months, each of which leads to its articles, the newest first', async () => {
    const { call, core } = await filledCore();
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await call('archive.exportFolder', { folder: archive }));
    await core.close();
    const start = readFileSync(join(archive, 'index.html'), 'utf8');
    expect(start).toContain('60 articles');
    const months = [...start.matchAll(/href="(pages\/[^"]+)"/g)].map(([, path]) => String(path));
    expect(months[0]).toBe('pages/2026-11/index.html');
    const pages = months.flatMap((path) => {
      const text = readFileSync(join(archive, path), 'utf8');
      const named = [...text.matchAll(/href="(\d+\.html)"/g)].map(([, name]) => String(name));
      expect(named).toEqual(named.toSorted((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10)));
      return named.map((name) => join(archive, dirname(path), name));
    });
    expect(pages).toHaveLength(60);
    expect(pages.filter((path) => !existsSync(path))).toEqual([]);
    const october = readFileSync(join(archive, 'pages/2026-10/index.html'), 'utf8');
    expect(october).toContain('“quoted” &amp; &lt;tagged&gt; 港');
    expect(check(archive).status).toBe(0);
  });

  it('taken into an empty library gives the same library, row for row, and its words are found', async () => {
    const first = await filledCore();
    const archive = join(temporaryFolder(), 'archive');
    const written = mustBeOk(await first.call('archive.exportFolder', { folder: archive }));
    expect(written).toMatchObject({ articles: 60, pictures: 1 });
    await first.core.close();

    const second = await testCore({ libraryFolder: temporaryFolder(), catalogueFile });
    expect(mustBeOk(await second.call('archive.importFolder', { folder: archive }))).toMatchObject({
      articles: 60,
      known: 0,
      feeds: 2,
      pictures: 1,
    });
    const found = mustBeOk(await second.call('articles.search', { query: '"text 5" ' }));
    expect(found.total).toBe(2);
    const counts = mustBeOk(await second.call('counts.get', {}));
    expect(counts.all).toEqual({ unread: 53, total: 60 });
    expect(counts.starred).toBe(2);
    await second.core.close();
    // what was done there, and how hosts answered there, is that library's own
    const own = { operation: 1, operation_slice: 1, host_state: 1 };
    const before = Object.entries(contents(first.folder)).filter(([table]) => !Object.hasOwn(own, table));
    const { operation, operation_slice: slices, host_state: hosts, ...taken } = contents(second.folder);
    expect(taken).toEqual(Object.fromEntries(before));
    expect([operation, slices, hosts]).toEqual([[expect.anything()], [expect.anything()], [expect.anything()]]);
    expect(readFileSync(join(second.folder, picturePath)).equals(picture)).toBe(true);
    expect(existsSync(join(second.folder, 'archive-in'))).toBe(false);
  });

  it('taken into a library that holds some of it adds the rest and leaves what is there', async () => {
    const first = await filledCore();
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await first.call('archive.exportFolder', { folder: archive }));
    const second = await testCore({ catalogueFile });
    mustBeOk(await second.call('folders.add', { name: 'Mine' }));
    const lines = readFileSync(join(archive, 'articles.ndjson'), 'utf8').trim().split('\n');
    mustBeOk(await second.call('archive.import', { lines: lines.slice(0, 10) }));
    const taken = mustBeOk(await second.call('archive.importFolder', { folder: archive }));
    expect(taken).toMatchObject({ articles: 50, known: 10 });
  });

  it('taken into a library that holds something says what its own had let go: that does not come as new again', async () => {
    const lines = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({
        feedUrl: 'https://one.example/feed',
        guid: `n${n}`,
        url: `https://one.example/${n}`,
        title: `Number ${n}`,
        html: `<p>Text ${n}.</p>`,
        published: Date.UTC(2026, 9, 1 + n),
        read: true,
      }),
    );
    const first = await testCore({ catalogueFile });
    mustBeOk(await first.call('archive.import', { lines }));
    mustBeOk(await first.call('settings.set', { keepPerFeed: 10 }));
    expect(mustBeOk(await first.call('archive.clean', {}))).toEqual({ articles: 20 });
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await first.call('archive.exportFolder', { folder: archive }));

    const second = await testCore({ catalogueFile });
    const other = JSON.stringify({ feedUrl: 'https://two.example/feed', guid: 'other', title: 'Other' });
    mustBeOk(await second.call('archive.import', { lines: [other] }));
    expect(mustBeOk(await second.call('archive.importFolder', { folder: archive }))).toMatchObject({ articles: 10 });
    const counts = mustBeOk(await second.call('counts.get', {}));
    const moved = lines.map((line) => line.replace('"guid":"n', '"guid":"moved-'));
    for (const again of [lines, moved])
      expect(mustBeOk(await second.call('archive.import', { lines: again }))).toMatchObject({ added: 0, known: 30 });
    expect(mustBeOk(await second.call('counts.get', {}))).toEqual(counts);
  });

  it('is checked by Node alone: unchanged, changed, missing and added files are told apart', async () => {
    const core = await filledCore();
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await core.call('archive.exportFolder', { folder: archive }));
    expect(check(archive)).toMatchObject({ status: 0 });
    const manifest = readFileSync(join(archive, 'manifest.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(manifest.find((line) => line.kind === 'page')).toMatchObject({
      address: expect.stringMatching(/^https:\/\/example\.org\//),
      fetchedAt: expect.stringMatching(/^2026-/),
    });
    const page = manifest.find((line) => line.kind === 'page').path;
    appendFileSync(join(archive, page), '<p>forged</p>');
    writeFileSync(join(archive, 'extra.txt'), 'x');
    const { status, said } = check(archive);
    expect(status).toBe(1);
    expect(said).toContain(page);
    expect(said).toContain('extra.txt was added');
    const other = await testCore({ catalogueFile });
    expect(errorOf(await other.call('archive.importFolder', { folder: archive }))).toBe('archive_unreadable');
    expect(mustBeOk(await other.call('feeds.list', {}))).toEqual([]);
  });

  it('is not written into a folder that holds something', async () => {
    const core = await testCore({ workers: nodeWorkers });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), 'Dear all');
    expect(errorOf(await core.call('archive.exportFolder', { folder }))).toBe('conflict');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });
});
