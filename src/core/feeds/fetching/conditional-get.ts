/** Asks "has it changed?" instead of "what is it?". Some servers answer "no" for ever, so now and then we ask in full. */
import type { EpochMs } from '../../lib/clock.ts';
import type { Headers } from './exchange.ts';

export interface Validators {
  /** As given, quotes and all. */
  readonly etag?: string;
  /** As given: it is sent back to the letter, so that a clock that is years off does no harm. */
  readonly lastModified?: string;
  /** When the body they belong to came. A "not modified" does not renew it. */
  readonly storedAt: EpochMs;
}

/** After this the feed is fetched in full once: an ETag that never changes hides a changed feed for no longer. */
const longestTrustMs = 8 * 24 * 3_600_000;

/** A little of the future is clock drift; more means that the computer's clock was wrong, and nothing can be said. */
const driftMs = 24 * 3_600_000;

/** If-None-Match and If-Modified-Since, or nothing when there are no validators to be trusted. */
export function conditionalHeaders(validators: Validators | undefined, now: EpochMs): Headers {
  if (validators === undefined) return {};
  const ageMs = now - validators.storedAt;
  if (ageMs > longestTrustMs || ageMs < -driftMs) return {};
  return {
    ...(validators.etag === undefined ? {} : { 'if-none-match': validators.etag }),
    ...(validators.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
  };
}

/** The validators to keep after a whole answer. */
export function validatorsOf(headers: Headers, storedAt: EpochMs): Validators {
  const etag = headers.etag;
  const lastModified = headers['last-modified'];
  return {
    ...(etag === undefined || etag === '' ? {} : { etag }),
    ...(lastModified === undefined || lastModified === '' ? {} : { lastModified }),
    storedAt,
  };
}
