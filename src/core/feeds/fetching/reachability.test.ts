import { describe, expect, test } from 'vitest';
import { type Contact, everythingReachable, noteContact, seemsOffline } from './reachability.ts';

const lost = (host: string, more: Partial<Contact> = {}): Contact => ({
  host,
  code: 'dns_failed',
  wasReachable: true,
  ...more,
});
const offlineAfter = (...contacts: readonly Contact[]) =>
  seemsOffline(contacts.reduce(noteContact, everythingReachable));

describe('a computer without a network', () => {
  test('is one whose hosts, good a moment ago, are all lost: three in a row', () => {
    expect(offlineAfter(lost('a'), lost('b'), lost('c', { code: 'connection_failed', reason: 'unreachable' }))).toBe(
      true,
    );
    expect(offlineAfter(lost('a'), lost('b'))).toBe(false);
  });

  test('is not one with a single dead host, however often it is asked', () => {
    expect(offlineAfter(lost('a'), lost('a'), lost('a'), lost('a'))).toBe(false);
  });

  test('is not one whose list has many hosts that were dead before', () => {
    expect(offlineAfter(...['a', 'b', 'c', 'd'].map((host) => lost(host, { wasReachable: false })))).toBe(false);
  });

  test('is not one where anything answers, be it an error or a refusal', () => {
    expect(offlineAfter(lost('a'), lost('b'), { host: 'x', wasReachable: true }, lost('c'))).toBe(false);
    expect(offlineAfter(lost('a'), lost('b'), { host: 'x', code: 'server_error', wasReachable: true }, lost('c'))).toBe(
      false,
    );
    const refusal: Contact = { host: 'x', code: 'connection_failed', reason: 'refused', wasReachable: true };
    expect(offlineAfter(lost('a'), lost('b'), refusal, lost('c'))).toBe(false);
  });

  test('is not told by a broken connection whose reason is unknown', () => {
    expect(offlineAfter(lost('a'), lost('b'), lost('c', { code: 'connection_failed' }))).toBe(false);
    expect(offlineAfter(lost('a'), lost('b'), lost('x', { code: 'connection_failed' }), lost('c'))).toBe(true);
  });

  test('is still one when the fourth request timed out or was cancelled', () => {
    const silent: readonly Contact[] = [lost('x', { code: 'timeout' }), lost('y', { code: 'cancelled' })];
    expect(offlineAfter(lost('a'), lost('b'), lost('c'), ...silent)).toBe(true);
  });
});
