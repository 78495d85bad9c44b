import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { summariesOf } from '../articles/article-rows.ts';
import { migrate } from '../migrate.ts';
import { openWritable } from '../open.ts';
import * as library from './0001-library.ts';
import * as archive from './0002-archive.ts';
import * as stories from './0003-stories.ts';
import * as follows from './0004-follows.ts';
import * as unseen from './0005-unseen.ts';

test('a library from before shows the standfirst of its newest articles in lists', () => {
  const opened = openWritable(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  for (const { sql, version } of [library, archive, stories, follows, unseen]) {
    db.exec(sql);
    db.pragma(`user_version = ${version}`);
  }
  db.pragma(`application_id = ${0x42534854}`);
  db.run("INSERT INTO feed (url, position, added_at) VALUES ('https://courier.example/feed.xml', 1, 0)");
  for (const [id, deck] of [
    [1, 'Work begins in March.'],
    [2, null],
  ] as const) {
    db.run(
      `INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule)
       VALUES (:id, 1, 'Harbour', 'The council voted.', 0, 3, 'x', 'guid')`,
      { id },
    );
    db.run(`INSERT INTO article_status (article_id, feed_id, identity, arrival) VALUES (:id, 1, 'guid ' || :id, :id)`, {
      id,
    });
    db.run("INSERT INTO article_body (article_id, html, deck, extras) VALUES (:id, '', :deck, '{}')", { id, deck });
  }
  expect(migrate(db, { backUp: () => {} })).toMatchObject({ ok: true, value: { from: 5 } });
  expect(summariesOf(db, [1, 2]).map(({ summary }) => summary)).toEqual([
    'Work begins in March.',
    'The council voted.',
  ]);
  db.close();
});
