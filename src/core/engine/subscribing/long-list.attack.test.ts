/** A list of feeds that nobody has: it is taken in, and others are answered meanwhile. */
import { expect, it } from 'vitest';
import { mustBeOk, testCore } from '../../../testing/test-core.ts';

it('a flat list of 8,000 feeds keeps the writer from nobody, and is one step to undo', async () => {
  const app = await testCore();
  const outlines = Array.from({ length: 8_000 }, (_, n) => `<outline text="f${n}" xmlUrl="https://a.example/${n}"/>`);
  let isDone = false;
  const imported = app
    .call('opml.import', { text: `<opml><body>${outlines.join('')}</body></opml>`, refresh: false })
    .finally(() => {
      isDone = true;
    });
  let answered = 0;
  while (!isDone) {
    mustBeOk(await app.call('state.set', { key: 'attack', value: answered }));
    answered += 1;
  }
  const { added, operationId } = mustBeOk(await imported);
  expect(added).toBe(8_000);
  expect(answered).toBeGreaterThan(10);
  expect(operationId).not.toBeNull();
  mustBeOk(await app.call('operations.undo', {}));
  expect(mustBeOk(await app.call('feeds.list', {}))).toHaveLength(0);
});
