/** Reads the times in a response's headers, by the server's own clock where it gives one. */
import type { EpochMs } from '../../lib/clock.ts';
import type { Headers } from './exchange.ts';

/** What a host that says "too many requests" without a time is given. */
const defaultHoldMs = 600_000;

/** No host holds a feed longer than this, whatever it asks. */
const longestHoldMs = 24 * 3_600_000;

/**
 * How long the host asks us to stay away, ms; undefined when it does not ask. Retry-After in seconds or as a date
 * (RFC 9110 10.2.3), else the reset of a rate-limit header. 0, nonsense and a date that has passed count as missing;
 * a missing time with 429 is ten minutes.
 */
export function retryAfterMs(status: number, headers: Headers, now: EpochMs): number | undefined {
  const asked = delayMs(headers['retry-after'], headers, now) ?? rateLimitReset(status, headers);
  if (asked !== undefined) return Math.min(asked, longestHoldMs);
  return status === 429 ? defaultHoldMs : undefined;
}

function delayMs(raw: string | undefined, headers: Headers, now: EpochMs): number | undefined {
  if (raw === undefined) return undefined;
  const value = raw.trim();
  const ms = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - serverNow(headers, now);
  return ms > 0 ? ms : undefined;
}

function rateLimitReset(status: number, headers: Headers): number | undefined {
  if (status !== 429) return undefined;
  const seconds = Number.parseFloat(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? '');
  // Some send the time of day instead of a span: only a span makes sense here.
  return seconds > 0 && seconds <= 86_400 ? seconds * 1000 : undefined;
}

/**
 * How long the publisher says this answer stays fresh, ms, as given (poll-schedule.ts clamps it); undefined when it
 * does not say, or says that it never is. Cache-Control's max-age less Age, else Expires less Date (RFC 9111 4.2).
 */
export function cacheMaxAgeMs(headers: Headers, now: EpochMs): number | undefined {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/\b(?:no-store|no-cache)\b/.test(control)) return undefined;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) return positive((Number(maxAge) - (Number.parseInt(headers.age ?? '0', 10) || 0)) * 1000);
  const expires = Date.parse(headers.expires ?? '');
  return Number.isNaN(expires) ? undefined : positive(expires - serverNow(headers, now));
}

function positive(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}

/** The server's clock may be years off ours: its own Date is what its other dates are measured by. */
function serverNow(headers: Headers, now: EpochMs): EpochMs {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? now : date;
}
