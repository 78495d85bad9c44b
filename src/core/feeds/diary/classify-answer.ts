/** Finds the cause in an answer that is not a success: by its status, its headers, and the beginning of its body. */
import type { Failure } from '../../../contract/errors.ts';
import { hostOf } from '../fetching/address-guard.ts';
import type { Headers } from '../fetching/exchange.ts';
import { fetchFailure } from './explain-failure.ts';
import type { FetchErrorCode } from './failure-facts.ts';

/** A wall stands before the whole host, and every further request makes it higher: the host's other feeds wait, too. */
export const challengeHoldMs = 30 * 60_000;

export interface RefusedAnswer {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  /** The beginning of the body, unpacked where that was possible. */
  readonly bodyStart: Buffer;
  readonly retryAfterMs?: number;
}

export function classifyAnswer(answer: RefusedAnswer): Failure {
  const facts = { url: answer.url.href, host: hostOf(answer.url), status: answer.status };
  const wall = challengeIn(answer.headers, answer.bodyStart);
  if (wall !== undefined && answer.status >= 400) return fetchFailure('challenged', { ...facts, challengedBy: wall });
  if (answer.retryAfterMs !== undefined && (answer.status === 429 || answer.status === 503)) {
    return fetchFailure('rate_limited', { ...facts, retryAfterMs: answer.retryAfterMs });
  }
  if (answer.status === 403 && answer.headers['www-authenticate'] !== undefined)
    return fetchFailure('needs_login', facts);
  if (answer.status === 407) return fetchFailure('connection_failed', { ...facts, reason: 'proxy' });
  return fetchFailure(codeByStatus[answer.status] ?? (answer.status >= 500 ? 'server_error' : 'http_error'), facts);
}

const codeByStatus: Readonly<Record<number, FetchErrorCode>> = {
  204: 'empty_answer',
  205: 'empty_answer',
  401: 'needs_login',
  403: 'forbidden',
  404: 'feed_not_found',
  410: 'feed_gone',
  451: 'forbidden',
};

/**
 * The name of the wall that wants to see a browser, or undefined. Headers first, since they are meant for this;
 * then marks that the walls' own pages carry.
 */
export function challengeIn(headers: Headers, bodyStart: Buffer): string | undefined {
  if (headers['cf-mitigated'] === 'challenge') return 'Cloudflare';
  if (headers['x-datadome'] !== undefined || headers['x-dd-b'] !== undefined) return 'DataDome';
  if (/challenge|captcha/.test(headers['x-amzn-waf-action'] ?? '')) return 'AWS';
  if (headers['x-sucuri-block'] !== undefined) return 'Sucuri';
  if (!/html/.test(headers['content-type'] ?? '')) return undefined;
  const page = bodyStart.toString('latin1', 0, 16_384);
  return pageMarks.find(([, mark]) => mark.test(page))?.[0];
}

const pageMarks: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Cloudflare', /<title>Just a moment\.\.\.<\/title>|cf-browser-verification|_cf_chl_opt/],
  ['Anubis', /id="anubis_challenge"|\.within\.website\/x\/cmd\/anubis/],
  ['DDoS-Guard', /<title>DDoS-Guard<\/title>/i],
  ['Imperva', /_Incapsula_Resource/],
  ['PerimeterX', /px-captcha/],
];
