/** Finds the cause of a request that brought no answer. */
import type { Failure } from '../../../contract/errors.ts';
import { hostOf, portOf, privateAddress } from '../fetching/address-guard.ts';
import type { Broken } from '../fetching/exchange.ts';
import { fetchFailure } from './explain-failure.ts';
import type { FailureFacts } from './failure-facts.ts';

export interface BrokenFacts {
  readonly url: URL;
  readonly limitMs: number;
  readonly connectLimitMs: number;
  readonly limitBytes: number;
}

export function classifyBroken(broken: Broken, facts: BrokenFacts): Failure {
  const where = { url: facts.url.href, host: hostOf(facts.url) };
  if (broken.cause === 'cancelled') return fetchFailure('cancelled', where);
  if (broken.cause === 'too_large') return fetchFailure('too_large', { ...where, limitBytes: facts.limitBytes });
  if (broken.cause === 'timeout')
    return fetchFailure('timeout', { ...where, phase: broken.phase, limitMs: facts.limitMs });
  const error = firstOf(broken.error);
  const code = codeOf(error);
  if (code === 'PRIVATE_ADDRESS' || code === 'ERR_IP_BLOCKED') return privateAddress(facts.url);
  if (code === 'ERR_INVALID_ARG_VALUE' || code === 'UND_ERR_INVALID_ARG') return invalidRequest(error, where);
  if (isConnectTimeout(code)) {
    return fetchFailure('timeout', { ...where, phase: 'connect', limitMs: facts.connectLimitMs });
  }
  const certificate = certificateReason(code);
  if (certificate !== undefined) return fetchFailure('tls_failed', { ...where, cause: code, reason: certificate });
  if (broken.phase === 'body') return fetchFailure('truncated', { ...where, cause: code });
  if (broken.wasReset) return fetchFailure('connection_reset', { ...where, cause: code });
  if (broken.phase === 'header') return fetchFailure('http_error', { ...where, reason: 'not_http', cause: code });
  return connectionFailure(code, where, facts);
}

function connectionFailure(code: string, where: FailureFacts, facts: BrokenFacts): Failure {
  if (code === 'ENOTFOUND' || code === 'ENODATA') return fetchFailure('dns_failed', { ...where, cause: code });
  if (code.startsWith('EAI_')) return fetchFailure('dns_failed', { ...where, cause: code, temporary: true });
  const reason = unreachableCodes.has(code) ? 'unreachable' : 'refused';
  return fetchFailure('connection_failed', { ...where, port: portOf(facts.url), reason, cause: code });
}

const unreachableCodes = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']);

function isConnectTimeout(code: string): boolean {
  return code === 'CONNECT_TIMEOUT' || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT';
}

/** A request that undici will not send: a login with a line break in it, or a proxy that wants a login of its own. */
function invalidRequest(error: Error | undefined, where: FailureFacts): Failure {
  if (error?.message.includes('Proxy') === true)
    return fetchFailure('connection_failed', { ...where, reason: 'proxy' });
  return fetchFailure('bad_address', { ...where, cause: error?.message ?? '' });
}

/** Several addresses tried make one AggregateError: the first cause stands for all. */
function firstOf(error: Error | undefined): Error | undefined {
  if (!(error instanceof AggregateError)) return error;
  const [first] = error.errors;
  return first instanceof Error ? first : error;
}

function codeOf(error: Error | undefined): string {
  if (error === undefined) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'UND_ERR_ABORTED' && error.message.startsWith('Proxy')) return 'UND_ERR_INVALID_ARG';
  return code === '' ? error.name : code;
}

const certificateReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong_host',
  HOSTNAME_MISMATCH: 'wrong_host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  CERT_REVOKED: 'untrusted',
  EPROTO: 'handshake',
};

function certificateReason(code: string): string | undefined {
  const known = certificateReasons[code];
  if (known !== undefined) return known;
  return code.startsWith('ERR_SSL_') || code.startsWith('CERT_') ? 'handshake' : undefined;
}
