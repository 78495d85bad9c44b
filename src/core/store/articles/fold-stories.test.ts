/** Lists with one row a story: no article is lost, none stands twice, and positions and totals agree with the rows. */
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { insertFolder } from '../feeds/folders.ts';
import type { WritableDb } from '../handles.ts';
import { recountStories } from '../stories/stories.ts';
import { listArticles } from './list-articles.ts';
import { markArticles } from './mark-articles.ts';

type ListInput = ParsedInputOf<'articles.list'>;

const feedCount = 3;
const aFeed = 12;
const minuteMs = 60_000;

/** Three feeds in a folder with 12 articles each, interleaved in time; the first four of each feed are of two stories. */
function library() {
  const { db } = temporaryLibrary();
  const folderId = insertFolder(db, 'Inside', null);
  const byFeed = Array.from({ length: feedCount }, (_, f) => {
    const feedId = addTestFeed(db, `https://example.org/${f}`, { folderId });
    const articles = Array.from({ length: aFeed }, (_, n) =>
      storedArticle({ identity: `${f}-${n}`, publishedAt: testNow - (n * feedCount + f) * minuteMs }),
    );
    return { feedId, ids: [...ingestAll(db, { feedId, articles }).added].sort((one, other) => other - one) };
  });
  for (const { ids } of byFeed) {
    for (const [n, id] of ids.slice(0, 4).entries())
      db.run('UPDATE article SET story_id = :story WHERE id = :id', { story: 900 + (n % 2), id });
  }
  recountStories(db, [900, 901]);
  const storyIds = (n: number) =>
    byFeed.flatMap(({ ids }) => ids.slice(0, 4).filter((_, at) => at % 2 === n)).sort((one, other) => other - one);
  return { db, folderId, feedIds: byFeed.map(({ feedId }) => feedId), first: storyIds(0), second: storyIds(1) };
}

function page(db: WritableDb, input: Partial<ListInput>) {
  return listArticles(
    db,
    { view: 'all', onlyUnread: false, keep: [], order: 'newest', limit: 100, byStory: true, ...input },
    testNow,
  );
}

const idsOf = (answer: ReturnType<typeof page>) => answer.articles.map(({ id }) => id as number);

test('a story is one row where its newest report is, and names all its reports', () => {
  const { db, first, second } = library();
  const answer = page(db, {});
  expect(answer.total).toBe(feedCount * aFeed - 10);
  expect(answer.articles).toHaveLength(answer.total);
  expect(answer.stories?.map(({ head, members }) => [head, members.map(({ id }) => id)])).toEqual([
    [first[0], first],
    [second[0], second],
  ]);
  expect(page(db, { order: 'oldest' }).stories?.map(({ head }) => head)).toEqual([second.at(-1), first.at(-1)]);
});

test('without the wish, and in the list of one feed, every article is a row', () => {
  const { db, feedIds } = library();
  expect(page(db, { byStory: false }).articles).toHaveLength(feedCount * aFeed);
  const ofOne = page(db, { view: `feed:${feedIds[0]}` });
  expect([ofOne.articles.length, ofOne.stories]).toEqual([aFeed, undefined]);
});

test.each(['all', 'unread', 'folder:1'])('pages of %s hold each row once, in order', (view) => {
  const { db } = library();
  const whole = idsOf(page(db, { view }));
  const windows = [0, 7, 14, 21].flatMap((offset) => idsOf(page(db, { view, offset, limit: 7 })));
  expect(windows).toEqual(whole);
  expect(new Set(whole).size).toBe(whole.length);
});

test('an article that is folded is found at the row that stands for it', () => {
  const { db, second } = library();
  const rows = idsOf(page(db, {}));
  const answer = page(db, { around: second.at(-1) as ArticleId, limit: 1 });
  expect(idsOf(answer)).toEqual([second[0]]);
  expect(answer.offset).toBe(rows.indexOf(second[0] as ArticleId));
});

test('a row that was read while the list is open stands for its story still, and the total agrees', () => {
  const { db, first } = library();
  const head = first[0] as ArticleId;
  finish(markArticles(db, { ids: [head], set: { read: true } }, testNow));
  const kept = page(db, { view: 'unread', keep: [head] });
  expect(kept.articles[0]?.id).toBe(head);
  expect(kept.total).toBe(kept.articles.length);
  const left = page(db, { view: 'unread' });
  expect(left.stories?.[0]?.head).toBe(first[1]);
  expect(left.stories?.[0]?.members.map(({ unread }) => unread)).toEqual([false, true, true, true, true, true]);
  expect(left.total).toBe(left.articles.length);
});

test('what arrived after the list was opened changes no row of it', () => {
  const { db, feedIds, first } = library();
  const before = page(db, {});
  const { added } = ingestAll(db, {
    feedId: feedIds[0] ?? 0,
    articles: [storedArticle({ identity: 'late', publishedAt: testNow })],
  });
  db.run('UPDATE article SET story_id = 900 WHERE id = :id', { id: added[0] ?? 0 });
  recountStories(db, [900]);
  const after = page(db, { upToArrival: before.arrival });
  expect(idsOf(after)).toEqual(idsOf(before));
  expect(after.total).toBe(before.total);
  expect(page(db, {}).stories?.[0]?.members).toHaveLength(first.length + 1);
});

test('stories are found by an index, and not by reading all articles', () => {
  const { db } = library();
  const plan = db
    .all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT a.id FROM (SELECT id FROM story WHERE last_at >= 1 ORDER BY last_at DESC LIMIT 500) AS st
       CROSS JOIN article AS a INDEXED BY article_story ON a.story_id = st.id
       CROSS JOIN article_status AS s ON s.article_id = a.id WHERE a.story_id IS NOT NULL`,
    )
    .map(({ detail }) => detail)
    .join('\n');
  expect(plan).toMatch(/SEARCH story USING .*story_last/);
  expect(plan).toMatch(/SEARCH a USING .*article_story/);
});
