/**
 * Lists, counts and single articles, each beside the bare SQLite statement for the same rows in the same run, and marking
 * all unread ones read in the writer's slices (undone afterwards).
 * `node bench/listing.ts [articles]`, 100,000 by default; see bench/search.ts for the library.
 */
import { isSummary } from '../src/core/reading/is-summary.ts';
import { getCounts } from '../src/core/store/articles/counts.ts';
import { getArticle } from '../src/core/store/articles/get-article.ts';
import { listArticles } from '../src/core/store/articles/list-articles.ts';
import { markArticles } from '../src/core/store/articles/mark-articles.ts';
import type { ReadableDb } from '../src/core/store/handles.ts';
import { openReadable, openWritable } from '../src/core/store/open.ts';
import { findOperation, turnOperation } from '../src/core/store/turn-operation.ts';
import { against, figure, printOver } from './support/bars.ts';
import { header, measure, row } from './support/measure.ts';
import { libraryNow, seededLibrary } from './support/seeded-library.ts';

const articles = Number(process.argv[2] ?? 100_000);
const folder = seededLibrary({ articles, feeds: 300, words: 350 }, (line) => console.log(line));
const opened = openReadable(folder);
if (!opened.ok) throw new Error(opened.error.message);
const db = opened.value;

const shown = 's.present = 1 AND s.hidden = 0';
const quietFeeds = 'SELECT id FROM feed WHERE folder_id = 9';
// as the library's own lists read it, without the total and without what else a list needs to know
const views: readonly { readonly view: string; readonly where: string }[] = [
  { view: 'today', where: `${shown} AND s.article_id >= ${(libraryNow / 1000 - 86_400) * 16}` },
  { view: 'all', where: shown },
  { view: 'unread', where: `s.unread = 1 AND ${shown}` },
  { view: 'starred', where: 's.starred = 1 AND s.present = 1' },
  { view: 'feed:1', where: `s.feed_id = 1 AND ${shown}` },
  { view: 'feed:290', where: `s.feed_id = 290 AND ${shown}` },
  { view: 'folder:9', where: `s.feed_id IN (${quietFeeds}) AND ${shown}` },
];

function bare(reader: ReadableDb, where: string): void {
  reader.all(
    `SELECT a.id, a.title, substr(a.lead, 1, 240) AS lead, a.url, a.author, a.published_at, a.picture_url, s.unread, s.starred,
       f.feed_title FROM article_status AS s JOIN article AS a ON a.id = s.article_id JOIN feed AS f ON f.id = s.feed_id
     WHERE ${where} ORDER BY s.article_id DESC LIMIT 50`,
  );
}

async function lists(): Promise<void> {
  for (const { view, where } of views)
    for (const onlyUnread of [false, true]) {
      const list = () => listArticles(db, { view, onlyUnread, keep: [], order: 'newest', limit: 50 }, libraryNow);
      const statement = `${where}${onlyUnread ? ' AND s.unread = 1' : ''}`;
      const { total } = list();
      const name = `${view}${onlyUnread ? ', only unread' : ''} (${total})`;
      const beside = await measure(20, () => bare(db, statement));
      const figures = await measure(200, list);
      console.log(row(`${name}: bare statement`, beside));
      against('  list of 50', figures, { cpu: 1, p95: 2 }, beside);
    }
}

async function otherQueries(): Promise<void> {
  against('unread counts of all views and feeds', await measure(200, () => getCounts(db, libraryNow)), { cpu: 1 });
  const ids = db.all<{ id: number }>('SELECT id FROM article ORDER BY id DESC LIMIT 1000').map(({ id }) => id);
  against(
    'an article whole',
    await measure(1000, (turn) => getArticle(db, ids[turn % ids.length] ?? 0, { isSummary })),
    { cpu: 5 },
  );
  const jump = (turn: number) =>
    listArticles(
      db,
      { view: 'all', onlyUnread: false, keep: [], order: 'newest', limit: 200, offset: (turn * 7919) % articles },
      libraryNow,
    );
  console.log(row('a jump of the scroll bar, 200 rows', await measure(100, jump)));
}

/** All in the writer: each step in a transaction of its own, as it runs them. */
function marking(): void {
  const writable = openWritable(folder);
  if (!writable.ok) throw new Error(writable.error.message);
  const writer = writable.value;
  const start = performance.now();
  const before = process.cpuUsage();
  const steps = markArticles(writer, { scope: { view: 'all' }, set: { read: true } } as never, libraryNow);
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const begun = process.cpuUsage();
    isDone = writer.transaction(() => steps.next()).done === true;
    const slice = process.cpuUsage(begun);
    longest = Math.max(longest, (slice.user + slice.system) / 1000);
  }
  const used = process.cpuUsage(before);
  const wallMs = performance.now() - start;
  const operation = findOperation(writer, 'undo');
  if (operation !== undefined) {
    const back = turnOperation(writer, operation, 'undo', libraryNow);
    while (writer.transaction(() => back.next()).done !== true);
  }
  writer.close();
  console.log(operation?.label ?? 'nothing was unread');
  figure('marking all read, wall', wallMs, { most: 1_500 }, ' ms');
  figure('  of it CPU', (used.user + used.system) / 1000, { most: 1_500 }, ' ms');
  figure('  longest slice, CPU', longest, { most: 50 }, ' ms');
}

console.log(`${articles.toLocaleString('en-GB')} articles in 300 feeds, on one reader\n${header}`);
await lists();
await otherQueries();
db.close();
marking();
printOver();
