/** A library from before: no secret is left in it but the logins that are in use, each in its own row. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { fetchFacts } from '../feeds/feed-states.ts';
import type { WritableDb } from '../handles.ts';
import { migrate } from '../migrate.ts';
import { libraryFile, openWritable } from '../open.ts';
import * as library from './0001-library.ts';
import * as archive from './0002-archive.ts';
import * as stories from './0003-stories.ts';
import * as follows from './0004-follows.ts';
import * as unseen from './0005-unseen.ts';
import * as headlines from './0006-headlines.ts';

const basic = (password: string) => JSON.stringify({ kind: 'basic', username: 'anna', password });

function sixthForm(folder: string): WritableDb {
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  for (const { sql } of [library, archive, stories, follows, unseen, headlines]) db.exec(sql);
  db.pragma('user_version = 6');
  db.pragma(`application_id = ${0x42534854}`);
  return db;
}

function withSecrets(db: WritableDb): void {
  const change = (rows: unknown) => JSON.stringify({ rows });
  const feed = 'INSERT INTO feed (id, url, credentials, site_url, position, added_at, removed_at) VALUES';
  db.exec(`
    ${feed} (1, 'https://one.example/f', '${basic('USED-1')}', NULL, 1, 0, NULL);
    ${feed} (2, 'https://ben:USED-2@two.example:8443/f?a=1', NULL, 'https://ben:USED-2@two.example/', 1, 0, NULL);
    ${feed} (3, 'https://two.example:8443/f?a=1', NULL, NULL, 1, 0, NULL);
    ${feed} (4, 'https://plain.example/@carla/f', NULL, NULL, 1, 0, NULL);
    INSERT INTO feed_state (feed_id, moved_to, message) VALUES (1, 'https://u:OLD-MOVE@x.example/', 'From https://u:OLD-MOVE@x.example/.'), (2, NULL, NULL), (3, NULL, NULL), (4, NULL, NULL);
    INSERT INTO fetch (feed_id, at, outcome, message, url, headers)
      VALUES (2, 0, 'failed', 'At https://ben:OLD-DIARY@two.example/f', 'https://ben:OLD-DIARY@two.example/f', '{"link":"<https://ben:OLD-DIARY@two.example/>"}');
    INSERT INTO article (id, feed_id, title, url, lead, first_seen_at, word_count, content_hash, identity_rule)
      VALUES (77, 2, 'Flood', 'https://ben:OLD-LINK@two.example/1', 'About', 0, 2, 'h', 'guid');
    INSERT INTO host_state (host, state) VALUES ('two.example', '{"at":"https://ben:OLD-HOST@two.example/"}');
  `);
  const step = db.run.bind(
    db,
    'INSERT INTO operation (id, at, kind, label, change) VALUES (:id, 0, :kind, :label, :change)',
  );
  step({
    id: 1,
    kind: 'configure',
    label: 'Changed https://ben:OLD-LABEL@two.example/f',
    change: change([
      { table: 'feed', id: 1, before: { credentials: basic('OLD-STEP') }, after: { credentials: basic('USED-1') } },
    ]),
  });
  step({
    id: 2,
    kind: 'configure',
    label: 'Changed',
    change: change([
      {
        table: 'feed',
        id: 2,
        before: { url: 'https://ben:OLD-URL@two.example/f', credentials: null },
        after: { url: 'https://two.example/g', credentials: basic('OLD-STEP') },
      },
    ]),
  });
  // what is deleted in the usual way stays in the file's free room
  step({ id: 3, kind: 'configure', label: 'x', change: basic('OLD-FREED').repeat(200) });
  db.run('DELETE FROM operation WHERE id = 3');
}

/** The library's bytes, its log's included. */
function bytesOf(folder: string): string {
  const file = libraryFile(folder);
  return [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path, 'latin1') : '')).join('');
}

describe('a library with logins in old places', () => {
  it('keeps those in use, each for its origin, and loses the bytes of all others', () => {
    const folder = temporaryFolder();
    const db = sixthForm(folder);
    withSecrets(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(bytesOf(folder)).toContain('OLD-FREED');
    expect(migrate(db, { backUp: () => undefined })).toMatchObject({ ok: true });
    expect(fetchFacts(db).map(({ url, siteUrl, login }) => [url, siteUrl, login])).toEqual([
      ['https://one.example/f', null, { origin: 'https://one.example', credentials: JSON.parse(basic('USED-1')) }],
      [
        'https://two.example:8443/f?a=1#feed-2',
        'https://two.example/',
        { origin: 'https://two.example:8443', credentials: { kind: 'basic', username: 'ben', password: 'USED-2' } },
      ],
      ['https://two.example:8443/f?a=1', null, null],
      ['https://plain.example/@carla/f', null, null],
    ]);
    const steps = db.all<{ state: string; change: string }>('SELECT state, change FROM operation ORDER BY id');
    expect(steps.map(({ state }) => state)).toEqual(['closed', 'done']);
    expect(JSON.parse(steps[1]?.change ?? '')).toEqual({
      rows: [
        { table: 'feed', id: 2, before: { url: 'https://two.example/f' }, after: { url: 'https://two.example/g' } },
      ],
    });
    const bytes = bytesOf(folder);
    expect(bytes.match(/OLD-[A-Z]+/g)).toBeNull();
    expect(bytes.split('USED-1')).toHaveLength(2);
    expect(bytes.split('USED-2')).toHaveLength(2);
    db.close();
  });

  it('is wiped at the next start where a kill came before that', () => {
    const folder = temporaryFolder();
    const db = sixthForm(folder);
    withSecrets(db);
    migrate(db, { backUp: () => undefined });
    db.run("INSERT INTO fact (key, value) VALUES ('logins-to-be-wiped', '1')");
    expect(migrate(db, { backUp: () => undefined })).toMatchObject({ ok: true });
    expect(db.get("SELECT 1 FROM fact WHERE key = 'logins-to-be-wiped'")).toBeUndefined();
    db.close();
  });

  it('from somebody else, whose rows are of no form, opens, and keeps no secret of them either', () => {
    const folder = temporaryFolder();
    const db = sixthForm(folder);
    const texts = ['{"credentials"', '["credentials"]', '{"rows":5,"x":"credentials"}', '{"rows":[{"credentials":1}]}'];
    for (const text of [...texts, Buffer.from('a://OLD@b "credentials"')])
      db.run("INSERT INTO operation (at, kind, label, change) VALUES (0, 'x', 'x', :text)", { text });
    db.exec(`INSERT INTO feed (id, url, own_title, position, added_at, credentials)
      VALUES (1, 'https://one.example/', CAST('a://OLD@b' AS BLOB), 1, 0, x'7b7d')`);
    expect(migrate(db, { backUp: () => undefined })).toMatchObject({ ok: true });
    expect(db.all("SELECT 1 FROM operation WHERE change LIKE '%credentials\":1%' OR change LIKE '%OLD%'")).toEqual([]);
    db.close();
  });
});
