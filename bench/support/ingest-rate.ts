/** Storing and indexing articles, beside the bare statements that write the same rows into the same tables without recognising, counting or keeping anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../src/core/engine/library/open-library.ts';
import { idsPerSecond, sortSecond } from '../../src/core/store/articles/article-id.ts';
import { ingest } from '../../src/core/store/articles/ingest.ts';
import type { StoredArticle } from '../../src/core/store/articles/stored-article.ts';
import { addFeeds } from '../../src/core/store/feeds/feeds.ts';
import type { WritableDb } from '../../src/core/store/handles.ts';
import { articleMaker } from './seeded-article.ts';
import { libraryNow } from './seeded-library.ts';

type Store = (db: WritableDb, feedId: number, articles: readonly StoredArticle[]) => void;

interface IngestRate {
  /** CPU ms an article. */
  readonly stored: number;
  readonly bare: number;
}

/** Alternates the two, twice each; `report` is told of each turn. */
export function ingestRate(articles: number, group: number, report: (line: string) => void): IngestRate {
  const { make } = articleMaker(7);
  const made = Array.from({ length: articles }, (_, n) =>
    make({ n, at: libraryNow - (articles - n) * 95_000, words: 350 }),
  );
  const turns = [1, 2].map((turn) => {
    const stored = inNewLibrary(made, group, storeOurs);
    const bare = inNewLibrary(made, group, bareStore());
    report(`  ${turn}: stored ${stored.toFixed(3)}, bare statements ${bare.toFixed(3)} CPU ms an article`);
    return { stored, bare };
  });
  const mean = (pick: (turn: IngestRate) => number): number => turns.reduce((sum, turn) => sum + pick(turn), 0) / 2;
  return { stored: mean(({ stored }) => stored), bare: mean(({ bare }) => bare) };
}

function inNewLibrary(articles: readonly StoredArticle[], group: number, store: Store): number {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-ingest-'));
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const feeds = Array.from({ length: 20 }, (_, n) => ({ url: `https://feed-${n}.example/feed.xml`, folderId: null }));
  const { ids } = db.transaction(() => addFeeds(db, { feeds, now: libraryNow, label: 'Made' }));
  const before = process.cpuUsage();
  for (let at = 0; at < articles.length; at += group)
    db.transaction(() => store(db, ids[(at / group) % ids.length] ?? 1, articles.slice(at, at + group)));
  const used = process.cpuUsage(before);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return (used.user + used.system) / 1000 / articles.length;
}

function storeOurs(db: WritableDb, feedId: number, batch: readonly StoredArticle[]): void {
  // the store is given the newest first, as a feed has them
  const about = { feedId, fetchId: null, fetchedAt: libraryNow, firstFetch: false, articles: batch.toReversed() };
  const steps = ingest(db, about, { unreadDays: 30, unreadMinimum: 20, dailyCap: null });
  while (steps.next().done !== true);
}

/** Without the triggers that keep counts, and in the order that the index likes best. */
function bareStore(): Store {
  let arrival = 0;
  return (db, feedId, batch) => {
    if (arrival === 0)
      for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        db.exec(`DROP TRIGGER ${name}`);
    const rows = batch.map((article) => {
      arrival += 1;
      const second = sortSecond(article.publishedAt ?? undefined, libraryNow);
      return { article, arrival, id: second * idsPerSecond + (arrival % idsPerSecond) };
    });
    for (const row of rows) insertRows(db, feedId, row);
    for (const { id, article } of rows)
      db.run(
        'INSERT INTO article_index (rowid, title, author, body, feed) VALUES (:id, :title, :author, :body, :feed)',
        { id, ...article.index, feed: `f${feedId}` },
      );
  };
}

function insertRows(
  db: WritableDb,
  feedId: number,
  { id, arrival, article }: { readonly id: number; readonly arrival: number; readonly article: StoredArticle },
): void {
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
  db.run('INSERT INTO article_text VALUES (:id, :title, :author, :body, :feed)', { id, ...index, feed: `f${feedId}` });
  db.run(
    'INSERT INTO article_status (article_id, feed_id, identity, arrival) VALUES (:id, :feedId, :identity, :arrival)',
    { id, feedId, identity, arrival },
  );
  for (const key of article.alternates)
    db.run('INSERT INTO article_key (feed_id, key, article_id) VALUES (:feedId, :key, :id)', { feedId, key, id });
}
