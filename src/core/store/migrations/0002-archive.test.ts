import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../handles.ts';
import { migrate } from '../migrate.ts';
import { openWritable } from '../open.ts';
import * as first from './0001-library.ts';

/** A library of the first form with one article. */
function firstForm(): WritableDb {
  const opened = openWritable(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  db.exec(first.sql);
  db.pragma('user_version = 1');
  db.pragma(`application_id = ${0x42534854}`);
  db.exec(`
    INSERT INTO feed (id, url, position, added_at) VALUES (3, 'https://one.example/f', 1, 0);
    INSERT INTO article_status (article_id, feed_id, identity, arrival) VALUES (77, 3, 'g:1', 1);
    INSERT INTO article (id, feed_id, title, lead, first_seen_at, word_count, content_hash, identity_rule)
      VALUES (77, 3, 'Flood', 'About', 0, 2, 'h', 'guid');
    INSERT INTO article_body (article_id, html, extras)
      VALUES (77, '<p>Übel</p>', '{"categories":["Climate"," climate ","Water"],"enclosures":[]}');
    INSERT INTO article_text (article_id, title, author, body, feed) VALUES (77, 'Flood', '', 'Übel', 'f3');`);
  return db;
}

describe('a library of the first form', () => {
  it('gets its tags and its sizes, keeps its articles, and is backed up before', () => {
    const db = firstForm();
    let backedUp = 0;
    const migrated = migrate(db, {
      backUp: () => {
        backedUp += 1;
      },
    });
    expect(migrated).toMatchObject({ ok: true, value: { from: 1 } });
    expect(backedUp).toBe(1);
    expect(db.all('SELECT tag, article_id FROM article_tag ORDER BY tag')).toEqual([
      { tag: 'Climate', article_id: 77 },
      { tag: 'Water', article_id: 77 },
    ]);
    const html = Buffer.byteLength('<p>Übel</p>{"categories":["Climate"," climate ","Water"],"enclosures":[]}');
    expect(db.get('SELECT articles, html_bytes, text_bytes FROM feed_size WHERE feed_id = 3')).toEqual({
      articles: 1,
      html_bytes: html,
      text_bytes: Buffer.byteLength('FloodÜbel'),
    });
    expect(db.get('SELECT title FROM article WHERE id = 77')).toEqual({ title: 'Flood' });
    db.close();
  });
});
