/**
 * How fast articles are stored and indexed, beside the bare SQLite statements that write the same rows into the same tables
 * without recognising, counting or keeping anything (bar: 0.8 of their rate), alternating in one run.
 * `node bench/ingest.ts [articles] [articles a transaction]`, 10,000 by 100 by default. CPU of this process.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../src/core/engine/open-library.ts';
import { sortSecond } from '../src/core/store/article-id.ts';
import { addFeeds } from '../src/core/store/feeds.ts';
import type { WritableDb } from '../src/core/store/handles.ts';
import { ingest } from '../src/core/store/ingest.ts';
import type { StoredArticle } from '../src/core/store/stored-article.ts';
import { articleMaker } from './support/seeded-article.ts';
import { libraryNow } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 10_000);
const group = Number(process.argv[3] ?? 100);
const maker = articleMaker(7);
const made = Array.from({ length: articles }, (_, n) =>
  maker.make({ n, at: libraryNow - (articles - n) * 95_000, words: 350 }),
);
const textBytes = made.reduce(
  (sum, { index }) => sum + index.title.length + index.author.length + index.body.length,
  0,
);

interface Outcome {
  readonly cpuMs: number;
  readonly indexBytes: number;
}

function inNewLibrary(store: (db: WritableDb, feedId: number, articles: readonly StoredArticle[]) => void): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-ingest-'));
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const feeds = Array.from({ length: 20 }, (_, n) => ({ url: `https://feed-${n}.example/feed.xml`, folderId: null }));
  const { ids } = db.transaction(() => addFeeds(db, { feeds, now: libraryNow, label: 'Made' }));
  const before = process.cpuUsage();
  for (let at = 0; at < articles; at += group)
    db.transaction(() => store(db, ids[(at / group) % ids.length] ?? 1, made.slice(at, at + group)));
  const used = process.cpuUsage(before);
  const indexBytes = db.get<{ n: number }>('SELECT sum(octet_length(block)) AS n FROM article_index_data')?.n ?? 0;
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return { cpuMs: (used.user + used.system) / 1000 / articles, indexBytes };
}

function ours(db: WritableDb, feedId: number, batch: readonly StoredArticle[]): void {
  const rules = { unreadDays: 30, unreadMinimum: 20, dailyCap: null };
  // the store is given the newest first, as a feed has them
  const about = { feedId, fetchId: null, fetchedAt: libraryNow, firstFetch: false, articles: batch.toReversed() };
  const steps = ingest(db, about, rules);
  while (steps.next().done !== true);
}

let arrival = 0;
function bare(db: WritableDb, feedId: number, batch: readonly StoredArticle[]): void {
  for (const article of batch) {
    arrival += 1;
    const id = sortSecond(article.publishedAt ?? undefined, libraryNow) * 16 + (arrival % 16);
    const { title, url, author, publisher, section, language, lead, publishedAt, updatedAt, wordCount } = article;
    const { pictureUrl, contentHash, rawGuid, rawLink, identityRule, html, deck, index, identity, position } = article;
    db.run(
      `INSERT INTO article (id, feed_id, title, url, author, publisher, section, language, lead, published_at, updated_at,
         first_seen_at, position, word_count, picture_url, has_audio, content_hash, raw_guid, raw_link, identity_rule)
       VALUES (:id, :feedId, :title, :url, :author, :publisher, :section, :language, :lead, :publishedAt, :updatedAt,
         :now, :position, :wordCount, :pictureUrl, 0, :contentHash, :rawGuid, :rawLink, :identityRule)`,
      {
        ...{ id, feedId, title, url, author, publisher, section, language, lead, publishedAt, updatedAt },
        ...{ now: libraryNow, position, wordCount, pictureUrl, contentHash, rawGuid, rawLink, identityRule },
      },
    );
    db.run('INSERT INTO article_body (article_id, html, deck, extras) VALUES (:id, :html, :deck, :extras)', {
      ...{ id, html, deck, extras: JSON.stringify(article.extras) },
    });
    const indexed = { id, ...index, feed: `f${feedId}` };
    db.run('INSERT INTO article_text VALUES (:id, :title, :author, :body, :feed)', indexed);
    db.run(
      'INSERT INTO article_index (rowid, title, author, body, feed) VALUES (:id, :title, :author, :body, :feed)',
      indexed,
    );
    db.run(
      'INSERT INTO article_status (article_id, feed_id, identity, arrival) VALUES (:id, :feedId, :identity, :arrival)',
      { id, feedId, identity, arrival },
    );
    for (const key of article.alternates)
      db.run('INSERT INTO article_key (feed_id, key, article_id) VALUES (:feedId, :key, :id)', { feedId, key, id });
  }
}

function withoutTriggers(db: WritableDb, feedId: number, batch: readonly StoredArticle[]): void {
  for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    db.exec(`DROP TRIGGER ${name}`);
  bare(db, feedId, batch);
}

console.log(`${articles.toLocaleString('en-GB')} articles of 350 words, ${group} a transaction: CPU ms an article`);
const sums = { ours: 0, bare: 0 };
for (let turn = 1; turn <= 2; turn += 1) {
  const stored = inNewLibrary(ours);
  const written = inNewLibrary(withoutTriggers);
  sums.ours += stored.cpuMs;
  sums.bare += written.cpuMs;
  console.log(
    `  ${turn}: stored ${stored.cpuMs.toFixed(3)}, bare statements ${written.cpuMs.toFixed(3)}; index ${(stored.indexBytes / textBytes).toFixed(2)} x the text`,
  );
}
console.log(`rate ${(sums.bare / sums.ours).toFixed(2)} x that of the bare statements (bar 0.8)`);
