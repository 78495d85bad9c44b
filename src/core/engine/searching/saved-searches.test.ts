import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import type { WritableDb } from '../../store/handles.ts';
import { addSavedSearch, savedSearches } from '../../store/search/saved-searches.ts';
import { findOperation, turnOperation } from '../../store/turn-operation.ts';
import { countSavedSearches, savedSearchCommands } from './saved-search-commands.ts';
import { list, mark } from './saved-search-queries.ts';
import { search } from './search-queries.ts';

const listInput = { onlyUnread: false, keep: [], order: 'newest' as const, limit: 500 };

function add(db: WritableDb, name: string, query: string, notify = false): number {
  return addSavedSearch(db, { name, query, notify }, testNow).id;
}

const count = (db: WritableDb) => mustBeOk(finish(countSavedSearches(db, {}, testNow)));

/** What it should be: the search itself, asked for its unread articles. */
function counted(db: WritableDb, query: string): number {
  const answer = search(db, { query: `(${query}) is:unread`, order: 'newest', limit: 1, countAll: true }, testNow);
  return mustBeOk(answer).total;
}

function expectKept(db: WritableDb): void {
  for (const row of savedSearches(db)) {
    expect(row.unread, row.query).toBe(counted(db, row.query));
    const listed = mustBeOk(list(db, { ...listInput, view: `search:${row.id}`, onlyUnread: true }, testNow));
    expect(listed.articles.length, row.query).toBe(row.unread);
  }
}

describe('saved searches', () => {
  it('whose dates go with the clock hold in their view what they count', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    const hour = 3_600_000;
    const now = Math.floor(testNow / hour) * hour + 50 * 60_000;
    const articles = Array.from({ length: 60 }, (_, n) =>
      storedArticle({ identity: `n${n}`, publishedAt: now - 24 * hour - 30 * 60_000 + n * 60_000 }),
    );
    ingestAll(db, { feedId, articles, fetchedAt: now });
    const id = add(db, 'Of a day', 'last:1d');
    mustBeOk(finish(countSavedSearches(db, {}, now)));
    const listed = mustBeOk(list(db, { ...listInput, view: `search:${id}` }, now));
    expect(listed.articles).toHaveLength(60);
    expect(listed.unread).toBe(60);
  });

  it('say whether they are counted in the sidebar, and undo that', () => {
    const { db } = temporaryLibrary();
    const of = (id: number) => savedSearches(db).find((row) => row.id === id)?.counts_unread;
    const id = add(db, 'Counted', 'flood');
    const quiet = addSavedSearch(db, { name: 'Quiet', query: 'fund', notify: false, countsUnread: false }, testNow).id;
    expect([of(id), of(quiet)]).toEqual([1, 0]);
    mustBeOk(savedSearchCommands['savedSearches.change'](db, { id, countsUnread: false }, testNow));
    expect(of(id)).toBe(0);
    const change = findOperation(db, 'undo');
    if (change === undefined) throw new Error('the change can be undone');
    finish(turnOperation(db, change, 'undo', testNow));
    expect(of(id)).toBe(1);
  });

  it('keep their unread counts through arrivals, marks, stars, changed texts and undo', () => {
    const { db } = temporaryLibrary();
    const feeds = ['https://one.example/f', 'https://two.example/f'].map((url) => addTestFeed(db, url, { title: url }));
    for (const query of ['flood', 'flood -fund', 'is:starred', 'title:fund OR source:two.example', 'last:3d'])
      add(db, query, query);
    let state = 7;
    const random = (n: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % n;
    };
    const words = ['flood', 'fund', 'harbour', 'wall'];
    for (let turn = 0; turn < 120; turn += 1) {
      const feedId = feeds[random(2)];
      if (feedId === undefined) continue;
      const ids = db.all<{ id: number }>('SELECT article_id AS id FROM article_status').map((row) => row.id);
      const some = ids.filter(() => random(4) === 0) as never[];
      const what = random(6);
      if (what <= 1) {
        const articles = Array.from({ length: 4 }, () => {
          const identity = `n${random(60)}`;
          const text = words.filter(() => random(2) === 0).join(' ');
          return storedArticle({
            identity,
            title: words[random(4)] ?? '',
            html: `<p>${text}</p>`,
            publishedAt: testNow - random(6) * 86_400_000,
          });
        });
        ingestAll(db, { feedId, articles });
      } else if (what === 2 && some.length > 0)
        finish(markArticles(db, { ids: some, set: { read: random(2) === 0 } }, testNow));
      else if (what === 3 && some.length > 0)
        finish(markArticles(db, { ids: some, set: { starred: random(2) === 0 } }, testNow));
      else if (what === 4 && some.length > 0)
        finish(markArticles(db, { ids: some, set: { hidden: random(3) === 0 } }, testNow));
      else {
        const operation = findOperation(db, 'undo');
        if (operation?.kind === 'mark') finish(turnOperation(db, operation, 'undo', testNow));
      }
      if (turn % 7 === 0) {
        count(db);
        expectKept(db);
      }
    }
  });

  it('are counted anew only where their meaning changed', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f', { title: 'One' });
    const articles = Array.from({ length: 50 }, (_, n) =>
      storedArticle({ identity: `n${n}`, title: n % 2 === 0 ? 'flood' : 'wall' }),
    );
    ingestAll(db, { feedId, articles });
    const id = add(db, 'Floods', 'flood');
    expect(count(db).changed).toBe(true);
    expect(savedSearches(db)[0]?.unread).toBe(25);
    expect(count(db).changed).toBe(false);
    db.run("UPDATE saved_search SET query = 'wall' WHERE id = :id", { id });
    count(db);
    expectKept(db);
  });

  it('that notify tell of what is new, and not of what became unread again', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    const id = add(db, 'Floods', 'flood', true);
    count(db);
    ingestAll(db, {
      feedId,
      articles: ['flood a', 'flood b', 'wall'].map((title) => storedArticle({ identity: title, title })),
    });
    expect(count(db).found).toEqual([{ id, name: 'Floods', added: 2 }]);
    const ids = db.all<{ id: number }>('SELECT article_id AS id FROM article_status').map((row) => row.id) as never[];
    finish(markArticles(db, { ids, set: { read: true } }, testNow));
    finish(markArticles(db, { ids, set: { read: false } }, testNow));
    expect(count(db).found).toEqual([]);
    expectKept(db);
  });

  it('are views: listed in pages, and marked read as a whole with one undo', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    const articles = Array.from({ length: 40 }, (_, n) =>
      storedArticle({ identity: `n${n}`, title: n % 2 === 0 ? 'flood' : 'wall', publishedAt: testNow - n * 3_600_000 }),
    );
    ingestAll(db, { feedId, articles });
    const view = `search:${add(db, 'Floods', 'flood')}`;
    count(db);
    const first = mustBeOk(list(db, { ...listInput, view, limit: 15 }, testNow));
    const second = mustBeOk(
      list(db, { ...listInput, view, limit: 15, ...(first.cursor !== undefined && { cursor: first.cursor }) }, testNow),
    );
    expect([...first.articles, ...second.articles].map((one) => one.title)).toEqual(Array(20).fill('flood'));
    expect(first).toMatchObject({ total: 20, unread: 20 });
    expect(mustBeOk(finish(mark(db, { scope: { view }, set: { read: true } }, testNow))).changed).toBe(20);
    count(db);
    expect(savedSearches(db)[0]?.unread).toBe(0);
    const operation = findOperation(db, 'undo');
    if (operation !== undefined) finish(turnOperation(db, operation, 'undo', testNow));
    count(db);
    expect(savedSearches(db)[0]?.unread).toBe(20);
  });

  it('come through the contract: added, renamed, ordered, removed and undone, with live counts', async () => {
    const core = await testCore();
    const first = mustBeOk(await core.call('savedSearches.add', { name: 'Floods', query: 'flood' }));
    const second = mustBeOk(await core.call('savedSearches.add', { name: 'Walls', query: 'wall is:wrong' }));
    expect(errorOf(await core.call('savedSearches.add', { name: 'floods', query: 'x' }))).toBe('conflict');
    mustBeOk(await core.call('savedSearches.reorder', { ids: [second.id] }));
    const names = async () => mustBeOk(await core.call('savedSearches.list', {})).map((one) => one.name);
    expect(await names()).toEqual(['Walls', 'Floods']);
    expect(mustBeOk(await core.call('savedSearches.list', {}))[0]?.ignored[0]?.text).toBe('wrong');
    mustBeOk(await core.call('savedSearches.remove', { id: first.id }));
    expect(await names()).toEqual(['Walls']);
    mustBeOk(await core.call('operations.undo', {}));
    expect(await names()).toEqual(['Walls', 'Floods']);
    const line = (n: number) => JSON.stringify({ feedUrl: 'https://a.example/f', guid: `${n}`, title: `flood ${n}` });
    mustBeOk(await core.call('archive.import', { lines: [line(1), line(2), line(3)] }));
    const unread = async () =>
      mustBeOk(await core.call('counts.get', {})).searches.find((one) => one.id === first.id)?.unread;
    for (let turn = 0; turn < 100 && (await unread()) !== 3; turn += 1) await wait(20);
    expect(await unread()).toBe(3);
    expect(core.events.some((event) => event.type === 'saved-searches-changed')).toBe(true);
  });
});
