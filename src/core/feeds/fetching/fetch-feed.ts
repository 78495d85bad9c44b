/** Fetches one feed politely: asks whether it has changed, and knows an unchanged body when it sees one. */
import { hash } from 'node:crypto';
import { fetchFailure } from '../diary/explain-failure.ts';
import { hostOf, parseAddress } from './address-guard.ts';
import { conditionalHeaders, type Validators, validatorsOf } from './conditional-get.ts';
import {
  type FailedResource,
  type FetchDeps,
  type FetchedResource,
  fetchResource,
  type ResourceRequest,
  type UnchangedResource,
} from './fetch-resource.ts';
import { cacheMaxAgeMs } from './response-headers.ts';

export interface FeedRequest extends Omit<ResourceRequest, 'headers'> {
  /** Kept from the last whole answer; sent while they can be trusted (conditional-get.ts). */
  readonly validators?: Validators;
  /** Of the last body that was read, as `contentHash` of its outcome. */
  readonly contentHash?: string;
  /** Asks for everything and compares with nothing: the feed as the parser sees it. */
  readonly unconditional?: boolean;
}

export interface FetchedFeed extends FetchedResource {
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly contentHash: string;
  readonly validators: Validators;
  /** What Cache-Control or Expires ask for, as given, ms. */
  readonly cacheMaxAgeMs?: number;
}

export interface UnchangedFeed extends UnchangedResource {
  /** 'said': the server answered 304. 'same_body': it sent the body we have. Nothing is to be parsed either way. */
  readonly unchanged: 'said' | 'same_body';
  /** To be kept in place of those that were sent. */
  readonly validators: Validators;
  readonly cacheMaxAgeMs?: number;
}

export type FetchOutcome = FetchedFeed | UnchangedFeed | FailedResource;

/** What feeds are served as, feeds first; some servers answer 406 to anything narrower. */
const acceptFeeds =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5';

/**
 * Fetches a feed. Never rejects; ends within the client's total limit. The content is not judged: a web page comes back
 * as `fetched`, for the parser to say what it is. An answer without a single byte is `empty_answer`.
 */
export async function fetchFeed(request: FeedRequest, deps: FetchDeps): Promise<FetchOutcome> {
  const now = deps.clock.now();
  const asked = request.unconditional === true ? {} : conditionalHeaders(request.validators, now);
  const outcome = await fetchResource({ ...request, accept: request.accept ?? acceptFeeds, headers: asked }, deps);
  if (outcome.kind === 'failed') return outcome;
  const maxAge = cacheMaxAgeMs(outcome.headers, now);
  const cache = maxAge === undefined ? {} : { cacheMaxAgeMs: maxAge };
  if (outcome.kind === 'not_modified') return notModified(request, outcome, cache);
  if (outcome.bytes.length === 0) return emptyAnswer(outcome);
  const validators = validatorsOf(outcome.headers, now);
  const contentHash = hash('sha256', outcome.bytes, 'hex');
  if (request.unconditional !== true && contentHash === request.contentHash) {
    const { bytes: _same, ...rest } = outcome;
    return { ...rest, ...cache, kind: 'not_modified', unchanged: 'same_body', validators };
  }
  return { ...outcome, ...cache, contentHash, validators };
}

function notModified(
  request: FeedRequest,
  outcome: UnchangedResource,
  cache: { readonly cacheMaxAgeMs?: number },
): UnchangedFeed | FailedResource {
  const { validators } = request;
  // Something of the feed must be here for "not modified" to mean anything; some servers say it to a first question.
  if (request.unconditional === true || (validators === undefined && request.contentHash === undefined)) {
    return failedAt(outcome, 'http_error');
  }
  return { ...outcome, ...cache, unchanged: 'said', validators: validators ?? { storedAt: 0 } };
}

function emptyAnswer(outcome: FetchedResource): FailedResource {
  return failedAt(outcome, 'empty_answer');
}

function failedAt(outcome: FetchedResource | UnchangedResource, code: 'http_error' | 'empty_answer'): FailedResource {
  const url = parseAddress(outcome.finalUrl);
  const facts = { url: outcome.finalUrl, status: outcome.status, ...(url === undefined ? {} : { host: hostOf(url) }) };
  return { kind: 'failed', error: fetchFailure(code, facts), status: outcome.status, headers: outcome.headers };
}
