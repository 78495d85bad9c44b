import { expect, test } from 'vitest';
import { storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { migrate } from '../migrate.ts';
import { openWritable } from '../open.ts';
import * as library from './0001-library.ts';
import * as archive from './0002-archive.ts';

function libraryOfVersion2() {
  const opened = openWritable(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  for (const { sql, version } of [library, archive]) {
    db.exec(sql);
    db.pragma(`user_version = ${version}`);
  }
  db.pragma(`application_id = ${0x42534854}`);
  return db;
}

test('articles of a library from before stories wait to be grouped, in order of time', () => {
  const db = libraryOfVersion2();
  db.run("INSERT INTO feed (url, position, added_at) VALUES ('https://courier.example/feed.xml', 1, 0)");
  for (const id of [30, 10, 20]) {
    const { title, lead, identityRule, contentHash } = storedArticle({ identity: String(id) });
    db.run(
      `INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule)
       VALUES (:id, 1, :title, :lead, :testNow, 3, :contentHash, :identityRule)`,
      { id, title, lead, testNow, contentHash, identityRule },
    );
  }
  let backups = 0;
  const migrated = migrate(db, {
    backUp: () => {
      backups += 1;
    },
  });
  expect(migrated).toMatchObject({ ok: true, value: { from: 2 } });
  expect(backups).toBe(1);
  const waiting = 'SELECT id FROM article INDEXED BY article_ungrouped WHERE story_id IS NULL AND id >= 0 ORDER BY id';
  expect(db.all(waiting)).toEqual([{ id: 10 }, { id: 20 }, { id: 30 }]);
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${waiting}`).map(({ detail }) => detail);
  expect(plan.join(' ')).toContain('article_ungrouped');
  expect(plan.join(' ')).not.toContain('TEMP B-TREE');
  db.close();
});

test('deleting an article takes its place in a story away', () => {
  const db = libraryOfVersion2();
  migrate(db, { backUp: () => {} });
  db.run("INSERT INTO feed (url, position, added_at) VALUES ('https://courier.example/feed.xml', 1, 0)");
  db.run(
    `INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule)
     VALUES (1, 1, 'Harbour', '', 0, 3, 'x', 'guid')`,
  );
  db.run('INSERT INTO story_member (article_id) VALUES (1)');
  db.run('DELETE FROM article WHERE id = 1');
  expect(db.get('SELECT count(*) AS n FROM story_member')).toEqual({ n: 0 });
  db.close();
});
