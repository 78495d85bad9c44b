import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore, testServer } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { archiveSizes } from '../../store/archive/archive-sizes.ts';
import { cutsOf, deleteSome, previewRetention } from '../../store/archive/retention.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import { configureFeeds } from '../../store/feeds/configure-feeds.ts';
import { removeFeeds } from '../../store/feeds/feeds.ts';
import type { WritableDb } from '../../store/handles.ts';
import { checkIndex } from '../../store/search/search-index.ts';
import { listBackups, makeBackup } from '../library/backup-files.ts';
import { noteCleanClose } from '../library/library-at-rest.ts';
import { restoreLibrary } from '../library/restore-backup.ts';

const dayMs = 86_400_000;
const keepAll = { keepDays: null, keepPerFeed: null, keepMegabytes: null, deleteUnread: false };

/** 40 articles a feed, one a day; all read but every fifth, every seventh starred. */
function library(): { readonly db: WritableDb; readonly feeds: readonly number[] } {
  const { db } = temporaryLibrary();
  const feeds = ['https://one.example/f', 'https://two.example/f'].map((url) => addTestFeed(db, url));
  for (const feedId of feeds) {
    const articles = Array.from({ length: 40 }, (_, n) =>
      storedArticle({ identity: `n${n}`, html: `<p>${'word '.repeat(200)}</p>`, publishedAt: testNow - n * dayMs }),
    );
    const { added } = ingestAll(db, { feedId, articles });
    const newestFirst = [...added].sort((a, b) => b - a) as never[];
    const mark = (fits: (n: number) => boolean, set: { read?: boolean; starred?: boolean }) =>
      finish(markArticles(db, { ids: newestFirst.filter((_, n) => fits(n)), set }, testNow));
    mark((n) => n % 5 !== 0, { read: true });
    mark((n) => n % 7 === 0, { starred: true });
  }
  return { db, feeds };
}

function clean(db: WritableDb, rules: Parameters<typeof cutsOf>[1], now = testNow): void {
  for (const cut of cutsOf(db, rules, now)) while (deleteSome(db, cut, rules) > 0);
}

const present = (db: WritableDb, feedId: number): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE feed_id = :feedId', { feedId })?.n ?? 0;
const kept = (n: number): boolean => n % 5 === 0 || n % 7 === 0;
const numbers = Array.from({ length: 40 }, (_, n) => n);

describe('keeping and forgetting', () => {
  it('keeps everything until told otherwise', () => {
    const { db } = library();
    expect(previewRetention(db, keepAll, testNow)).toMatchObject({ articles: 0, bytes: 0, spared: 0, feeds: [] });
  });

  it.each([
    ['age', { ...keepAll, keepDays: 10 }, (n: number) => n <= 10],
    ['count', { ...keepAll, keepPerFeed: 12 }, (n: number) => n < 12],
  ] as const)(
    'by %s deletes what the preview said, but nothing unread or starred, and status stays',
    (_, rules, stays) => {
      const { db, feeds } = library();
      const gone = numbers.filter((n) => !stays(n) && !kept(n)).length;
      const preview = previewRetention(db, rules, testNow);
      expect(preview.articles).toBe(gone * 2);
      expect(preview.spared).toBe(numbers.filter((n) => !stays(n) && kept(n)).length * 2);
      expect(preview.bytes).toBeGreaterThan(1_000 * gone);
      clean(db, rules);
      for (const feedId of feeds) expect(present(db, feedId)).toBe(40 - gone);
      expect(db.get('SELECT count(*) AS n FROM article_status')).toEqual({ n: 80 });
      expect(previewRetention(db, rules, testNow).articles).toBe(0);
      checkIndex(db);
      // it comes back in the feed: neither unread nor twice
      const [feedId] = feeds;
      if (feedId === undefined) return;
      ingestAll(db, { feedId, articles: [storedArticle({ identity: 'n39', publishedAt: testNow - 39 * dayMs })] });
      expect(present(db, feedId)).toBe(40 - gone);
    },
  );

  it('by size keeps the newest that fit, and a feed’s own rule goes before the general one', () => {
    const { db, feeds } = library();
    const [first, second] = feeds;
    if (first === undefined || second === undefined) return;
    configureFeeds(db, { ids: [first as never], settings: { keepCount: 30 } }, testNow);
    clean(db, { ...keepAll, keepPerFeed: 10, deleteUnread: true });
    expect(present(db, first)).toBe(30 + numbers.filter((n) => n >= 30 && n % 7 === 0).length);
    expect(present(db, second)).toBe(10 + numbers.filter((n) => n >= 10 && n % 7 === 0).length);
  });

  it('an unsubscribed feed’s articles go after 30 days', () => {
    const { db, feeds } = library();
    const [first] = feeds;
    if (first === undefined) return;
    removeFeeds(db, [first as never], testNow);
    clean(db, keepAll, testNow + 29 * dayMs);
    expect(present(db, first)).toBe(40);
    clean(db, keepAll, testNow + 31 * dayMs);
    expect(present(db, first)).toBe(numbers.filter((n) => n % 7 === 0).length);
  });

  it('sizes are those of the rows, whatever came and went', () => {
    const { db } = library();
    clean(db, { ...keepAll, keepDays: 10 });
    const rows = db.all<{ feed_id: number; n: number; bytes: number }>(
      `SELECT a.feed_id, count(*) AS n, sum(octet_length(b.html) + octet_length(b.extras)
         + octet_length(t.title) + octet_length(t.author) + octet_length(t.body)) AS bytes
       FROM article AS a JOIN article_body AS b ON b.article_id = a.id JOIN article_text AS t ON t.article_id = a.id
       GROUP BY a.feed_id`,
    );
    const sizes = archiveSizes(db);
    for (const row of rows)
      expect(sizes.feeds.find((feed) => feed.feedId === row.feed_id)).toMatchObject({
        articles: row.n,
        textBytes: row.bytes,
      });
    expect(sizes.fileBytes).toBeGreaterThan(sizes.textBytes);
  });
});

describe('through the contract', () => {
  it('cleaning and compacting give room back while lists go on, with progress', async () => {
    const core = await testCore();
    const line = (n: number) =>
      JSON.stringify({
        feedUrl: 'https://a.example/f',
        guid: `${n}`,
        title: `flood ${n}`,
        html: `<p>${`text${n} `.repeat(400)}</p>`,
        read: true,
        published: testNow - n * dayMs,
      });
    mustBeOk(await core.call('archive.import', { lines: Array.from({ length: 400 }, (_, n) => line(n)) }));
    mustBeOk(await core.call('settings.set', { keepPerFeed: 50 }));
    const before = mustBeOk(await core.call('archive.sizes', {}));
    expect(mustBeOk(await core.call('archive.preview', {})).articles).toBe(350);
    expect(mustBeOk(await core.call('archive.clean', {})).articles).toBe(350);
    const compacted = mustBeOk(await core.call('archive.compact', {}));
    expect(compacted.afterBytes).toBeLessThan(before.fileBytes / 2);
    expect(mustBeOk(await core.call('articles.search', { query: 'flood ' })).total).toBe(50);
    expect(mustBeOk(await core.call('archive.checkIndex', {})).wasSound).toBe(true);
    expect(core.events.some((event) => event.type === 'progress' && event.job === 'archive.clean')).toBe(true);
  });

  it('a damaged index is found and built anew, newest first', async () => {
    const { db, folder } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    const articles = Array.from({ length: 200 }, (_, n) => storedArticle({ identity: `n${n}`, title: `flood ${n}` }));
    ingestAll(db, { feedId, articles });
    // words that no row has, and a row whose words are missing
    db.run("INSERT INTO article_index (rowid, title, author, body, feed) VALUES (5, 'ghost', '', '', '')");
    db.close();
    // left open it would be looked through by itself
    noteCleanClose(folder);
    const core = await testCore({ libraryFolder: folder });
    expect(mustBeOk(await core.call('archive.checkIndex', {})).wasSound).toBe(false);
    expect(mustBeOk(await core.call('archive.checkIndex', {})).wasSound).toBe(true);
    expect(mustBeOk(await core.call('articles.search', { query: 'flood ' })).total).toBe(200);
  });
});

describe('backups', () => {
  // Days are those of the reader's calendar: a week has seven of them at any hour and in any time zone.
  it.each([
    ['just after midnight', 0, 10],
    ['at noon', 12, 0],
    ['just before midnight', 23, 50],
  ])('made %s are checked, kept 7 daily and 4 weekly, and listed newest first', async (_, hour, minute) => {
    const { db, folder } = temporaryLibrary();
    addTestFeed(db, 'https://one.example/f');
    for (let day = 0; day < 45; day += 1) {
      const at = new Date(2026, 0, 1 + day, hour, minute).getTime();
      const made = mustBeOk(await makeBackup(folder, { kind: 'daily', now: at }));
      utimesSync(join(folder, 'backups', made.name), at / 1000, at / 1000);
    }
    const names = listBackups(folder).map((backup) => backup.name);
    expect(names.filter((name) => name.startsWith('daily-'))).toHaveLength(7);
    expect(names.filter((name) => name.startsWith('weekly-')).sort()).toEqual([
      'weekly-2026-01-22.db',
      'weekly-2026-01-29.db',
      'weekly-2026-02-05.db',
      'weekly-2026-02-12.db',
    ]);
    expect(names[0]).toMatch(/2026-02-14/);
  });

  it('are restored at the next start, and the library that was there is kept', async () => {
    const first = await testCore();
    mustBeOk(await first.call('folders.add', { name: 'Before' }));
    const { name } = mustBeOk(await first.call('backups.make', {}));
    mustBeOk(await first.call('folders.add', { name: 'After' }));
    expect(mustBeOk(await first.call('backups.list', {})).map((backup) => backup.name)).toEqual([name]);
    expect(mustBeOk(await first.call('backups.restore', { name })).restartNeeded).toBe(true);
    await first.core.close();
    const second = await testCore({ libraryFolder: first.folder });
    expect(mustBeOk(await second.call('folders.list', {})).map((folder) => folder.name)).toEqual(['Before']);
  });

  it('are announced with what they would set aside, can be called off, and can be gone back from', async () => {
    const first = await testCore();
    const call = first.call;
    mustBeOk(await call('folders.add', { name: 'Before' }));
    const { name, at } = mustBeOk(await call('backups.make', {}));
    const server = await testServer();
    server.serve(
      '/feed',
      '<rss version="2.0"><channel><title>Courier</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>',
    );
    mustBeOk(await call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
    expect(mustBeOk(await call('backups.since', { at }))).toEqual({ articles: 2, marks: 0, feeds: ['Courier'] });
    mustBeOk(await call('backups.restore', { name }));
    expect(mustBeOk(await call('backups.state', {})).pending?.at).toBeTypeOf('number');
    mustBeOk(await call('backups.cancelRestore', {}));
    expect(mustBeOk(await call('backups.state', {}))).toEqual({ pending: null, restored: null });
    mustBeOk(await call('backups.restore', { name }));
    await first.core.close();
    const second = await testCore({ libraryFolder: first.folder });
    expect(mustBeOk(await second.call('feeds.list', {}))).toEqual([]);
    const { restored } = mustBeOk(await second.call('backups.state', {}));
    expect(restored?.keptAs).toMatch(/^library-before-restore-/);
    mustBeOk(await second.call('backups.goBack', {}));
    await second.core.close();
    const third = await testCore({ libraryFolder: first.folder });
    expect(mustBeOk(await third.call('feeds.list', {})).map(({ title }) => title)).toEqual(['Courier']);
  });

  it('are restored from outside when the library is damaged', async () => {
    const first = await testCore();
    mustBeOk(await first.call('folders.add', { name: 'Kept' }));
    const { name } = mustBeOk(await first.call('backups.make', {}));
    await first.core.close();
    writeFileSync(join(first.folder, 'library.db'), 'no database at all '.repeat(500));
    const options = { libraryFolder: first.folder, workers: nodeWorkers, taskWorkers: 1 };
    expect(errorOf(await createCore(options))).toBe('library_damaged');
    expect(restoreLibrary(first.folder, name)).toEqual({ ok: true, value: true });
    const again = await testCore({ libraryFolder: first.folder });
    expect(mustBeOk(await again.call('folders.list', {}))).toHaveLength(1);
  });

  it('that are damaged themselves, or gone, are not restored, and nothing changes', () => {
    const { db, folder } = temporaryLibrary();
    db.pragma('wal_checkpoint(TRUNCATE)');
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'daily-2026-01-01.db'), 'broken '.repeat(2_000));
    const before = readFileSync(join(folder, 'library.db'));
    expect(errorOf(restoreLibrary(folder, 'daily-2026-01-01.db'))).toBe('library_damaged');
    expect(errorOf(restoreLibrary(folder, '../../library.db'))).toBe('not_found');
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'restore.json'))).toBe(false);
  });

  it('are not made of nothing: a folder without a library is said to have none', () => {
    expect(listBackups(temporaryFolder())).toEqual([]);
  });
});
