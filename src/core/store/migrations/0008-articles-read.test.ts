import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { summariesOf } from '../articles/article-rows.ts';
import { readFeedSettings } from '../feeds/feed-settings.ts';
import { migrate } from '../migrate.ts';
import { openWritable } from '../open.ts';
import { getSettings } from '../settings.ts';
import * as library from './0001-library.ts';
import * as archive from './0002-archive.ts';
import * as stories from './0003-stories.ts';
import * as follows from './0004-follows.ts';
import * as unseen from './0005-unseen.ts';
import * as headlines from './0006-headlines.ts';
import * as logins from './0007-logins.ts';

test('a library from before keeps its feeds’ whole articles, its hidden pictures, and learns how long episodes play', () => {
  const opened = openWritable(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  for (const { sql, version } of [library, archive, stories, follows, unseen, headlines, logins]) {
    db.exec(sql);
    db.pragma(`user_version = ${version}`);
  }
  db.pragma(`application_id = ${0x42534854}`);
  db.run("INSERT INTO setting (name, value) VALUES ('showPictures', 'false')");
  for (const [position, settings] of ['{"fullText":true}', '{"fullText":false}', '{"dailyCap":5}'].entries()) {
    db.run('INSERT INTO feed (url, position, added_at, settings) VALUES (:url, :position, 0, :settings)', {
      url: `https://courier.example/${position}`,
      position,
      settings,
    });
  }
  db.run(
    `INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule, has_audio)
     VALUES (1, 1, 'Episode', '', 0, 3, 'x', 'guid', 1)`,
  );
  db.run("INSERT INTO article_status (article_id, feed_id, identity, arrival) VALUES (1, 1, 'guid 1', 1)");
  db.run(
    `INSERT INTO article_body (article_id, html, extras) VALUES (1, '', '{"enclosures":[{"durationSeconds":2820.4}]}')`,
  );
  expect(migrate(db, { backUp: () => {} })).toMatchObject({ ok: true, value: { from: 7 } });
  const stored = db.all<{ settings: string }>('SELECT settings FROM feed ORDER BY position');
  expect(stored.map(({ settings }) => readFeedSettings(settings).fullText)).toEqual(['always', 'usual', 'usual']);
  expect(getSettings(db)).toMatchObject({ showPictures: false, showArticlePictures: false });
  expect(summariesOf(db, [1])[0]?.audioSeconds).toBe(2820);
  db.close();
});
