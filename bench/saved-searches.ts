/**
 * What 20 saved searches cost as articles arrive and are read: the writer's time for their counts after 1,000 new articles
 * (bar 50 ms CPU), after a whole feed is marked, and counted from nothing. `node bench/saved-searches.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../src/core/engine/library/open-library.ts';
import { countSavedSearches } from '../src/core/engine/searching/saved-search-commands.ts';
import { markArticles } from '../src/core/store/articles/mark-articles.ts';
import type { WritableDb } from '../src/core/store/handles.ts';
import { addSavedSearch } from '../src/core/store/search/saved-searches.ts';
import { addTestFeed, finish, ingestAll, storedArticle } from '../src/testing/sample-rows.ts';
import { header, measure, row } from './support/measure.ts';
import { libraryNow } from './support/seeded-library.ts';
import { seededRandom, wordOfRank, zipfWords } from './support/seeded-random.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-saved-'));
const opened = openLibrary(folder);
if (!opened.ok) throw new Error(opened.error.message);
const { db } = opened.value;
const random = seededRandom(5);
const word = zipfWords(random, 50_000);
const feedId = addTestFeed(db, 'https://one.example/f', { title: 'One' });
let made = 0;

/** Articles of 350 words; those of one call lie within three hours, as those of a refresh do. */
function arrive(n: number): void {
  const articles = Array.from({ length: n }, () => {
    made += 1;
    const text = Array.from({ length: 350 }, word).join(' ');
    const publishedAt = libraryNow - 10_000_000 + made * 1_000;
    return storedArticle({ identity: `n${made}`, title: `${word()} ${word()}`, html: `<p>${text}</p>`, publishedAt });
  });
  db.transaction(() => ingestAll(db, { feedId, articles, fetchedAt: libraryNow }));
}

const count = (handle: WritableDb): unknown =>
  handle.transaction(() => finish(countSavedSearches(handle, {}, libraryNow)));

arrive(4_000);
for (let n = 0; n < 20; n += 1) {
  const query =
    n % 4 === 0
      ? `${wordOfRank(n * 3)} is:starred`
      : `${wordOfRank(20 + n * 40)} ${n % 2 === 0 ? `-${wordOfRank(90)}` : ''}`;
  addSavedSearch(db, { name: `Search ${n}`, query, notify: false }, libraryNow);
}
console.log(header);
console.log(row('20 searches counted from nothing', await measure(1, () => count(db))));
for (let turn = 0; turn < 3; turn += 1) {
  arrive(1_000);
  console.log(row('after 1,000 new articles (bar 50 ms CPU)', await measure(1, () => count(db))));
}
const ids = db.all<{ id: number }>('SELECT article_id AS id FROM article_status LIMIT 3000').map((one) => one.id);
const mark = (read: boolean): unknown =>
  db.transaction(() => finish(markArticles(db, { ids: ids as never, set: { read } }, libraryNow)));
console.log(row('marking 3,000 read, with the searches', await measure(1, () => mark(true))));
console.log(row('counting after it', await measure(1, () => count(db))));
console.log(row('marking them unread', await measure(1, () => mark(false))));
console.log(row('counting after it', await measure(1, () => count(db))));
db.close();
rmSync(folder, { recursive: true, force: true });
