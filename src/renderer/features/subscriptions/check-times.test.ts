import { describe, expect, test } from 'vitest';
import { lastCheck, nextCheck } from './check-times.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-11-24T10:30:00');

describe('the last check', () => {
  test.each([
    ['2026-11-24T08:12:00', '08:12'],
    ['2026-11-23T23:59:00', 'Yesterday'],
    ['2026-11-21T08:00:00', '3 days ago'],
    ['2026-11-12T08:00:00', '12 Nov'],
  ])('at %s is worded %s', (when, words) => expect(lastCheck(at(when), now)).toBe(words));
  test('that never was is worded as not yet made', () => expect(lastCheck(null, now)).toBe('Not yet'));
});

describe('the next check', () => {
  const next = (when: string, about: { byHand?: boolean; health?: 'ok' | 'paused' } = {}) =>
    nextCheck(
      { health: about.health ?? 'ok', nextCheckAt: at(when), trouble: null },
      { now, byHand: about.byHand ?? false },
    );
  test.each([
    ['2026-11-24T10:30:20', 'Now'],
    ['2026-11-24T10:48:00', 'In 18 min'],
    ['2026-11-24T11:29:50', 'In 1 hour'],
    ['2026-11-24T11:31:00', 'In 1 hour'],
    ['2026-11-24T12:40:00', 'In 2 hours'],
    ['2026-11-25T08:00:00', 'Tomorrow 08:00'],
    ['2026-12-03T08:00:00', '3 Dec'],
  ])('at %s is worded %s', (when, words) => expect(next(when)).toBe(words));
  test('late in the evening is still counted in hours past midnight', () => {
    const late = at('2026-11-24T23:30:00');
    const nextCheckAt = at('2026-11-25T00:40:00');
    expect(nextCheck({ health: 'ok', nextCheckAt, trouble: null }, { now: late, byHand: false })).toBe('In 1 hour');
  });
  test('of a paused feed never comes', () => expect(next('2026-11-24T10:48:00', { health: 'paused' })).toBe('Never'));
  test('waits for the reader where all checks are made by hand', () =>
    expect(next('2026-11-24T10:48:00', { byHand: true })).toBe('By hand'));
  test('of a feed that was given up never comes', () =>
    expect(nextCheck({ health: 'error', nextCheckAt: null, trouble: 'Gone.' }, { now, byHand: false })).toBe('Never'));
});
