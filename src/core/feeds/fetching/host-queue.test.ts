import { beforeEach, describe, expect, test } from 'vitest';
import { type HostJob, HostQueue, type HostQueueOptions } from './host-queue.ts';
import { queueHostOf } from './host-state.ts';

interface Answer {
  readonly holdMs?: number;
}

let now = 1_000_000_000;
let alarms: { at: number; ring: () => void }[] = [];
let started: string[] = [];
let finish = new Map<string, (answer: Answer) => void>();

beforeEach(() => {
  now = 1_000_000_000;
  alarms = [];
  started = [];
  finish = new Map();
});

const settled = () => new Promise<void>((done) => setImmediate(done));

/** Lets time pass, ringing each alarm when it is due. */
async function pass(ms: number): Promise<void> {
  const end = now + ms;
  for (;;) {
    await settled();
    const next = alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    now = Math.max(now, next.at);
    alarms = alarms.filter((alarm) => alarm !== next);
    next.ring();
  }
  now = end;
}

function queueWith(options: Partial<HostQueueOptions<Answer>> = {}): HostQueue<Answer> {
  return new HostQueue<Answer>({
    clock: { now: () => now },
    alarm: (ms, ring) => {
      const alarm = { at: now + ms, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    random: () => 0,
    holdMs: (answer) => answer.holdMs,
    ...options,
  });
}

const job = (key: string, host: string, more: Partial<HostJob<Answer>> = {}): HostJob<Answer> => ({
  key,
  host,
  run: () => {
    started.push(key);
    return new Promise((resolve) => finish.set(key, resolve));
  },
  ...more,
});

async function answer(key: string, with_: Answer = {}): Promise<void> {
  finish.get(key)?.(with_);
  await settled();
}

describe('whose turn it is', () => {
  test('sixteen hosts are asked at once, the seventeenth when one has answered', async () => {
    const queue = queueWith();
    for (let host = 1; host <= 17; host++) void queue.enqueue(job(`k${host}`, `h${host}`));
    expect(started).toHaveLength(16);
    await answer('k3');
    expect(started).toHaveLength(17);
  });

  test('a host is never asked twice at once, and its next feed follows without a pause', async () => {
    const queue = queueWith();
    for (const key of ['a', 'b', 'c']) void queue.enqueue(job(key, 'one.example'));
    expect(started).toEqual(['a']);
    await answer('a');
    expect(started).toEqual(['a', 'b']);
    expect(alarms).toEqual([]);
  });

  test('the host with the longest queue goes first', async () => {
    const queue = queueWith({ atOnce: 1 });
    void queue.enqueue(job('first', 'x'));
    void queue.enqueue(job('short', 'short'));
    for (const key of ['l1', 'l2', 'l3']) void queue.enqueue(job(key, 'long'));
    await answer('first');
    expect(started).toEqual(['first', 'l1']);
  });

  test('pictures wait until no feed waits, at their own host too', async () => {
    const queue = queueWith({ atOnce: 1 });
    void queue.enqueue(job('first', 'x'));
    for (const key of ['p1', 'p2', 'p3']) void queue.enqueue(job(key, 'long', { priority: 'picture' }));
    void queue.enqueue(job('feed', 'long'));
    void queue.enqueue(job('other', 'other'));
    for (const key of ['first', 'feed', 'other', 'p1']) await answer(key);
    expect(started).toEqual(['first', 'feed', 'other', 'p1', 'p2']);
  });

  test('the same feed asked for twice is asked once, and both get the answer', async () => {
    const queue = queueWith();
    const both = [queue.enqueue(job('a', 'h')), queue.enqueue(job('a', 'h'))];
    expect(queue.size).toBe(1);
    await answer('a', { holdMs: 5 });
    expect(await Promise.all(both)).toEqual([
      { kind: 'ran', value: { holdMs: 5 } },
      { kind: 'ran', value: { holdMs: 5 } },
    ]);
    void queue.enqueue(job('a', 'h2'));
    expect(started).toEqual(['a', 'a']);
  });

  test('a job that fails by a bug frees its place', async () => {
    const queue = queueWith({ atOnce: 1 });
    const broken = queue.enqueue(job('a', 'h', { run: () => Promise.reject(new Error('bug')) }));
    await expect(broken).rejects.toThrow('bug');
    void queue.enqueue(job('b', 'h'));
    expect(started).toEqual(['b']);
  });
});

describe('a feed that is sent on to another host', () => {
  const sentOn = (key: string, from: string, to: string) => job(key, to, { alsoAsks: [from] });

  test('waits while either of the two is asked, and others wait for it', async () => {
    const queue = queueWith();
    void queue.enqueue(job('a', 'to'));
    void queue.enqueue(sentOn('b', 'from', 'to'));
    void queue.enqueue(job('c', 'from'));
    expect(started).toEqual(['a', 'c']);
    await answer('a');
    expect(started).toEqual(['a', 'c']);
    await answer('c');
    void queue.enqueue(job('d', 'from'));
    void queue.enqueue(job('e', 'to'));
    expect(started).toEqual(['a', 'c', 'b']);
    await answer('b');
    expect(started.slice(3).sort()).toEqual(['d', 'e']);
  });

  test('does not keep those behind it from a host that is free', async () => {
    const queue = queueWith();
    void queue.enqueue(job('a', 'from'));
    void queue.enqueue(sentOn('b', 'from', 'to'));
    void queue.enqueue(job('c', 'to'));
    expect(started).toEqual(['a', 'c']);
  });

  test('is held when either of the two asks for quiet, and only the one that asked is', async () => {
    const queue = queueWith({ heldHost: () => 'to' });
    void queue.enqueue(job('a', 'from'));
    const waiting = queue.enqueue(sentOn('b', 'from', 'to'));
    await answer('a', { holdMs: 600_000 });
    expect(await waiting).toEqual({ kind: 'held', until: now + 600_000 });
    expect(queue.heldUntil('from')).toBeUndefined();
    expect(await queue.enqueue(sentOn('c', 'to', 'elsewhere'))).toMatchObject({ kind: 'held' });
    void queue.enqueue(job('d', 'from'));
    expect(started).toEqual(['a', 'd']);
  });
});

describe('cancelling', () => {
  test('takes a waiting job out and leaves the rest', async () => {
    const queue = queueWith();
    const stop = new AbortController();
    void queue.enqueue(job('a', 'h'));
    const waiting = queue.enqueue(job('b', 'h', { signal: stop.signal }));
    void queue.enqueue(job('c', 'h'));
    stop.abort();
    expect(await waiting).toEqual({ kind: 'cancelled' });
    await answer('a');
    expect(started).toEqual(['a', 'c']);
    expect(await queue.enqueue(job('d', 'h', { signal: stop.signal }))).toEqual({ kind: 'cancelled' });
  });

  test('everything leaves nobody waiting', async () => {
    const queue = queueWith();
    void queue.enqueue(job('a', 'h'));
    const waiting = ['b', 'c'].map((key) => queue.enqueue(job(key, 'h')));
    queue.clear();
    expect(await Promise.all(waiting)).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
  });
});

describe('a host that asks for quiet', () => {
  const minute = 60_000;

  test('gets it for all its feeds: those waiting are told when to come back, each at a time of its own', async () => {
    const queue = queueWith();
    const [first, ...others] = ['a', 'b', 'c'].map((key) => queue.enqueue(job(key, 'h')));
    await answer('a', { holdMs: 10 * minute });
    expect(await first).toMatchObject({ kind: 'ran' });
    const until = now + 10 * minute;
    expect(await Promise.all(others)).toEqual([
      { kind: 'held', until },
      { kind: 'held', until: until + 2000 },
    ]);
    expect(queue.heldUntil('h')).toBe(until);
    expect(await queue.enqueue(job('d', 'h'))).toEqual({ kind: 'held', until: until + 4000 });
    expect(await queue.enqueue(job('b', 'h'))).toEqual({ kind: 'held', until });
    expect(started).toEqual(['a']);
  });

  test('does not hold up any other host', async () => {
    const queue = queueWith();
    void queue.enqueue(job('a', 'h'));
    await answer('a', { holdMs: 10 * minute });
    void queue.enqueue(job('b', 'other'));
    expect(started).toEqual(['a', 'b']);
  });

  test('for a moment only is waited for', async () => {
    const queue = queueWith();
    void queue.enqueue(job('a', 'h'));
    void queue.enqueue(job('b', 'h'));
    await answer('a', { holdMs: 5000 });
    await pass(4999);
    expect(started).toEqual(['a']);
    await pass(1);
    expect(started).toEqual(['a', 'b']);
  });

  test('is spaced from then on, further apart with each time, with jitter', async () => {
    const queue = queueWith({ random: () => 1 });
    void queue.enqueue(job('a', 'h'));
    await answer('a', { holdMs: 1000 });
    await pass(1_000_000);
    for (const key of ['b', 'c']) void queue.enqueue(job(key, 'h'));
    await answer('b');
    await pass(2499);
    expect(started).toEqual(['a', 'b']);
    await pass(1);
    expect(started).toEqual(['a', 'b', 'c']);
    await answer('c', { holdMs: 1000 });
    expect(queue.snapshot()).toMatchObject([{ host: 'h', offences: 2, spacingMs: 4000 }]);
  });

  test('is remembered over a restart', async () => {
    const states: unknown[] = [];
    const before = queueWith({ onHostState: (state) => states.push(state) });
    void before.enqueue(job('a', 'h'));
    await answer('a', { holdMs: 10 * minute });
    expect(states).toEqual(before.snapshot());
    const after = queueWith();
    after.restore(JSON.parse(JSON.stringify(before.snapshot())));
    expect(after.heldUntil('h')).toBe(now + 10 * minute);
    expect(await after.enqueue(job('b', 'h'))).toMatchObject({ kind: 'held' });
    await pass(10 * minute);
    void after.enqueue(job('c', 'h'));
    expect(started).toEqual(['a', 'c']);
  });

  test('years ahead, by a clock that was wrong, is left alone for a day at most', () => {
    const queue = queueWith();
    const state = { host: 'h', heldUntil: now * 3, spacingMs: 0, lastRequestAt: now * 3, offences: 1 };
    queue.restore([state]);
    expect(queue.heldUntil('h')).toBe(now + 24 * 60 * minute);
  });
});

describe('Reddit, which counts one feed a minute', () => {
  test('is asked once a minute from the start, under all its names', async () => {
    const host = queueHostOf(new URL('https://www.reddit.com/r/news/.rss'));
    expect(host).toBe(queueHostOf(new URL('https://old.reddit.com/.rss')));
    const queue = queueWith();
    const outcomes = ['a', 'b', 'c'].map((key) => queue.enqueue(job(key, host)));
    await answer('a');
    expect(await outcomes[1]).toEqual({ kind: 'held', until: now + 60_000 });
    expect(await outcomes[2]).toEqual({ kind: 'held', until: now + 120_000 });
    await pass(60_000);
    void queue.enqueue(job('b', host));
    expect(started).toEqual(['a', 'b']);
  });

  test('is no part of notreddit.com', () => {
    expect(queueHostOf(new URL('https://notreddit.com/'))).toBe('notreddit.com');
  });
});
