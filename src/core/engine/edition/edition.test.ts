import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { harbourLevy, idOf, otherNews, type Printed, printed } from '../../../testing/press.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function press(options: Parameters<typeof testCore>[0] = {}) {
  const app = await testCore(options);
  await printed(app, [...harbourLevy, ...otherNews]);
  return app;
}

const page = async (app: TestCore, input: { range?: 'morning' | 'since-visit' | 'day' } = {}) =>
  mustBeOk(await app.call('edition.get', input));

describe('Today', () => {
  test('is led by the story that most publishers tell, once, with its coverage and its reason', async () => {
    const edition = await page(await press());
    expect(edition.topState).toBe('ranked');
    expect(edition.lead?.story).toMatchObject({ publishers: 3, articles: 3 });
    expect(edition.lead?.why).toMatchObject({ kind: 'story' });
    // The first report is some hours old, so just after midnight it is of the day before.
    expect(edition.lead?.why.text).toMatch(/^Three of your sources, first \S+ (at \d\d:\d\d|on \w+)$/);
    expect(edition.lead?.why.numbers?.perPublisher).toHaveLength(3);
    expect(edition.leadCoverage).toHaveLength(2);
    const rows = [edition.lead, ...edition.top, ...edition.forYou, ...edition.sections.flatMap(({ rows: own }) => own)];
    const titles = rows.flatMap((row) => row?.article.title ?? []);
    expect(titles.sort()).toEqual([...otherNews.map(({ title }) => title), edition.lead?.article.title].sort());
    expect(edition.sums).toMatchObject({ unread: 6, fresh: 6, sinceVisit: 6, toldAgain: 2 });
    expect(edition.sums.debtHours).toBeGreaterThan(0);
  });

  test('with three publishers says that it needs more sources, and still shows what is new', async () => {
    const app = await testCore();
    await printed(app, harbourLevy);
    const edition = await page(app);
    expect(edition).toMatchObject({ topState: 'too-few-sources', activePublishers: 3, top: [] });
    expect(edition.lead).not.toBeNull();
  });

  test('is not led by what a new subscription brings of the weeks before', async () => {
    const app = await testCore();
    const weeksAgo = Date.now() - 10 * dayMs;
    await printed(app, [...harbourLevy.map((article) => ({ ...article, at: weeksAgo })), ...otherNews]);
    const edition = await page(app);
    expect(edition.top).toEqual([]);
    expect(edition.lead?.article.title).toBeOneOf(otherNews.map(({ title }) => title));
  });

  test('of an empty library is empty', async () => {
    const edition = await page(await testCore());
    expect(edition).toMatchObject({ lead: null, top: [], sections: [], picks: [], seldom: [] });
    expect(edition.sums).toMatchObject({ unread: 0, fresh: 0, debtHours: 0 });
  });

  test('keeps its order while articles are read, and shows their bits as they are', async () => {
    const app = await press();
    const before = await page(app);
    const id = before.lead?.article.id as never;
    mustBeOk(await app.call('articles.mark', { ids: [id], set: { read: true, starred: true } }));
    const after = await page(app);
    expect(after.lead?.article).toMatchObject({ id, unread: false, starred: true });
    expect(after.madeAt).toBe(before.madeAt);
  });

  test('since the last visit shows what arrived after the page was left', async () => {
    const app = await press();
    const { arrival, lastVisitAt } = await page(app);
    expect(lastVisitAt).toBeNull();
    mustBeOk(await app.call('edition.visited', { arrival: 0 }));
    expect((await page(app)).lastVisitAt, 'a page without articles is no visit').toBeNull();
    mustBeOk(await app.call('edition.visited', { arrival }));
    await printed(app, [{ paper: 'gazette.example', guid: 'new', title: 'A heron nests on the town hall' }]);
    const edition = await page(app, { range: 'since-visit' });
    expect(edition.lead?.article.title).toBe('A heron nests on the town hall');
    expect(await page(app)).toMatchObject({ sums: { sinceVisit: 1 }, lastVisitAt: expect.any(Number) });
  });

  test('the morning edition stays as it was made until the next morning', async () => {
    let now = new Date(2026, 10, 23, 18).getTime();
    const app = await testCore({ clock: { now: () => now } });
    expect((await page(app, { range: 'morning' })).lead).toBeNull();
    const at = now - hourMs;
    await printed(
      app,
      [...harbourLevy, ...otherNews].map((article) => ({ ...article, at })),
    );
    expect((await page(app, { range: 'morning' })).lead, 'made of what there is on the first day').not.toBeNull();
    now += 15 * hourMs;
    const first = await page(app, { range: 'morning' });
    expect(first.madeAt).toBe(now);
    expect(first.lead?.story?.publishers).toBe(3);
    expect(first.nextMorningAt).toBe(new Date(2026, 10, 25, 6).getTime());
    now += 3 * hourMs;
    await printed(app, [{ paper: 'gazette.example', guid: 'noon', title: 'Noon gun fires late', at: now - hourMs }]);
    expect(await page(app, { range: 'morning' })).toMatchObject({ madeAt: first.madeAt });
    now += dayMs;
    const second = await page(app, { range: 'morning' });
    expect(second.madeAt).toBe(now);
  });

  test('catches up in the minutes that there are, one article a story', async () => {
    const app = await press();
    const list = mustBeOk(await app.call('edition.catchUp', { minutes: 2 }));
    expect(list.minutes).toBeLessThanOrEqual(2);
    expect(list.rows).toHaveLength(4);
    expect(list.rows[0]?.story?.publishers).toBe(3);
    expect(mustBeOk(await app.call('edition.catchUp', { minutes: 1 })).rows).toHaveLength(2);
  });
});

describe('subscriptions that change', () => {
  const rowsOn = ({ lead, top, forYou, sections, picks, seldom }: Awaited<ReturnType<typeof page>>) =>
    [lead, ...top, ...forYou, ...sections.flatMap(({ rows }) => rows), ...picks, ...seldom].flatMap(
      (row) => row?.article.title ?? [],
    );
  const feedsOf = async (app: TestCore) => mustBeOk(await app.call('feeds.list', {}));

  test('take what they brought off the page at once, and bring it back with one undo', async () => {
    const app = await press();
    const before = rowsOn(await page(app));
    const ids = (await feedsOf(app)).map(({ id }) => id);
    const { operationId } = mustBeOk(await app.call('feeds.remove', { ids }));
    const empty = await page(app);
    expect(rowsOn(empty)).toEqual([]);
    expect(empty).toMatchObject({ lead: null, leadCoverage: [], activePublishers: 0, sums: { unread: 0, fresh: 0 } });
    mustBeOk(await app.call('operations.undo', { id: operationId as never }));
    expect(rowsOn(await page(app))).toEqual(before);
  });

  test('leave the morning edition standing on those that are left, led by the next best', async () => {
    let now = new Date(2026, 10, 23, 18).getTime();
    const app = await testCore({ clock: { now: () => now } });
    const at = now - hourMs;
    await printed(
      app,
      [...harbourLevy, ...otherNews].map((article) => ({ ...article, at })),
    );
    now += 15 * hourMs;
    const morning = await page(app, { range: 'morning' });
    now += 60_000;
    const papers = ['courier.example', 'ledger.example', 'daily.example'];
    const [courier, ...others] = (await feedsOf(app)).filter(({ title }) => papers.includes(title)).map(({ id }) => id);
    mustBeOk(await app.call('feeds.remove', { ids: [courier as never] }));
    const led = await page(app, { range: 'morning' });
    expect(led.madeAt).toBe(morning.madeAt);
    expect(led.lead?.story).toMatchObject({ publishers: 2, articles: 2 });
    expect(led.lead?.why.text).toContain('Two of your sources');
    expect(led.lead?.why.numbers?.perPublisher).toHaveLength(2);
    expect(rowsOn(led)).not.toContain('Night trains return to the eastern line');
    mustBeOk(await app.call('feeds.remove', { ids: others as never }));
    const left = await page(app, { range: 'morning' });
    expect(rowsOn(left).sort()).toEqual(['A library that lends cellos', 'Barn owls return to the Vale of Tarn']);
    expect(left.lead).not.toBeNull();
    expect(mustBeOk(await app.call('edition.catchUp', { minutes: 9 })).rows).toHaveLength(2);
    const picks = mustBeOk(await app.call('edition.picks', {}));
    expect(picks.highlights.every(({ feedTitle }) => !papers.includes(feedTitle))).toBe(true);
  });

  test('keep a feed that is to stay out of Today from leading it, from its stories and from the quiet titles', async () => {
    const app = await press();
    const ids = (await feedsOf(app)).map(({ id }) => id);
    await page(app);
    mustBeOk(await app.call('feeds.configure', { ids, settings: { hideFromToday: true } }));
    expect(rowsOn(await page(app))).toEqual([]);
  });

  test('and what is hidden by hand is not shown any more', async () => {
    const app = await press();
    const id = (await page(app)).lead?.article.id as never;
    mustBeOk(await app.call('articles.mark', { ids: [id], set: { hidden: true } }));
    const after = await page(app);
    expect(after.lead?.article.id).not.toBe(id);
    expect(after.lead?.story).toMatchObject({ publishers: 2 });
  });
});

describe('picks and quiet titles', () => {
  test('hold what was starred and not finished, until tomorrow', async () => {
    let now = new Date(2026, 10, 24, 9).getTime();
    const app = await testCore({ clock: { now: () => now } });
    const at = now - hourMs;
    await printed(
      app,
      [...harbourLevy, ...otherNews].map((article) => ({ ...article, at })),
    );
    const id = (await idOf(app, 'cello')) as never;
    mustBeOk(await app.call('articles.mark', { ids: [id], set: { starred: true } }));
    await page(app);
    expect(mustBeOk(await app.call('edition.picks', {})).starred.map((article) => article.id)).toEqual([id]);
    mustBeOk(await app.call('reading.record', { id, kind: 'finished' }));
    expect(mustBeOk(await app.call('edition.picks', {})).starred).toHaveLength(1);
    now += dayMs;
    await page(app);
    expect(mustBeOk(await app.call('edition.picks', {})).starred).toEqual([]);
  });

  test('a title that rarely posts is heard, and one that posts all day is not called quiet', async () => {
    const app = await testCore();
    const loud: Printed[] = Array.from({ length: 40 }, (_, n) => ({
      paper: 'loud.example',
      guid: `loud-${n}`,
      title: `Zor${n}an calls on Kel${n}ia about Mun${n}or`,
      at: Date.now() - n * 10 * 60_000,
    }));
    const quiet = (days: number, title: string): Printed => ({
      paper: 'quiet.example',
      guid: title,
      title,
      at: Date.now() - days * dayMs - 9 * hourMs,
    });
    await printed(app, [...loud, quiet(0, 'A typeface from the gravel'), quiet(23, 'On margins')]);
    const { seldom } = await page(app);
    const heard = seldom.map(({ article, why }) => `${article.title}: ${why.text}`);
    expect(heard).toContain('A typeface from the gravel: First article in 23 days');
    expect(heard.filter((line) => line.startsWith('Zor'))).toEqual([]);
  });
});

describe('a pile of unread', () => {
  test('is declared bankrupt, but for the last day, and given back by one undo', async () => {
    const app = await testCore();
    const old = otherNews.map((article) => ({ ...article, at: Date.now() - 5 * dayMs }));
    await printed(app, [...old, ...harbourLevy]);
    const done = mustBeOk(await app.call('reading.declareBankruptcy', {}));
    expect(done).toMatchObject({ changed: 3, kept: 3 });
    expect(mustBeOk(await app.call('counts.get', {})).all.unread).toBe(3);
    mustBeOk(await app.call('operations.undo', { id: done.operationId as never }));
    expect(mustBeOk(await app.call('counts.get', {})).all.unread).toBe(6);
  });

  test('a report card says how much of a feed is read and what to do about the rest', async () => {
    const app = await testCore();
    const loud: Printed[] = Array.from({ length: 80 }, (_, n) => ({
      paper: 'loud.example',
      guid: `loud-${n}`,
      title: `Bulletin ${n} of ${['rain', 'roads', 'rates', 'rivers'][n % 4]} ${n * 7}`,
      at: Date.now() - n * 60_000,
    }));
    await printed(app, [...loud, ...otherNews]);
    const id = (await idOf(app, 'owls')) as never;
    mustBeOk(await app.call('reading.record', { id, kind: 'opened' }));
    const early = mustBeOk(await app.call('feeds.reportCard', {}));
    expect(early.map(({ advice }) => advice)).not.toContain('unsubscribe');
    const db = new DatabaseSync(join(app.folder, 'library.db'));
    db.exec('UPDATE feed SET added_at = added_at - 15 * 86400000');
    db.close();
    const cards = mustBeOk(await app.call('feeds.reportCard', {}));
    expect(cards[0]).toMatchObject({ title: 'loud.example', articles: 80, opened: 0, advice: 'unsubscribe' });
    expect(cards[0]?.text).toBe('You opened 0 of 80. Unsubscribe, or cap it at 3 a day?');
    expect(cards.find(({ title }) => title === 'gazette.example')).toMatchObject({ opened: 1, advice: 'too-early' });
  });
});
