import { describe, expect, test } from 'vitest';
import { cacheMaxAgeMs, retryAfterMs } from './response-headers.ts';

const now = Date.UTC(2026, 10, 24, 8, 0, 0);
const at = (ms: number) => new Date(ms).toUTCString();

describe('how long a host asks us to stay away', () => {
  test.each([
    [429, { 'retry-after': '120' }, 120_000],
    [503, { 'retry-after': ' 60 ' }, 60_000],
    [503, { 'retry-after': at(now + 300_000) }, 300_000],
    [429, {}, 600_000],
    [429, { 'retry-after': '0' }, 600_000],
    [429, { 'retry-after': 'soon' }, 600_000],
    [429, { 'retry-after': at(now - 5000) }, 600_000],
    [429, { 'x-ratelimit-reset': '45' }, 45_000],
    [429, { 'x-ratelimit-reset': '1795500000' }, 600_000],
    [429, { 'retry-after': '31536000' }, 86_400_000],
    [503, {}, undefined],
    [503, { 'retry-after': '0' }, undefined],
  ])('%i with %j is %s ms', (status, headers, expected) => expect(retryAfterMs(status, headers, now)).toBe(expected));

  test('a date is measured by the clock of the host that wrote it', () => {
    const tenYearsAgo = now - 3650 * 86_400_000;
    const headers = { date: at(tenYearsAgo), 'retry-after': at(tenYearsAgo + 90_000) };
    expect(retryAfterMs(503, headers, now)).toBe(90_000);
  });
});

describe('how long an answer stays fresh', () => {
  test.each([
    [{ 'cache-control': 'public, max-age=1800' }, 1_800_000],
    [{ 'cache-control': 'Max-Age="60"' }, 60_000],
    [{ 'cache-control': 'max-age=600', age: '100' }, 500_000],
    [{ 'cache-control': 'max-age=600', age: '900' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=600' }, undefined],
    [{ 'cache-control': 'max-age=0' }, undefined],
    [{ expires: at(now + 60_000) }, 60_000],
    [{ expires: at(now + 60_000), date: at(now - 60_000) }, 120_000],
    [{ expires: '0' }, undefined],
    [{ 'cache-control': 'max-age=60', expires: at(now + 900_000) }, 60_000],
    [{}, undefined],
  ])('%j is %s ms', (headers, expected) => expect(cacheMaxAgeMs(headers, now)).toBe(expected));
});
