/**
 * Lists, counts and single articles, each beside the bare SQLite statement in the same run.
 * `node bench/listing.ts [articles]`, 100,000 by default.
 */

import { getCounts } from '../src/core/store/counts.ts';
import { getArticle } from '../src/core/store/get-article.ts';
import { listArticles } from '../src/core/store/list-articles.ts';
import { openReadable } from '../src/core/store/open.ts';
import { header, measure, row } from './support/measure.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 100_000);
const folder = seededLibrary({ articles, feeds: 300, words: 350 }, (line) => console.log(line));
const opened = openReadable(folder);
if (!opened.ok) throw new Error(opened.error.message);
const db = opened.value;

console.log(
  `${articles.toLocaleString('en-GB')} articles, 300 feeds, on one reader (bars: list 3 ms, counts 1 ms, article 5 ms)\n${header}`,
);
const views = ['today', 'all', 'unread', 'starred', 'feed:1', 'feed:150', 'folder:1', 'folder:9'];
for (const view of views) {
  for (const onlyUnread of [false, true]) {
    const list = () => listArticles(db, { view, onlyUnread, keep: [], order: 'newest', limit: 50 }, libraryNow);
    list();
    console.log(
      row(
        `list of 50: ${view}${onlyUnread ? ', only unread' : ''}`,
        await measure(200, list),
        `${list().total} in all`,
      ),
    );
  }
}
const bare = () =>
  db.all(
    `SELECT a.id, a.title FROM article_status AS s JOIN article AS a ON a.id = s.article_id
     WHERE s.unread = 1 AND s.present = 1 AND s.hidden = 0 ORDER BY s.article_id DESC LIMIT 50`,
  );
console.log(row('  bare statement: 50 unread, id and title', await measure(200, bare)));
console.log(row('unread counts of all views and feeds', await measure(200, () => getCounts(db, libraryNow))));
const ids = db.all<{ id: number }>('SELECT id FROM article ORDER BY content_hash LIMIT 1000').map(({ id }) => id);
console.log(row('an article whole', await measure(1000, (turn) => getArticle(db, ids[turn % ids.length] ?? 0))));
const jump = (turn: number) =>
  listArticles(
    db,
    { view: 'all', onlyUnread: false, keep: [], order: 'newest', limit: 200, offset: (turn * 7919) % articles },
    libraryNow,
  );
console.log(row('a jump of the scroll bar, 200 rows', await measure(100, jump)));
db.close();
