import { describe, expect, test } from 'vitest';
import { idOf, otherNews, type Printed, printed } from '../../../testing/press.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';
import { factsOf } from '../../store/articles/article-facts.ts';
import { recordReading } from '../../store/events.ts';
import { eraseTaste, storeTaste } from '../../store/stories/taste.ts';
import { TasteKeeper } from './taste-keeper.ts';

const minuteMs = 60_000;

/** Two papers with many articles each: one about tides, one about chess. */
function twoPapers(count: number): Printed[] {
  return Array.from({ length: count * 2 }, (_, n) => {
    const isTide = n % 2 === 0;
    return {
      paper: isTide ? 'tides.example' : 'chess.example',
      guid: `${isTide ? 'tide' : 'chess'}-${n >> 1}`,
      title: isTide ? `Spring tide number ${n} reaches the marsh` : `Opening gambit number ${n} wins the match`,
      text: isTide
        ? `The tide of day ${n} reached the marsh gauge, and the harbour pilots of pier ${n % 7} measured it twice.`
        : `The grandmaster of table ${n} took the gambit, and the ${n % 9} juniors of the club studied it for an hour.`,
      at: Date.now() - (n + 10) * minuteMs,
    };
  });
}

async function openTides(app: TestCore, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const id = (await idOf(app, `tide-${n}`)) as never;
    mustBeOk(await app.call('reading.record', { id, kind: 'opened' }));
    mustBeOk(await app.call('reading.record', { id, kind: 'finished' }));
    mustBeOk(await app.call('articles.mark', { ids: [id], set: { read: true } }));
    const passed = (await idOf(app, `chess-${n}`)) as never;
    mustBeOk(await app.call('reading.record', { id: passed, kind: 'skipped' }));
  }
}

const paperOf = (row: { article: { feedTitle: string } }) => row.article.feedTitle;

describe('For you', () => {
  test('is time order while it learns, and says so', async () => {
    const app = await testCore();
    await printed(app, [...twoPapers(4), ...otherNews]);
    const list = mustBeOk(await app.call('forYou.list', {}));
    expect(list).toMatchObject({ state: 'learning', positives: 0, needed: 10 });
    expect(list.text).toBe('Newest first until you have read 10 articles. 0 so far.');
    expect(list.rows.every(({ why }) => why === null)).toBe(true);
    const times = list.rows.map(({ article }) => article.sortAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('learns what is opened and finished, gives its reasons, and forgets when told to', async () => {
    const app = await testCore();
    await printed(app, twoPapers(30));
    await openTides(app, 8);
    const list = mustBeOk(await app.call('forYou.list', { limit: 10 }));
    expect(list.state).toBe('learned');
    expect(paperOf(list.rows[0] as never)).toBe('tides.example');
    const [first] = list.rows;
    expect(first?.reasons.length).toBeGreaterThan(0);
    expect(first?.reasons.every(({ text, contribution }) => text !== '' && contribution !== 0)).toBe(true);
    // nobody fills the list
    expect(list.rows.filter((row) => paperOf(row) === 'tides.example').length).toBeLessThanOrEqual(3 + 1);
    const before = mustBeOk(await app.call('forYou.profile', {}));
    const { changes } = mustBeOk(await app.call('forYou.erase', {}));
    expect(mustBeOk(await app.call('forYou.list', {}))).toMatchObject({ state: 'learning', positives: 0 });
    expect(mustBeOk(await app.call('forYou.profile', {}))).toMatchObject({ total: 0, signals: 0 });
    const { text } = mustBeOk(await app.call('forYou.export', {}));
    expect((JSON.parse(text) as { lessons: unknown[] }).lessons).toEqual([]);
    mustBeOk(await app.call('forYou.takeBack', { changes }));
    expect(mustBeOk(await app.call('forYou.profile', {}))).toEqual(before);
  });

  test('says why in one sentence without a number, and more or less of what it names is set and taken back', async () => {
    const app = await testCore();
    await printed(app, [...twoPapers(30), ...otherNews]);
    await openTides(app, 8);
    const { rows } = mustBeOk(await app.call('forYou.list', { limit: 20 }));
    const said = rows.flatMap(({ why }) => why ?? []);
    expect(said.length).toBeGreaterThan(0);
    for (const { text, full, things } of said) {
      expect(`${text} ${full} ${things.map(({ label }) => label).join(' ')}`).not.toMatch(
        /\d|\b(?:nine|always|the word)\b/,
      );
      expect(things.length).toBeLessThanOrEqual(2);
      expect(new Set(things.map(({ kind }) => kind)).size).toBe(things.length);
    }
    const before = mustBeOk(await app.call('forYou.profile', {}));
    const [title] = before.titles;
    if (title === undefined) throw new Error('no title is known');
    expect(before.titles.map(({ label }) => label)).toEqual([...new Set(before.titles.map(({ label }) => label))]);
    const stance = async () =>
      mustBeOk(await app.call('forYou.profile', {})).titles.find(({ feature }) => feature === title.feature)?.stance;
    const { changes } = mustBeOk(await app.call('forYou.editFeature', { feature: title.feature, stance: 'less' }));
    expect(await stance()).toBe('less');
    const after = mustBeOk(await app.call('forYou.list', { limit: 10 })).rows.filter(({ exploration }) => !exploration);
    expect(after.slice(0, 3).map(paperOf)).not.toContain(title.label);
    mustBeOk(await app.call('forYou.takeBack', { changes }));
    expect(mustBeOk(await app.call('forYou.profile', {}))).toEqual(before);
  });

  test('one switch makes it plain time order', async () => {
    const app = await testCore();
    await printed(app, twoPapers(10));
    await openTides(app, 6);
    mustBeOk(await app.call('settings.set', { forYou: false }));
    const list = mustBeOk(await app.call('forYou.list', {}));
    expect(list.state).toBe('off');
    const times = list.rows.map(({ article }) => article.sortAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('"less like this" said of a feed takes it from the list at once', async () => {
    const app = await testCore();
    await printed(app, [...twoPapers(30), ...otherNews]);
    await openTides(app, 8);
    const id = (await idOf(app, 'tide-20')) as never;
    const article = mustBeOk(await app.call('articles.get', { id }));
    const feature = `publisher:${article.publisher}`;
    mustBeOk(await app.call('reading.record', { id, kind: 'less-like-this', feature }));
    mustBeOk(await app.call('reading.record', { id, kind: 'less-like-this', feature }));
    const list = mustBeOk(await app.call('forYou.list', { limit: 20 }));
    const share = list.rows.filter((row) => paperOf(row) === 'tides.example' && !row.exploration).length / 20;
    expect(share).toBeLessThanOrEqual(0.35);
    expect(list.rows.slice(0, 3).map(paperOf)).not.toContain('tides.example');
  });

  test('the profile can be edited by hand, muted by feature and exported whole', async () => {
    const app = await testCore();
    await printed(app, twoPapers(12));
    await openTides(app, 6);
    const feature = 'publisher:tides.example';
    mustBeOk(await app.call('forYou.editFeature', { feature, weight: -5 }));
    const profile = mustBeOk(await app.call('forYou.profile', {}));
    expect(profile.features.find((entry) => entry.feature === feature)).toMatchObject({ weight: -5, byHand: true });
    const edited = mustBeOk(await app.call('forYou.list', {})).rows.find((row) => paperOf(row) === 'tides.example');
    expect(edited?.reasons[0]).toMatchObject({ feature, contribution: -5, text: 'You rarely read tides.example' });
    mustBeOk(await app.call('forYou.editFeature', { feature, muted: true }));
    const rows = mustBeOk(await app.call('forYou.list', {})).rows;
    expect(rows.map(paperOf)).not.toContain('tides.example');
    const { text } = mustBeOk(await app.call('forYou.export', {}));
    const exported = JSON.parse(text) as { lessons: unknown[]; model: { fixed: unknown } };
    expect(exported.lessons.length).toBeGreaterThan(10);
    expect(exported.model.fixed).toEqual([[feature, -5]]);
  });
});

describe('what was forgotten', () => {
  test('can be had back for a day; then its lessons, states and signals are deleted', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://courier.example/feed.xml');
    const { added } = ingestAll(db, { feedId, articles: [storedArticle({ identity: 'a', title: 'A pier' })] });
    const id = added[0] as never;
    recordReading(db, { id, kind: 'opened' }, testNow);
    const keeper = new TasteKeeper(db);
    const learn = () => {
      const changes = keeper.learn(testNow);
      if (changes !== undefined) storeTaste(db, changes);
    };
    learn();
    eraseTaste(db, undefined, testNow);
    recordReading(db, { id, kind: 'finished' }, testNow + 1);
    learn();
    const count = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
    const tidy = (at: number) => {
      const folded = keeper.fold(at);
      if (folded !== undefined) storeTaste(db, folded);
    };
    const hourMs = 60 * minuteMs;
    tidy(testNow + hourMs);
    expect(count('taste_lesson')).toBe(3);
    tidy(testNow + 26 * hourMs);
    expect(count('taste_lesson')).toBe(1);
    expect(db.all("SELECT kind FROM event WHERE kind IN ('opened', 'finished', 'taste-erase')")).toEqual([
      { kind: 'finished' },
    ]);
    expect(new TasteKeeper(db).model.positives).toBe(1);
    expect(keeper.model.positives).toBe(1);
  });
});

describe('the model', () => {
  function taughtLibrary() {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://courier.example/feed.xml');
    const articles = Array.from({ length: 120 }, (_, n) =>
      storedArticle({
        identity: `a${n}`,
        title: `Report ${n} from pier ${n % 9}`,
        section: n % 3 === 0 ? 'World' : 'Sport',
      }),
    );
    const { added } = ingestAll(db, { feedId, articles });
    for (const [n, id] of added.entries()) {
      const kind = n % 4 === 0 ? 'skipped' : n % 3 === 0 ? 'finished' : 'opened';
      recordReading(db, { id: id as never, kind }, testNow + n * minuteMs);
    }
    return { db, added };
  }

  function learnAll(keeper: TasteKeeper, db: ReturnType<typeof taughtLibrary>['db']): void {
    for (let changes = keeper.learn(testNow); changes !== undefined; changes = keeper.learn(testNow))
      storeTaste(db, changes);
  }

  test('rebuilt from its lessons is the same to the last digit, with text gone and half of the log folded away', () => {
    const { db, added } = taughtLibrary();
    const keeper = new TasteKeeper(db);
    learnAll(keeper, db);
    const taught = JSON.stringify(keeper.model.state());
    expect(factsOf(db, added)).toHaveLength(120);
    db.run('DELETE FROM article');
    expect(JSON.stringify(new TasteKeeper(db).model.state())).toBe(taught);
    const halfYear = 180 * 86_400_000;
    const folded = new TasteKeeper(db).fold(testNow + 60 * minuteMs + halfYear);
    if (folded === undefined) throw new Error('folding was not due');
    storeTaste(db, folded);
    const left = db.get<{ n: number }>('SELECT count(*) AS n FROM taste_lesson')?.n ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(120);
    db.run("DELETE FROM taste_state WHERE name = 'latest'");
    expect(JSON.stringify(new TasteKeeper(db).model.state())).toBe(taught);
  });

  test('a lesson is learned once, however often the program stops in the middle', () => {
    const { db } = taughtLibrary();
    const lost = new TasteKeeper(db);
    lost.learn(testNow); // not stored: the program stopped
    const keeper = new TasteKeeper(db);
    learnAll(keeper, db);
    learnAll(keeper, db);
    expect(keeper.model.positives).toBe(90);
    expect(db.get('SELECT count(*) AS n FROM taste_lesson')).toEqual({ n: 120 });
  });
});
