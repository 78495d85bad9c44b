import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { insertFolder } from '../feeds/folders.ts';
import type { WritableDb } from '../handles.ts';
import { listArticles } from './list-articles.ts';
import { markArticles } from './mark-articles.ts';

type ListInput = ParsedInputOf<'articles.list'>;

/** `feeds` feeds in one folder, their articles interleaved in time, every third one read. */
function library(feeds = 3, articlesAFeed = 20) {
  const { db } = temporaryLibrary();
  const folderId = insertFolder(db, 'Inside', null);
  const feedIds = Array.from({ length: feeds }, (_, n) => addTestFeed(db, `https://example.org/${n}`, { folderId }));
  for (const [f, feedId] of feedIds.entries()) {
    const articles = Array.from({ length: articlesAFeed }, (_, n) =>
      storedArticle({ identity: `${f}-${n}`, publishedAt: testNow - (n * feeds + f) * 60_000 }),
    );
    const { added } = ingestAll(db, { feedId, articles });
    const third = added.filter((_, n) => n % 3 === 0) as ArticleId[];
    finish(markArticles(db, { ids: third, set: { read: true } }, testNow));
  }
  return { db, feedIds, folderId };
}

function page(db: WritableDb, input: Partial<ListInput>) {
  return listArticles(db, { view: 'all', onlyUnread: false, keep: [], order: 'newest', limit: 10, ...input }, testNow);
}

function allPages(db: WritableDb, input: Partial<ListInput>): number[] {
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const answer = page(db, { ...input, ...(cursor === undefined ? {} : { cursor }) });
    expect(answer.offset).toBe(ids.length);
    ids.push(...answer.articles.map((article) => article.id));
    cursor = answer.cursor;
  } while (cursor !== undefined);
  return ids;
}

function expected(db: WritableDb, where: string, order: 'ASC' | 'DESC'): number[] {
  return db
    .once<{ article_id: number }>(`SELECT article_id FROM article_status WHERE ${where} ORDER BY article_id ${order}`)
    .map((row) => row.article_id);
}

describe('pages of a view', () => {
  it.each([
    ['all', false, 'newest', '1'],
    ['all', true, 'newest', 'unread = 1'],
    ['unread', false, 'newest', 'unread = 1'],
    ['all', false, 'oldest', '1'],
    ['folder:1', false, 'newest', '1'],
    ['folder:1', true, 'oldest', 'unread = 1'],
    ['feed:2', false, 'newest', 'feed_id = 2'],
    ['feed:2', true, 'oldest', 'feed_id = 2 AND unread = 1'],
  ] as const)('%s (only unread: %s, %s first) hold each article once, in order', (view, onlyUnread, order, where) => {
    const { db } = library();
    const ids = allPages(db, { view, onlyUnread, order });
    expect(ids).toEqual(expected(db, where, order === 'newest' ? 'DESC' : 'ASC'));
    expect(page(db, { view, onlyUnread, order }).total).toBe(ids.length);
  });

  it('of a folder with many feeds are the same by merging and by walking', () => {
    const { db } = library(30, 12);
    expect(allPages(db, { view: 'folder:1', limit: 50 })).toEqual(expected(db, '1', 'DESC'));
    expect(page(db, { view: 'folder:1', limit: 50, offset: 100 }).articles.map((article) => article.id)).toEqual(
      expected(db, '1', 'DESC').slice(100, 150),
    );
  });

  it('begin so that an article asked for is on them', () => {
    const { db } = library();
    const ids = expected(db, '1', 'DESC');
    const answer = page(db, { around: ids[33] as ArticleId });
    expect(answer.articles.map((article) => article.id)).toContain(ids[33]);
    expect(answer.articles[0]?.id).toBe(ids[answer.offset]);
  });

  it('begin at a position, as a jump of the scroll bar needs', () => {
    const { db } = library();
    expect(page(db, { offset: 40 }).articles[0]?.id).toBe(expected(db, '1', 'DESC')[40]);
  });

  it('leave out what arrived after the list was opened', () => {
    const { db, feedIds } = library();
    const { arrival } = page(db, {});
    ingestAll(db, {
      feedId: feedIds[0] as never,
      articles: [storedArticle({ identity: 'just now', publishedAt: testNow })],
    });
    expect(page(db, {}).articles[0]?.title).toBe('About just now');
    expect(page(db, { upToArrival: arrival }).articles[0]?.title).toBe('About 0-0');
  });

  it('keep rows that were read while "only unread" was open', () => {
    const { db } = library();
    const first = page(db, { onlyUnread: true });
    const [article] = first.articles;
    if (article === undefined) throw new Error('the list is empty');
    finish(markArticles(db, { ids: [article.id], set: { read: true } }, testNow));
    expect(page(db, { onlyUnread: true }).articles[0]?.id).not.toBe(article.id);
    expect(page(db, { onlyUnread: true, keep: [article.id] }).articles[0]).toMatchObject({
      id: article.id,
      unread: false,
    });
  });

  it.each([
    ['all', false],
    ['unread', false],
    ['feed:1', true],
    ['folder:1', false],
    ['today', false],
  ] as const)('of %s (only unread: %s) count only what had arrived when the list was opened', (view, onlyUnread) => {
    const { db, feedIds } = library();
    const before = page(db, { view, onlyUnread });
    ingestAll(db, { feedId: feedIds[0] as never, articles: [storedArticle({ identity: 'just now' })] });
    expect(page(db, { view, onlyUnread, upToArrival: before.arrival }).total).toBe(before.total);
    expect(page(db, { view, onlyUnread }).total).toBe(before.total + 1);
  });

  it.each(['unread', 'all', 'folder:1'] as const)(
    'of %s with kept rows hold each row once, on every page and in the count',
    (view) => {
      const { db } = library();
      const onlyUnread = view !== 'unread';
      const ids = expected(db, 'unread = 1', 'DESC');
      const read = [ids[3], ids[11], ids[12], ids[25]] as ArticleId[];
      finish(markArticles(db, { ids: read, set: { read: true } }, testNow));
      // One of those asked to be kept is unread all the same.
      const keep = [...read, ids[5] as ArticleId];
      const shown = [0, 10, 20, 30].flatMap((offset) => page(db, { view, onlyUnread, keep, offset }).articles);
      expect(shown.map(({ id }) => id)).toEqual(ids);
      expect(page(db, { view, onlyUnread, keep }).total).toBe(ids.length);
      expect(allPages(db, { view, onlyUnread, keep })).toEqual(ids);
    },
  );

  it('of Today hold the last 24 hours and nothing of a feed that is kept out', () => {
    const { db } = temporaryLibrary();
    const loud = addTestFeed(db, 'https://example.org/loud');
    const quiet = addTestFeed(db, 'https://example.org/quiet');
    db.run(`UPDATE feed SET settings = '{"hideFromToday":true}' WHERE id = :loud`, { loud });
    for (const feedId of [loud, quiet]) {
      ingestAll(db, {
        feedId,
        articles: [
          storedArticle({ identity: 'now' }),
          storedArticle({ identity: 'then', publishedAt: testNow - 25 * 3_600_000 }),
        ],
      });
    }
    const today = page(db, { view: 'today' });
    expect(today.articles.map((article) => [article.feedId, article.title])).toEqual([[quiet, 'About now']]);
    expect(today.total).toBe(1);
  });
});

describe('each list walks an index and sorts nothing', () => {
  it.each([
    ['unread', false, 'INDEX status_unread'],
    ['feed:1', false, 'INDEX status_feed '],
    ['feed:1', true, 'INDEX status_feed_unread'],
    ['folder:1', false, 'INDEX status_feed '],
    ['starred', false, 'INDEX status_starred'],
    ['later', false, 'INDEX status_later'],
    ['hidden', false, 'INDEX status_hidden'],
    ['all', false, 'SCAN article_status'],
  ] as const)('%s, only unread: %s', (view, onlyUnread, index) => {
    const { db } = library();
    const plans: string[] = [];
    const all = db.all.bind(db);
    db.all = (sql, parameters) => {
      if (/^\s*SELECT article_id FROM article_status/.test(sql)) {
        const plan = db.once<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
        plans.push(plan.map((row) => row.detail).join('; '));
      }
      return all(sql, parameters);
    };
    page(db, { view, onlyUnread });
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).toContain(index);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});
