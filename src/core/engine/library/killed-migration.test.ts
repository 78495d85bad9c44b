import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { newestVersion } from '../../store/migrate.ts';
import * as first from '../../store/migrations/0001-library.ts';
import { openWritable } from '../../store/open.ts';
import { openLibrary } from './open-library.ts';
import { countedBackups } from './start-tasks.ts';

const moments = process.env.BROADSHEET_LONG === '1' ? 40 : 6;
const articles = 3_000;

/** A library of the first form, large enough that each step of bringing it forward takes a while. */
function firstForm(): string {
  const folder = temporaryFolder();
  const db = mustBeOk(openWritable(folder));
  db.exec(first.sql);
  db.pragma('user_version = 1');
  db.pragma(`application_id = ${0x42534854}`);
  db.transaction(() =>
    db.exec(`
    INSERT INTO feed (id, url, position, added_at) VALUES (3, 'https://one.example/f', 1, 0);
    CREATE TEMP TABLE n AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${articles}) SELECT id FROM n;
    INSERT INTO article_status (article_id, feed_id, identity, arrival) SELECT id, 3, 'g:' || id, id FROM n;
    INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule)
      SELECT id, 3, 'Flood', 'About', 0, 2, 'h', 'guid' FROM n;
    INSERT INTO article_body (article_id, html, extras)
      SELECT id, hex(randomblob(500)), '{"categories":["Climate","Water"],"enclosures":[]}' FROM n;
    INSERT INTO article_text (article_id, title, author, body, feed) SELECT id, 'Flood', '', 'text ' || id, 'f3' FROM n;`),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return join(folder, 'library.db');
}

it(`a process killed at ${moments} moments of bringing a library forward leaves one that opens, with every article`, async () => {
  const file = firstForm();
  const program = `import { openLibrary } from ${JSON.stringify(new URL('open-library.ts', import.meta.url).href)};
    process.stdout.write('begins');
    openLibrary(process.argv[1]);
    process.stdout.write('ends');
    setInterval(() => {}, 1000);`;
  let inTheMiddle = 0;
  for (let moment = 0; moment < moments; moment += 1) {
    const folder = join(temporaryFolder(), 'library');
    mkdirSync(folder);
    copyFileSync(file, join(folder, 'library.db'));
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder]);
    const ended = once(child, 'exit');
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    await once(child.stdout, 'data');
    await wait((moment * 150) / moments);
    child.kill('SIGKILL');
    await ended;
    if (!said.includes('ends')) inTheMiddle += 1;
    const { db } = mustBeOk(openLibrary(folder));
    expect(db.get('PRAGMA user_version')).toEqual({ user_version: newestVersion });
    expect(db.get('SELECT count(*) AS n FROM article')).toEqual({ n: articles });
    expect(db.get('SELECT count(*) AS n FROM article_tag')).toEqual({ n: articles * 2 });
    expect(db.get('PRAGMA quick_check(1)')).toEqual({ quick_check: 'ok' });
    db.close();
    // a copy has its name only when it is whole, and each start that had something to do made one
    for (const backup of countedBackups(folder)) expect(backup.articles).toBe(articles);
  }
  expect(inTheMiddle).toBeGreaterThan(0);
}, 300_000);
