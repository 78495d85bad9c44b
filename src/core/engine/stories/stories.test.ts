import { describe, expect, test } from 'vitest';
import { harbourLevy, idOf, otherNews, printed, storiesOf } from '../../../testing/press.ts';
import { errorOf, mustBeOk, rss, testCore, testServer } from '../../../testing/test-core.ts';

const levy = harbourLevy.map(({ guid }) => guid);
const hourMs = 3_600_000;

async function press() {
  const app = await testCore();
  await printed(app, [...harbourLevy, ...otherNews]);
  return app;
}

describe('stories', () => {
  test('reports of one event by three papers are one story, and it says why', async () => {
    const app = await press();
    const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
    expect(stories).toHaveLength(4);
    const [story] = stories;
    expect(story?.articles.map(({ guid }) => guid).sort()).toEqual(levy);
    expect(story?.publishers).toBe(3);
    expect(story?.reason).toMatch(/^3 of your sources, first .*grouped: shares .*levy/);
    const list = mustBeOk(await app.call('articles.list', { view: 'all' }));
    const rows = new Map(list.articles.map((row) => [row.title, row]));
    expect(rows.get('Eleven ports agree to a harbour levy')).toMatchObject({ storyId: story?.id, storyPublishers: 3 });
    expect(rows.get('A library that lends cellos')).toMatchObject({ storyId: null, storyPublishers: 0 });
  });

  test('several feeds of one publisher count once', async () => {
    const app = await testCore();
    await printed(
      app,
      harbourLevy.map((article, n) => ({ ...article, paper: 'courier.example', feed: `feed-${n}` })),
    );
    const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
    expect(stories[0]).toMatchObject({ publishers: 1 });
    expect(stories[0]?.articles).toHaveLength(3);
  });

  test('articles that come over the network are grouped as they arrive', async () => {
    const server = await testServer();
    const app = await testCore();
    for (const [n, { guid, title, text = '' }] of harbourLevy.entries()) {
      server.serve(`/feed-${n}`, rss({ title: `Paper ${n}`, items: [{ guid, title, text }] }));
      mustBeOk(await app.call('feeds.add', { url: server.url(`/feed-${n}`), allowPrivate: true }));
    }
    expect(await storiesOf(app)).toEqual([levy]);
    const [, second] = harbourLevy;
    server.serve(
      '/feed-0',
      rss({ title: 'Paper 0', items: [{ guid: 'late', title: second?.title ?? '', text: `Again. ${second?.text}` }] }),
    );
    mustBeOk(await app.call('feeds.refresh', { force: true }));
    expect(await storiesOf(app)).toEqual([['late', ...levy]]);
    expect(app.events.some(({ type }) => type === 'stories-changed')).toBe(true);
  });

  test('an article that its publisher edits again and again stays one article of its story', async () => {
    const server = await testServer();
    const app = await testCore();
    await printed(app, harbourLevy);
    for (let turn = 0; turn < 5; turn += 1) {
      const text = `${harbourLevy[0]?.text} Update ${turn}: the harbour levy is due in ${turn + 2} months.`;
      server.serve('/live', rss({ items: [{ guid: 'live', title: `Harbour levy live: update ${turn}`, text }] }));
      if (turn === 0) mustBeOk(await app.call('feeds.add', { url: server.url('/live'), allowPrivate: true }));
      else mustBeOk(await app.call('feeds.refresh', { force: true }));
      expect(await storiesOf(app)).toEqual([[...levy, 'live']]);
    }
  });

  test('one text in three papers is shown once; the others say what they added', async () => {
    const app = await testCore();
    const text =
      'The ferry Calder Rose ran aground off Skerry Point early on Tuesday with ninety people on board, and lifeboats brought all of them ashore before the tide turned, the coastguard said.';
    const at = Date.now() - 5 * hourMs;
    await printed(app, [
      { paper: 'wire.example', guid: 'ferry-1', title: 'Ferry runs aground off Skerry Point', text, at },
      { paper: 'post.example', guid: 'ferry-2', title: 'Ferry runs aground off Skerry Point', text, at: at + hourMs },
      {
        paper: 'echo.example',
        guid: 'ferry-3',
        title: 'Ferry runs aground off Skerry Point',
        text: `${text} An inquiry opens on Friday in Calder.`,
        at: at + 2 * hourMs,
      },
    ]);
    const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
    expect(stories[0]?.articles.map(({ guid, copyOf }) => [guid, copyOf])).toEqual([
      ['ferry-1', undefined],
      ['ferry-2', 'ferry-1'],
      ['ferry-3', 'ferry-1'],
    ]);
    const board = mustBeOk(await app.call('stories.get', { id: stories[0]?.id ?? 0 }));
    expect(board).toMatchObject({ covering: 3, outOf: 3, first: { publisher: 'wire.example' } });
    expect(board.rows.map(({ newHere }) => newHere)).toEqual(['An inquiry opens on Friday in Calder.', null, text]);
    const hidden = mustBeOk(await app.call('articles.hiddenReason', { id: (await idOf(app, 'ferry-3')) as never }));
    expect(hidden).toMatchObject({ reason: 'near-copy', shownInstead: await idOf(app, 'ferry-1') });
  });

  test('the board sets the headlines side by side, with what each adds and the numbers behind the rank', async () => {
    const app = await press();
    const { stories } = mustBeOk(await app.call('stories.list', {}));
    const board = mustBeOk(await app.call('stories.get', { id: stories[0]?.id ?? 0 }));
    expect(board.covering).toBe(3);
    expect(board.outOf).toBe(5);
    expect(board.rows).toHaveLength(3);
    expect(board.byPublisher.map(({ publisher }) => publisher).sort()).toEqual([
      'courier.example',
      'daily.example',
      'ledger.example',
    ]);
    expect(board.rows.find(({ publisher }) => publisher === 'ledger.example')?.newHere).toContain(
      'forty million a year',
    );
    expect(board.rows.every(({ reason }) => reason?.text.includes('levy'))).toBe(true);
    expect(board.numbers.score).toBeCloseTo(stories[0]?.score ?? 0, 1);
    expect(board.numbers.perPublisher).toHaveLength(3);
  });

  test('as of a moment only what had appeared by then is listed', async () => {
    const app = await testCore();
    const start = Date.UTC(2014, 2, 10, 12);
    await printed(
      app,
      harbourLevy.map((article, n) => ({ ...article, at: start + n * hourMs })),
    );
    expect(await storiesOf(app)).toEqual([]);
    expect(await storiesOf(app, { at: start + 1.5 * hourMs })).toEqual([levy.slice(0, 2)]);
    expect(await storiesOf(app, { at: start + 71 * hourMs })).toEqual([levy]);
    expect(await storiesOf(app, { at: start + 80 * hourMs })).toEqual([]);
    expect(await storiesOf(app, { windowHours: null })).toEqual([levy]);
  });

  test('a feed that wants to be left out of stories is', async () => {
    const app = await testCore();
    await printed(app, otherNews);
    const feeds = mustBeOk(await app.call('feeds.list', {}));
    mustBeOk(await app.call('feeds.configure', { ids: feeds.map(({ id }) => id), settings: { ownStories: true } }));
    await printed(app, [...harbourLevy.map((article) => ({ ...article, paper: 'courier.example' })), ...harbourLevy]);
    expect((await storiesOf(app)).flat()).not.toContain('owls');
    expect(errorOf(await app.call('stories.get', { id: 12 }))).toBe('not_found');
  });
});
