import { expect, it } from 'vitest';
import { ok } from '../../../contract/errors.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import type { WritableDb } from '../../store/handles.ts';
import { getFact, setFact } from '../../store/settings.ts';
import { StepRunner } from './step-runner.ts';

function* counting(db: WritableDb, key: string, steps: number) {
  for (let n = 1; n <= steps; n += 1) {
    setFact(db, key, String(n));
    yield undefined;
  }
  return ok(key);
}

it('commands that come together are written together, and each gets its answer', async () => {
  const { db } = temporaryLibrary();
  const runner = new StepRunner(db);
  const answers = await Promise.all([
    runner.run(() => counting(db, 'a', 5)),
    runner.run(() => ok(setFact(db, 'b', 'done'))),
    runner.run(() => counting(db, 'c', 2)),
  ]);
  expect(answers).toEqual([ok('a'), ok(undefined), ok('c')]);
  expect(['a', 'b', 'c'].map((key) => getFact(db, key))).toEqual(['5', 'done', '2']);
});

it('a short command does not wait for a long one to end', async () => {
  const { db } = temporaryLibrary();
  const runner = new StepRunner(db);
  let longEnded = false;
  const long = runner.run(() => counting(db, 'long', 5_000)).then(() => (longEnded = true));
  await runner.run(() => ok(setFact(db, 'short', 'done')));
  expect(longEnded).toBe(false);
  await long;
});

it('a command that throws undoes its own step and nothing else', async () => {
  const { db } = temporaryLibrary();
  const runner = new StepRunner(db);
  const [good, bad, alsoGood] = await Promise.allSettled([
    runner.run(() => ok(setFact(db, 'before', 'kept'))),
    runner.run(() => {
      setFact(db, 'half', 'gone');
      throw new Error('a bug');
    }),
    runner.run(() => ok(setFact(db, 'after', 'kept'))),
  ]);
  expect([good?.status, bad?.status, alsoGood?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(['before', 'half', 'after'].map((key) => getFact(db, key))).toEqual(['kept', undefined, 'kept']);
});

it('what was asked for before the end is written, and a command without end is let go', async () => {
  const { db } = temporaryLibrary();
  const runner = new StepRunner(db);
  const last = runner.run(() => ok(setFact(db, 'last', 'kept')));
  const endless = runner.run(() => counting(db, 'endless', Number.POSITIVE_INFINITY));
  await runner.end();
  expect(await last).toEqual(ok(undefined));
  expect(await endless).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(getFact(db, 'last')).toBe('kept');
});

it('a file that was closed meanwhile turns every command down', async () => {
  const { db } = temporaryLibrary();
  const runner = new StepRunner(db);
  const answers = [runner.run(() => ok(1)), runner.run(() => ok(2))];
  db.close();
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
