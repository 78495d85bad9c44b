import { describe, expect, it, onTestFinished } from 'vitest';
import { errorOf, mustBeOk } from '../../../testing/test-core.ts';
import { WorkerPool } from './worker-pool.ts';

/** A worker that is at 'forever' without end, as an expression that backtracks is; everything else it answers. */
const program = `
import { parentPort } from 'node:worker_threads';
parentPort.postMessage({ ready: { ok: true, value: null } });
parentPort.on('message', ({ id, name, close, areYouThere }) => {
  if (close) parentPort.close();
  else if (areYouThere) parentPort.postMessage({ here: true });
  else if (name === 'forever') for (;;);
  else if (name === 'die') process.exit(1);
  else if (name === 'wait') setTimeout(() => parentPort.postMessage({ id, result: { ok: true, value: name }, ms: 0 }), 900);
  else if (name === 'never') return;
  else parentPort.postMessage({ id, result: { ok: true, value: name }, ms: 0 });
});`;

async function poolOf({ size = 1, patienceMs = 300, limitMs = 60_000 } = {}): Promise<WorkerPool> {
  const pool = mustBeOk(
    await WorkerPool.start({
      kind: 'task',
      file: new URL(`data:text/javascript,${encodeURIComponent(program)}`),
      size,
      data: { libraryFolder: '' },
      clock: { now: () => Date.now() },
      onSlow: () => {},
      patienceMs,
      limitMs: () => limitMs,
    }),
  );
  onTestFinished(() => pool.close());
  return pool;
}

describe('a call that holds its worker without end', () => {
  it('fails in time, and the next one is answered', async () => {
    const pool = await poolOf();
    expect(errorOf(await pool.call('forever', {}))).toBe('took_too_long');
    expect(await pool.call('live', {})).toEqual({ ok: true, value: 'live' });
  });

  it('does not take down what was under way beside it', async () => {
    const pool = await poolOf();
    const answers = await Promise.all(['wait', 'live', 'forever', 'live', 'wait'].map((name) => pool.call(name, {})));
    expect(answers.map(errorOf)).toEqual(['ok', 'ok', 'took_too_long', 'ok', 'ok']);
  });

  it('is told apart from one that ends its worker beside others', async () => {
    const pool = await poolOf();
    const answers = await Promise.all(['wait', 'die', 'wait'].map((name) => pool.call(name, {})));
    expect(answers.map(errorOf)).toEqual(['ok', 'worker_lost', 'ok']);
  });

  it('does not keep the pool from closing', async () => {
    const pool = await poolOf({ patienceMs: 60_000 });
    const call = pool.call('forever', {});
    await pool.close();
    expect(errorOf(await call)).toBe('cancelled');
  });

  it('is let go of when it is called off', async () => {
    const pool = await poolOf({ patienceMs: 60_000 });
    const round = new AbortController();
    const call = pool.call('forever', {}, { signal: round.signal });
    round.abort();
    expect(errorOf(await call)).toBe('cancelled');
  });
});

it('a call that waits without end fails in time, and its worker stays', async () => {
  const pool = await poolOf({ limitMs: 200 });
  expect(errorOf(await pool.call('never', {}))).toBe('took_too_long');
  expect(await pool.call('live', {})).toEqual({ ok: true, value: 'live' });
});
