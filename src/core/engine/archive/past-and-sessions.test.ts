import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../contract/index.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk, testCore } from '../../../testing/test-core.ts';
import { listAsOf } from '../../store/articles/list-as-of.ts';
import { markArticles } from '../../store/articles/mark-articles.ts';
import { findOperation, turnOperation } from '../../store/turn-operation.ts';
import { suggest } from '../searching/suggest.ts';

const hour = 3_600_000;

describe('a list as it was', () => {
  it('shows what was unread then, through marks, undo and later arrivals', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/f');
    const store = (from: number, at: number) =>
      ingestAll(db, {
        feedId,
        fetchedAt: at,
        articles: Array.from({ length: 10 }, (_, n) =>
          storedArticle({ identity: `n${from + n}`, publishedAt: at - n * 1000 }),
        ),
      }).added;
    const first = store(0, testNow);
    const unreadAt = (at: number): number[] => {
      const ids: number[] = [];
      let page: OutputOf<'articles.list'> | undefined;
      do {
        page = listAsOf(db, {
          view: 'unread',
          onlyUnread: false,
          keep: [],
          order: 'newest',
          limit: 4,
          asOf: at,
          ...(page?.cursor === undefined ? {} : { cursor: page.cursor }),
        });
        expect(page.articles.every((article) => article.unread)).toBe(true);
        ids.push(...page.articles.map((article) => article.id));
      } while (page.cursor !== undefined);
      return ids.sort((a, b) => a - b);
    };
    const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);
    const mark = (ids: readonly number[], read: boolean, at: number) =>
      finish(markArticles(db, { ids: ids as never, set: { read } }, at));
    mark(first.slice(0, 4), true, testNow + hour);
    mark(first.slice(4, 6), true, testNow + 2 * hour);
    const second = store(10, testNow + 3 * hour);
    mark([...first, ...second], true, testNow + 4 * hour);
    const operation = findOperation(db, 'undo');
    if (operation !== undefined) finish(turnOperation(db, operation, 'undo', testNow + 5 * hour));

    expect(unreadAt(testNow + 0.5 * hour)).toEqual(sorted(first));
    expect(unreadAt(testNow + 1.5 * hour)).toEqual(sorted(first.slice(4)));
    expect(unreadAt(testNow + 2.5 * hour)).toEqual(sorted(first.slice(6)));
    expect(unreadAt(testNow + 3.5 * hour)).toEqual(sorted([...first.slice(6), ...second]));
    expect(unreadAt(testNow + 4.5 * hour)).toEqual([]);
    expect(unreadAt(testNow + 5.5 * hour)).toEqual(sorted([...first.slice(6), ...second]));
  });
});

it('a list as it was knows of an undo in a library from before each turn was kept', () => {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://one.example/f');
  const { added } = ingestAll(db, { feedId, articles: [storedArticle({ identity: 'a' })] });
  const unreadAfter = (hours: number): number =>
    listAsOf(db, {
      view: 'unread',
      onlyUnread: false,
      keep: [],
      order: 'newest',
      limit: 4,
      asOf: testNow + hours * hour,
    }).articles.length;
  finish(markArticles(db, { ids: added as never, set: { read: true } }, testNow + hour));
  const operation = findOperation(db, 'undo');
  if (operation === undefined) throw new Error('nothing to undo');
  finish(turnOperation(db, operation, 'undo', testNow + 2 * hour));
  db.run("DELETE FROM operation WHERE state = 'turn'");
  expect([0.5, 1.5, 2.5].map(unreadAfter)).toEqual([1, 0, 1]);
});

describe('a search field', () => {
  it('gets the answer of its last search, and the earlier ones are given up or answered, never mixed', async () => {
    const core = await testCore();
    const line = (n: number) =>
      JSON.stringify({
        feedUrl: 'https://a.example/f',
        guid: `${n}`,
        title: `flood ${n}`,
        html: `<p>${'word '.repeat(50)}</p>`,
      });
    mustBeOk(await core.call('archive.import', { lines: Array.from({ length: 300 }, (_, n) => line(n)) }));
    const queries = ['f', 'fl', 'flo', 'floo', 'flood', 'flood 7'];
    const answers = await Promise.all(
      queries.map((query) => core.call('articles.search', { query, session: 'field', order: 'best' })),
    );
    const last = answers.at(-1);
    expect(last?.ok === true && last.value.total).toBe(1);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('cancelled');
    expect(answers.some((answer) => !answer.ok)).toBe(true);
    await wait(1);
    expect(mustBeOk(await core.call('articles.search', { query: 'flood', session: 'field' })).total).toBe(300);
  });

  it('completes operators and their values from the archive', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://lumen.example/f', { title: 'Lumen Science' });
    ingestAll(db, {
      feedId,
      articles: [
        storedArticle({
          identity: 'a',
          author: 'Petra Osei-Lind',
          extras: { categories: ['Climate', 'Clocks'], enclosures: [] },
        }),
      ],
    });
    const texts = (text: string) =>
      suggest(db, { text, at: text.length, limit: 8 }).suggestions.map((suggestion) => suggestion.text);
    expect(texts('flood so')).toEqual(['source:']);
    expect(texts('source:lum')).toEqual(['"Lumen Science" ']);
    expect(texts('source:sci')).toEqual(['"Lumen Science" ']);
    expect(texts('author:osei')).toEqual(['"Petra Osei-Lind" ']);
    expect(texts('tag:cl')).toEqual(['Climate ', 'Clocks ']);
    expect(texts('is:un')).toEqual(['unread ']);
    expect(texts('lang:')).toEqual(['en ']);
  });
});
