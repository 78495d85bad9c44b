import { describe, expect, test } from 'vitest';
import { intervalMs, isDue, mayCheckNow, nextPollAt, type PollFacts } from './poll-schedule.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 24, 8, 0, 0); // a Tuesday

const facts = (more: Partial<PollFacts> = {}): PollFacts => ({
  lastCheckedAt: now,
  failures: 0,
  articleTimes: [],
  isGone: false,
  ...more,
});
const every = (gapMs: number, count = 30) => Array.from({ length: count }, (_, index) => now - (index + 1) * gapMs);
const interval = (more: Partial<PollFacts>, pace: 'normal' | 'saving' = 'normal') =>
  intervalMs(facts(more), { now, pace });
const next = (more: Partial<PollFacts>, random = 0) =>
  nextPollAt(facts(more), { now, random: () => random, pace: 'normal' });

describe('how often a feed is asked', () => {
  test.each([
    ['a news wire, every 5 minutes', every(5 * minute), 15 * minute],
    ['one article every 2 hours', every(2 * hour), 30 * minute],
    ['one a day', every(day), 6 * hour],
    ['one a week', every(7 * day), day],
    ['silent for two months', every(day, 3).map((time) => time - 60 * day), day],
    ['nothing known yet', [], hour],
    [
      'twenty articles a month ago that were first seen in one minute',
      every(1000, 20).map((time) => time - 20 * day),
      6 * hour,
    ],
  ])('%s', (_what, articleTimes, expected) => {
    const found = interval({ articleTimes });
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1000);
  });

  test('articles dated in the future do not count', () => {
    expect(interval({ articleTimes: [now + 10 * day, now + 20 * day] })).toBe(day);
  });

  test.each([
    ['ttl of 90 minutes', { ttlMinutes: 90 }, 90 * minute],
    ['ttl of a week: five hours at most', { ttlMinutes: 10_080 }, 5 * hour],
    ['ttl of one minute: the history decides', { ttlMinutes: 1 }, 15 * minute],
    ['max-age of an hour', { cacheMaxAgeMs: hour }, hour],
    ['the longer of the two', { cacheMaxAgeMs: hour, ttlMinutes: 120 }, 2 * hour],
  ])('the publisher asks for a %s', (_what, wish, expected) => {
    expect(interval({ articleTimes: every(minute), ...wish })).toBe(expected);
  });

  test('a person’s own choice stands, but never under ten minutes', () => {
    expect(interval({ chosenIntervalMs: 20 * minute, ttlMinutes: 240 })).toBe(20 * minute);
    expect(interval({ chosenIntervalMs: minute })).toBe(10 * minute);
    expect(interval({ chosenIntervalMs: 7 * day })).toBe(7 * day);
  });

  test('on battery a third as often, a day at most', () => {
    expect(interval({ articleTimes: every(2 * hour) }, 'saving')).toBeCloseTo(90 * minute, -4);
    expect(interval({ articleTimes: every(day) }, 'saving')).toBe(18 * hour);
    expect(interval({ articleTimes: every(7 * day) }, 'saving')).toBe(day);
  });

  test('after failures less and less, a day at most', () => {
    const hours = [1, 2, 3, 4, 7, 8, 30].map((failures) => interval({ articleTimes: every(minute), failures }) / hour);
    expect(hours).toEqual([0.25, 0.5, 1, 2, 16, 24, 24]);
  });
});

describe('when a feed is asked next', () => {
  test('at once when it never was', () => {
    expect(nextPollAt({ failures: 0, articleTimes: [], isGone: false }, { now, random: () => 0, pace: 'normal' })).toBe(
      now,
    );
  });

  test('never again by itself after 410', () => expect(next({ isGone: true })).toBeUndefined());

  test('not before its host allows', () => expect(next({ hostHeldUntil: now + 3 * hour })).toBe(now + 3 * hour));

  test('a little later or sooner than its neighbours', () => {
    expect(next({}, 0)).toBe(now + hour);
    expect(next({}, 0.999)).toBeGreaterThan(now + hour + 5 * minute);
    expect(next({ failures: 3 }, 0.999)).toBeLessThan(now + 1.25 * hour);
  });

  test('counted from now when the last check lies in the future: the clock was set back', () => {
    expect(next({ lastCheckedAt: now + 3650 * day })).toBe(now + hour);
  });

  test('after the hours it skips, by UTC, five hours later at most', () => {
    expect(next({ skipHours: [9, 10] })).toBe(now + 3 * hour);
    expect(next({ skipHours: Array.from({ length: 24 }, (_, index) => index) })).toBe(now + 6 * hour);
    expect(next({ skipHours: [24], lastCheckedAt: now })).toBe(now + hour);
  });

  test('after the days it skips, five hours later at most', () => {
    expect(next({ skipDays: ['Tuesday'] })).toBe(now + 6 * hour);
    expect(next({ skipDays: ['tuesday'], chosenIntervalMs: 15 * hour })).toBe(now + 16 * hour);
    expect(next({ skipDays: ['Sunday', 'Caturday'] })).toBe(now + hour);
  });
});

describe('whether the time has come', () => {
  test('it has at the time, not before, and never for a feed that is gone', () => {
    expect(isDue({ nextAt: now }, now)).toBe(true);
    expect(isDue({ nextAt: now + 1 }, now)).toBe(false);
    expect(isDue({ nextAt: undefined }, now)).toBe(false);
  });

  test('a time years ahead was stored while the clock was wrong: it has come', () => {
    expect(isDue({ nextAt: now + 3650 * day }, now)).toBe(true);
  });

  test('after a check in the future it has come, too', () => {
    expect(isDue({ nextAt: now + 3 * day, lastCheckedAt: now + 2 * day }, now)).toBe(true);
  });

  test('a feed that is to be asked once a week waits for its week', () => {
    for (const failures of [0, 3]) {
      const facts = { lastCheckedAt: now, failures, articleTimes: [], isGone: false, chosenIntervalMs: 7 * day };
      const nextAt = nextPollAt(facts, { now, random: () => 0.999, pace: 'normal' });
      expect(isDue({ nextAt, lastCheckedAt: now }, now + minute)).toBe(false);
      expect(isDue({ nextAt, lastCheckedAt: now }, now + 9 * day)).toBe(true);
    }
  });
});

describe('a person’s wish to check now', () => {
  const wish = { host: 'press.example', isForced: false };

  test('is refused within ten minutes, saying how long ago it was', () => {
    const refused = mayCheckNow({ ...wish, lastCheckedAt: now - 3 * minute }, now);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'checked_recently', detail: { lastCheckedAt: now - 3 * minute } },
    });
    expect(!refused.ok && refused.error.message).toBe('Checked 3 minutes ago. Refresh anyway if you cannot wait.');
  });

  test('is granted after ten minutes, the first time, and when it is meant', () => {
    expect(mayCheckNow({ ...wish, lastCheckedAt: now - 10 * minute }, now).ok).toBe(true);
    expect(mayCheckNow(wish, now).ok).toBe(true);
    expect(mayCheckNow({ ...wish, isForced: true, lastCheckedAt: now }, now).ok).toBe(true);
    expect(mayCheckNow({ ...wish, lastCheckedAt: now + day }, now).ok).toBe(true);
  });

  test('never goes against what the host asked for', () => {
    const refused = mayCheckNow({ ...wish, isForced: true, hostHeldUntil: now + 4 * minute }, now);
    expect(refused).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    expect(!refused.ok && refused.error.message).toMatch(/press\.example is left alone for another 4 minutes/);
  });
});
