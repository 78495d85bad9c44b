import { describe, expect, it, onTestFinished } from 'vitest';
import { errorOf, mustBeOk } from '../../../testing/test-core.ts';
import type { Log } from '../../lib/log.ts';
import { WorkerPool } from './worker-pool.ts';

/** A worker that answers, but for one call that ends it, as want of memory does. */
const program = `
import { parentPort } from 'node:worker_threads';
parentPort.postMessage({ ready: { ok: true, value: null } });
parentPort.on('message', ({ id, name, close }) => {
  if (name === 'die') process.exit(1);
  if (name === 'throw') throw new TypeError('no such thing');
  if (name === 'fail') {
    const error = { code: 'internal', message: '', detail: { name, stack: 'TypeError: no such thing' } };
    return parentPort.postMessage({ id, result: { ok: false, error }, ms: 0 });
  }
  if (close) parentPort.close();
  else parentPort.postMessage({ id, result: { ok: true, value: name }, ms: 0 });
});`;

async function poolAt(time: { now: number }, log?: Log): Promise<WorkerPool> {
  const pool = mustBeOk(
    await WorkerPool.start({
      kind: 'task',
      file: new URL(`data:text/javascript,${encodeURIComponent(program)}`),
      size: 1,
      data: { libraryFolder: '' },
      clock: { now: () => time.now },
      onSlow: () => {},
      ...(log && { log }),
    }),
  );
  onTestFinished(() => pool.close());
  return pool;
}

describe('a worker that is lost in the middle of a call', () => {
  it('fails that call alone, and takes the next one', async () => {
    const pool = await poolAt({ now: 0 });
    expect(errorOf(await pool.call('die', {}))).toBe('worker_lost');
    expect(await pool.call('live', {})).toEqual({ ok: true, value: 'live' });
  });

  it('is replaced however often that happens, if it happens now and then', async () => {
    const time = { now: 0 };
    const pool = await poolAt(time);
    for (let day = 1; day <= 12; day += 1) {
      time.now = day * 86_400_000;
      expect(errorOf(await pool.call('die', {}))).toBe('worker_lost');
      expect(await pool.call('live', {})).toEqual({ ok: true, value: 'live' });
    }
  });

  it('is left alone for a minute when it happens again and again, and then tried anew', async () => {
    const time = { now: 0 };
    const pool = await poolAt(time);
    for (let loss = 1; loss <= 5; loss += 1) expect(errorOf(await pool.call('die', {}))).toBe('worker_lost');
    expect(errorOf(await pool.call('live', {}))).toBe('worker_lost');
    time.now += 61_000;
    expect(await pool.call('live', {})).toEqual({ ok: true, value: 'live' });
  });
});

describe('the log', () => {
  it('hears of a worker that is lost, with what, and of an error that nobody in its thread caught', async () => {
    const heard: unknown[] = [];
    const pool = await poolAt({ now: 0 }, (message, facts) => heard.push([message, facts]));
    await pool.call('throw', {});
    expect(heard).toEqual([
      ['worker crashed', { kind: 'task', error: expect.stringMatching(/^TypeError: no such thing\n +at /) }],
      ['worker lost', { kind: 'task', isHeld: false, calls: ['throw'] }],
    ]);
  });

  it('hears of a call that failed by a bug, with the stack', async () => {
    const heard: unknown[] = [];
    const pool = await poolAt({ now: 0 }, (message, facts) => heard.push([message, facts]));
    await pool.call('fail', {});
    expect(heard).toEqual([['call failed', { kind: 'task', name: 'fail', stack: 'TypeError: no such thing' }]]);
  });
});
