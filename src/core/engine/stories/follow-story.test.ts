import { expect, test } from 'vitest';
import { harbourLevy, otherNews, printed } from '../../../testing/press.ts';
import { errorOf, mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const [courier, ledger, daily] = harbourLevy;

async function twoVoices(): Promise<{ app: TestCore; id: number }> {
  const app = await testCore();
  await printed(app, [...[courier, ledger].flatMap((told) => told ?? []), ...otherNews]);
  const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
  return { app, id: stories.find(({ publishers }) => publishers === 2)?.id ?? 0 };
}

const lead = async (app: TestCore) => mustBeOk(await app.call('edition.get', {})).lead;

test('a followed story is marked on Today with what came since the last visit, until it is no longer followed', async () => {
  const { app, id } = await twoVoices();
  expect(await lead(app)).toMatchObject({ story: { id }, followed: false, addedSinceVisit: 0 });
  mustBeOk(await app.call('stories.follow', { id, followed: true }));
  expect(mustBeOk(await app.call('stories.get', { id })).followed).toBe(true);
  expect(await lead(app)).toMatchObject({ followed: true, addedSinceVisit: 0 });
  const { arrival } = mustBeOk(await app.call('edition.get', {}));
  mustBeOk(await app.call('edition.visited', { arrival }));
  await printed(app, [daily ?? { paper: '', guid: '', title: '' }]);
  expect(await lead(app)).toMatchObject({ story: { id, publishers: 3 }, followed: true, addedSinceVisit: 1 });
  expect(mustBeOk(await app.call('edition.get', {})).sums.moved).toBe(1);
  mustBeOk(await app.call('stories.follow', { id, followed: false }));
  expect(await lead(app)).toMatchObject({ followed: false, addedSinceVisit: 0 });
});

test('following is undone like anything else, and following twice is once', async () => {
  const { app, id } = await twoVoices();
  const { operationId } = mustBeOk(await app.call('stories.follow', { id, followed: true }));
  expect(mustBeOk(await app.call('stories.follow', { id, followed: true })).operationId).toBeNull();
  mustBeOk(await app.call('operations.undo', { id: operationId as never }));
  expect((await lead(app))?.followed).toBe(false);
  expect(errorOf(await app.call('stories.follow', { id: 7, followed: true }))).toBe('not_found');
});
