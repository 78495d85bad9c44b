import { describe, expect, it } from 'vitest';
import { methods } from '../../../contract/index.ts';
import { addTestFeed, finish, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../handles.ts';
import { findOperation, turnOperation } from '../turn-operation.ts';
import { configureFeeds } from './configure-feeds.ts';
import { addFeeds, removeFeeds } from './feeds.ts';
import { leavesLogin, noteFoundAgain } from './fetch-results.ts';
import { listFeeds } from './list-feeds.ts';
import { forgetLogins, loginOfFeed } from './logins.ts';

const day = 86_400_000;
const token = (word: string) => ({ kind: 'bearer', token: word }) as const;

function configure(db: WritableDb, input: object): void {
  configureFeeds(db, methods['feeds.configure'].input.parse(input), testNow);
}

function undo(db: WritableDb): boolean {
  const row = findOperation(db, 'undo');
  if (row !== undefined) finish(turnOperation(db, row, 'undo', testNow));
  return row !== undefined;
}

describe('at a start', () => {
  it('logins that are not in use are forgotten, with the steps that named them; later ones take no number of theirs', () => {
    const { db } = temporaryLibrary();
    const id = addTestFeed(db, 'https://a.example/feed');
    configure(db, { ids: [id], credentials: token('first') });
    configure(db, { ids: [id], credentials: token('second'), settings: { dailyCap: 5 } });
    configure(db, { ids: [id], credentials: token('third') });
    forgetLogins(db, testNow);
    expect(db.all('SELECT id, secret FROM login')).toEqual([{ id: 3, secret: JSON.stringify(token('third')) }]);
    expect(undo(db)).toBe(true);
    expect(listFeeds(db, testNow, 6)[0]).toMatchObject({ hasLogin: true, settings: { dailyCap: null } });
    expect(loginOfFeed(db, id)?.credentials).toEqual(token('third'));
    configure(db, { ids: [id], credentials: null });
    forgetLogins(db, testNow);
    configure(db, { ids: [id], credentials: token('fourth') });
    expect(db.all('SELECT id FROM login')).toEqual([{ id: 4 }]);
  });

  it('so are those of feeds that were left 30 days ago, and no sooner', () => {
    const { db } = temporaryLibrary();
    const id = addTestFeed(db, 'https://a.example/feed');
    configure(db, { ids: [id], credentials: token('kept') });
    removeFeeds(db, [id], testNow);
    forgetLogins(db, testNow + 29 * day);
    expect(loginOfFeed(db, id)).not.toBeNull();
    forgetLogins(db, testNow + 31 * day);
    expect(loginOfFeed(db, id)).toBeNull();
  });
});

describe('a feed that goes elsewhere', () => {
  it('leaves its login behind when it is found again on another host, and the diary says so', () => {
    const { db } = temporaryLibrary();
    const id = addTestFeed(db, 'https://a.example/feed');
    configure(db, { ids: [id], credentials: token('kept') });
    noteFoundAgain(db, id, 'https://anna:pw@feeds.a.example/feed', testNow);
    expect(listFeeds(db, testNow, 6)[0]).toMatchObject({
      url: 'https://feeds.a.example/feed',
      loginHeldFor: 'https://a.example',
    });
    const { message } = db.get<{ message: string }>('SELECT message FROM fetch') ?? { message: '' };
    expect(message).toContain('Its login was given for the old place and is not sent there');
    expect(message).not.toContain('pw');
  });

  it.each(['found again', 'typed in'])('by https keeps it for https: back to http is another place (%s)', (how) => {
    const { db } = temporaryLibrary();
    const id = addTestFeed(db, 'http://a.example/feed');
    configure(db, { ids: [id], credentials: token('kept') });
    if (how === 'typed in') configure(db, { ids: [id], url: 'https://a.example/feed' });
    else noteFoundAgain(db, id, 'https://a.example/feed', testNow);
    expect(listFeeds(db, testNow, 6)[0]?.loginHeldFor).toBeNull();
    expect(leavesLogin(db, id, 'http://a.example/feed')).toBe(true);
  });
});

it('no address comes into the table with a login in it', () => {
  const { db } = temporaryLibrary();
  const feeds = [
    {
      url: 'https://anna:pw@a.example/f',
      siteUrl: 'https://anna:pw@a.example/',
      feedTitle: 'https://anna:pw@a.example/f',
    },
  ];
  const { ids } = addFeeds(db, { feeds: feeds.map((feed) => ({ ...feed, folderId: null })), now: testNow, label: 'x' });
  expect(JSON.stringify(db.all('SELECT * FROM feed'))).not.toContain('pw');
  expect(loginOfFeed(db, ids[0] ?? 0)).toEqual({
    origin: 'https://a.example',
    credentials: { kind: 'basic', username: 'anna', password: 'pw' },
  });
  const again = addFeeds(db, { feeds: [{ url: 'https://a.example/f', folderId: null }], now: testNow, label: 'x' });
  expect(again).toMatchObject({ ids: [], already: 1 });
});
