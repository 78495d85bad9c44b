import { expect, test } from 'vitest';
import { harbourLevy, otherNews, type Printed, printed } from '../../../testing/press.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const hourMs = 3_600_000;

/** A second story, told by three, an hour before the first. */
const bridge: readonly Printed[] = ['gazette.example', 'review.example', 'record.example'].map((paper, at) => ({
  paper,
  guid: `bridge-${at}`,
  title:
    ['Station Bridge in Ferrant closed', 'Ferrant closes its Station Bridge', 'Cracks close Station Bridge, Ferrant'][
      at
    ] ?? '',
  text: 'Station Bridge in Ferrant was closed to all traffic on Sunday after engineers found cracks in two bearings of the span.',
  at: Date.now() - 2 * hourMs,
}));

const page = async (app: TestCore) => mustBeOk(await app.call('edition.get', {}));
const told = async (app: TestCore, id: number) => mustBeOk(await app.call('stories.get', { id }));

async function press(options: Parameters<typeof testCore>[0] = {}) {
  const app = await testCore(options);
  await printed(app, [...harbourLevy, ...bridge, ...otherNews]);
  return app;
}

test('a lead that was read makes room for the next story, and keeps its own headline at the end of the top stories', async () => {
  const app = await press();
  const before = await page(app);
  const next = before.top.find(({ story }) => story !== null);
  const id = before.lead?.article.id as never;
  mustBeOk(await app.call('reading.record', { id, kind: 'opened' }));
  mustBeOk(await app.call('articles.mark', { ids: [id], set: { read: true } }));
  const after = await page(app);
  expect(after.lead?.article.id).toBe(next?.article.id);
  expect(after.leadCoverage.map(({ storyId }) => storyId)).toEqual(after.leadCoverage.map(() => after.lead?.story?.id));
  expect(after.top.at(-1)).toMatchObject({ article: { id }, hasLed: true, readAt: expect.any(Number) });
  expect(after.top.slice(0, -1).every(({ hasLed }) => !hasLed)).toBe(true);
});

test('a story has one headline: on Today, on its page and among the stories, whatever was read of it', async () => {
  const app = await press();
  const { lead } = await page(app);
  const id = lead?.story?.id ?? 0;
  const headline = lead?.article.id;
  const board = await told(app, id);
  expect(board.lead.id).toBe(headline);
  mustBeOk(
    await app.call('articles.mark', { ids: board.rows.slice(1).map(({ article }) => article.id), set: { read: true } }),
  );
  expect((await told(app, id)).lead.id).toBe(headline);
  const { stories } = mustBeOk(await app.call('stories.list', {}));
  expect(stories.find((story) => story.id === id)?.lead).toBe(headline);
});

test('Today and the page of a story count the reader’s sources alike', async () => {
  const app = await press();
  const { lead, activePublishers } = await page(app);
  const board = await told(app, lead?.story?.id ?? 0);
  expect(board.outOf).toBe(activePublishers);
  expect(board.covering).toBe(lead?.story?.publishers);
});

test('a better article that joins a story does not rename it before the next edition', async () => {
  let now = Date.now();
  const app = await press({ clock: { now: () => now } });
  const { lead } = await page(app);
  const id = lead?.story?.id ?? 0;
  await expect.poll(async () => (await told(app, id)).lead.id).toBe(lead?.article.id);
  await printed(
    app,
    [0, 1, 2].map((n) => ({
      paper: `late${n}.example`,
      guid: `late-${n}`,
      title: 'Eleven ports agree to a harbour levy for sea walls',
      text: `${harbourLevy[0]?.text} ${n}`,
      at: now - 60_000,
    })),
  );
  expect((await page(app)).lead?.article.id).toBe(lead?.article.id);
  expect((await told(app, id)).lead.id).toBe(lead?.article.id);
  now += 13 * hourMs;
  const later = await page(app);
  const again = [later.lead, ...later.top].find((row) => row?.story?.id === id);
  await expect.poll(async () => (await told(app, id)).lead.id).toBe(again?.article.id);
});
