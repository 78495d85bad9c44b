/** A library of our form from somebody else, whose rows hold what no Broadsheet writes: it opens, and does nothing of it. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FeedId } from '../../../contract/ids.ts';
import { strangeLibrary } from '../../../testing/strange-library.ts';
import { mustBeOk, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';
import { openReadable } from '../../store/open.ts';

const opened = (sql: string): Promise<TestCore> => testCore({ libraryFolder: strangeLibrary(sql) });
const quote = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

async function rowsAfter(core: TestCore, sql: string): Promise<unknown[]> {
  await core.core.close();
  const db = mustBeOk(openReadable(core.folder));
  const rows = db.all(sql);
  db.close();
  return rows;
}

describe('A change that a stranger’s library says is under way', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no set', { ids: [1] }],
    ['a scope of null', { scope: null, set: { read: true } }],
    ['a scope without a view', { scope: {}, set: { read: true } }],
    ['a view that is an object', { scope: { view: {} }, set: { read: true } }],
    ['ids that are objects', { ids: [{}], set: { read: true } }],
    ['a set of words', { ids: [1], set: 'read' }],
    ['a place that is a list', { scope: { view: 'all', upToArrival: [] }, set: { read: true } }],
  ])('that says %s is closed, and the library opens, now and the next time', async (_, change) => {
    const core = await opened(
      `INSERT INTO operation (at, kind, label, change, state) VALUES (1, 'mark', 'x', ${quote(change)}, 'running')`,
    );
    expect(mustBeOk(await core.call('articles.list', { view: 'all' })).articles).toHaveLength(3);
    expect(await rowsAfter(core, "SELECT state FROM operation WHERE state = 'running'")).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['rows that are no list', { rows: 5 }],
    ['a row of null', { rows: [null] }],
    ['a table of somebody else’s', { rows: [{ table: 'login', id: 1, before: { secret: 'x' }, after: {} }] }],
    ['a table that every object has', { rows: [{ table: 'constructor', id: 1, before: { name: 'x' }, after: {} }] }],
    ['a column that is SQL', { rows: [{ table: 'feed', id: 1, before: { 'url = 1 --': 'x' }, after: {} }] }],
    ['a value that is an object', { rows: [{ table: 'feed', id: 1, before: { url: {} }, after: {} }] }],
    [
      'an address that another feed has',
      { rows: [{ table: 'feed', id: 1, before: { url: 'https://second.example/feed.xml' }, after: {} }] },
    ],
    ['no address at all', { rows: [{ table: 'feed', id: 1, before: { url: null }, after: {} }] }],
  ])('back, with %s, does not keep the library from opening', async (_, change) => {
    const core = await opened(
      `INSERT INTO operation (at, kind, label, change, state) VALUES (1, 'rename', 'x', ${quote(change)}, 'undoing')`,
    );
    expect(
      mustBeOk(await core.call('feeds.list', {}))
        .map(({ url }) => url)
        .sort(),
    ).toEqual(['https://courier.example/feed.xml', 'https://second.example/feed.xml']);
    expect(await rowsAfter(core, "SELECT state FROM operation WHERE state IN ('undoing', 'running')")).toEqual([]);
  });

  it.each(['undoing', 'done'])('is not SQL by the name of its bit, when it is %s', async (state) => {
    const bit = 'unread = (SELECT length(secret) FROM login) RETURNING article_id /*';
    const core = await opened(`
      INSERT INTO login (id, feed_id, origin, secret) VALUES (1, 1, 'https://courier.example', '{"kind":"token"}');
      INSERT INTO operation (id, at, kind, label, change, state) VALUES (9, 1, 'mark', 'x', '{}', '${state}');
      INSERT INTO operation_slice (operation_id, n, bit, value, article_ids)
        SELECT 9, 0, '${bit}', 1, x'00' UNION ALL SELECT 9, 1, 'unread', 1, 'words' UNION ALL SELECT 9, 2, '${bit}', 1, zeroblob(8)`);
    if (state === 'done') mustBeOk(await core.call('operations.undo', {}));
    mustBeOk(await core.call('articles.list', { view: 'all', asOf: 2 }));
    expect(await rowsAfter(core, 'SELECT DISTINCT unread, starred FROM article_status')).toEqual([
      { unread: 1, starred: 0 },
    ]);
  });

  it('that names a login but is no change of ours does not keep the library from opening', async () => {
    const core = await opened(`
      INSERT INTO login (id, feed_id, origin, secret) VALUES (1, 7, 'https://courier.example', '{}');
      INSERT INTO operation (at, kind, label, change) VALUES (1, 'x', 'x', '{"rows":"login_id"'), (1, 'x', 'x', '{"rows":[5,{"login_id":1},{"before":"login_id"}]}'),
        (1, 'x', 'x', '["login_id"]'), (1, 'x', 'x', x'226c6f67696e5f696422')`);
    mustBeOk(await core.call('operations.list', {}));
    mustBeOk(await core.call('feeds.list', {}));
  });
});

const odd = [
  '{}',
  '[]',
  '5',
  'null',
  '"x"',
  '{"a',
  '{"lead":{"id":1},"top":[5],"sections":[{}]}',
  '{"weights":[[1e999]]}',
  '{"kind":"constructor","seq":1,"features":[]}',
  '{"kind":"opened","features":7}',
];

describe('What a stranger’s library says was chosen and learned', () => {
  it.each(odd)('as %s is made anew: Today and For you come as ever', async (text) => {
    const core = await opened(`
      INSERT INTO edition (name, made_at, plan) VALUES ('morning', unixepoch() * 1000 - 1, '${text}'), ('picks', unixepoch() * 1000, '${text}');
      INSERT INTO taste_lesson (seq, at, lesson) VALUES (1, 1, '${text}'), (2, 2, '${text}');
      INSERT INTO taste_state (name, seq, at, state) VALUES ('folded', 0, 0, '${text}'), ('latest', 0, 0, '${text}');
      INSERT INTO event (at, kind, data) VALUES (1, 'taste-set', '${text}'), (1, 'taste-mute', '${text}'), (1, 'opened', '${text}'), (1, 'more-like-this', '${text}');
      INSERT INTO window_state (key, value) VALUES ('place', '${text}x');
      INSERT INTO fact (key, value) VALUES ('today_visit', '${text}'), ('taste_seq', 'x')`);
    for (const range of ['morning', 'since-visit', 'day'] as const)
      expect(mustBeOk(await core.call('edition.get', { range })).madeAt).toBeGreaterThan(0);
    mustBeOk(await core.call('edition.catchUp', {}));
    mustBeOk(await core.call('edition.picks', {}));
    mustBeOk(await core.call('forYou.list', {}));
    expect(mustBeOk(await core.call('forYou.profile', {})).features).toEqual([]);
    mustBeOk(await core.call('forYou.export', {}));
    expect(mustBeOk(await core.call('state.get', { key: 'place' })).value).toBeNull();
  });

  it('for a morning that is still to come does not stand until then', async () => {
    const plan = {
      madeAt: 9e15,
      range: 'morning',
      from: 1,
      topState: 'ranked',
      forYouState: 'off',
      activePublishers: 1,
      lead: null,
      top: [],
      forYou: [],
      sections: [],
      picks: [],
      seldom: [],
      fresh: 77,
      sinceVisit: 1,
      moved: 1,
      toldAgain: 1,
      muted: [],
      arrival: 1,
    };
    const core = await opened(
      `INSERT INTO edition (name, made_at, plan) VALUES ('morning', 9000000000000000, ${quote(plan)})`,
    );
    expect(mustBeOk(await core.call('edition.get', { range: 'morning' })).sums.fresh).not.toBe(77);
  });
});

it('An earlier text that unpacks to more than any article has is shown as none', async () => {
  const bomb = deflateRawSync(Buffer.alloc(300_000_000)).toString('hex');
  const core = await opened(
    `INSERT INTO article_revision (article_id, at, title, content_hash, text) SELECT id, 5, 'Before', 'x', x'${bomb}' FROM article;
     INSERT INTO article_revision (article_id, at, title, content_hash, text) SELECT id, 4, 'Before', 'y', x'ff' FROM article`,
  );
  const [article] = mustBeOk(await core.call('articles.list', { view: 'all' })).articles;
  const revisions = mustBeOk(await core.call('articles.revisions', { id: article?.id ?? 0 }));
  expect(JSON.stringify(revisions).length).toBeLessThan(1000);
});

describe('What a stranger’s library sets', () => {
  it('is taken within what a reader could set', async () => {
    const core = await opened(
      `INSERT INTO setting (name, value) VALUES ('concurrency', '0'), ('refreshMinutes', '1e-9'), ('keepDays', '-1'), ('mediaCacheMb', '1e999'),
        ('morningEditionHour', '"6"'), ('keys', '{"a":1}'), ('readScale', '1.2'), ('keepPerFeed', 'null')`,
    );
    expect(mustBeOk(await core.call('settings.get', {}))).toMatchObject({
      concurrency: 16,
      refreshMinutes: 15,
      keepDays: null,
      mediaCacheMb: 1024,
      morningEditionHour: 6,
      keys: {},
      readScale: 1.2,
    });
  });

  it('does not keep a host from being asked, nor a feed with a login of no kind', async () => {
    const server = await testServer();
    const states = [
      {},
      { host: '127.0.0.1' },
      { host: '127.0.0.1', heldUntil: 0, spacingMs: 1e15, lastRequestAt: 0, offences: 1 },
    ];
    server.serve(
      '/feed',
      '<rss version="2.0"><channel><title>Here</title><item><title>New</title></item></channel></rss>',
    );
    const url = server.url('/feed');
    for (const [at, secret] of ['{}', '{"kind":"header"}', '{"kind":"basic","username":5}'].entries()) {
      const core = await opened(`
        INSERT INTO host_state (host, state) VALUES ('127.0.0.1', ${quote(states[at])});
        INSERT INTO login (id, feed_id, origin, secret) VALUES (1, 1, '${new URL(url).origin}', '${secret}');
        UPDATE feed SET url = '${url}', login_id = 1, allow_private = '["${new URL(url).host}"]' WHERE id = 1;
        DELETE FROM feed_state WHERE feed_id = 2; DELETE FROM feed WHERE id = 2`);
      mustBeOk(await core.call('feeds.refresh', { feedIds: [1 as FeedId], force: true }));
      expect(mustBeOk(await core.call('articles.list', { view: 'all' })).articles.map(({ title }) => title)).toContain(
        'New',
      );
    }
  });
});
