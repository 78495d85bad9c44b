/** One feed in a task worker: fetched, parsed, prepared. What comes out is written by the writer as it stands. */
import { serialize } from 'node:v8';
import { ok, type Result } from '../../../contract/errors.ts';
import { challengeHoldMs } from '../../feeds/diary/classify-answer.ts';
import { webPageFailure } from '../../feeds/diary/web-page-failure.ts';
import { answeringHost } from '../../feeds/fetching/asked-hosts.ts';
import type { Validators } from '../../feeds/fetching/conditional-get.ts';
import { type FetchedFeed, type FetchOutcome, fetchFeed, type UnchangedFeed } from '../../feeds/fetching/fetch-feed.ts';
import { queueHostNamed, queueHostOf } from '../../feeds/fetching/host-state.ts';
import { noteMove } from '../../feeds/fetching/permanent-move.ts';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import type { ParsedFeed } from '../../feeds/parsing/parsed-feed.ts';
import { bareAddress, splitLogin } from '../../lib/logins.ts';
import type { PrivacyRules } from '../../reading/privacy-rules.ts';
import type { FetchFacts } from '../../store/feeds/feed-states.ts';
import type { FetchResult } from '../../store/feeds/fetch-results.ts';
import type { TaskContext } from '../task-context.ts';
import { WithTransfer } from '../workers/serve.ts';
import { prepareFeed } from './prepare-feed.ts';
import { readHostAndPort } from './private-hosts.ts';

export interface FetchTaskInput {
  readonly facts: FetchFacts;
  readonly unconditional: boolean;
  readonly privacy: PrivacyRules;
}

export interface FetchTaskOutput {
  /** Everything of the diary line and the state but when the next turn is: the writer knows the feed's rhythm. */
  readonly result: Omit<FetchResult, 'nextCheckAt' | 'stopped'>;
  /** How long the host asks to be left alone, ms. */
  readonly retryAfterMs: number | null;
  /** Which host asks it: after a redirect not the address's own. */
  readonly heldHost: string | null;
  readonly cacheMaxAgeMs: number | null;
  /** Why the connection failed, where that is known: tells a lost network from a host in trouble. */
  readonly reason?: string;
  readonly articles?: Uint8Array<ArrayBuffer>;
}

export async function fetchFeedTask(context: TaskContext, input: FetchTaskInput): Promise<Result<unknown>> {
  const output = await fetchAndPrepare(context, input);
  return ok(output.articles === undefined ? output : new WithTransfer(output, [output.articles.buffer]));
}

async function fetchAndPrepare(
  context: TaskContext,
  { facts, unconditional, privacy }: FetchTaskInput,
): Promise<FetchTaskOutput> {
  const start = performance.now();
  const outcome =
    shownBefore(context, facts, unconditional) ??
    (await fetchFeed(
      {
        url: facts.url,
        allowPrivate: facts.allowPrivate.map(readHostAndPort),
        signal: context.signal,
        unconditional,
        ...(facts.login === null ? {} : { login: facts.login }),
        ...validatorsOf(facts),
        ...(facts.bodyHash === null ? {} : { contentHash: facts.bodyHash }),
      },
      { client: context.client, clock: context.clock },
    ));
  const ms = Math.round(performance.now() - start);
  if (outcome.kind === 'failed') return failedOutput(context, { facts, outcome, ms });
  if (outcome.kind === 'not_modified') {
    return {
      result: unchangedResult(context, { facts, outcome, ms }),
      ...noHold,
      cacheMaxAgeMs: outcome.cacheMaxAgeMs ?? null,
    };
  }
  return parseAndPrepare(context, { facts, outcome, ms, privacy });
}

/** A new subscription takes what was fetched to show it. */
function shownBefore(context: TaskContext, facts: FetchFacts, unconditional: boolean): FetchedFeed | undefined {
  return facts.lastCheckedAt === null && !unconditional ? context.recent.take(facts, context.now) : undefined;
}

function failedOutput(
  context: TaskContext,
  { facts, outcome, ms }: { facts: FetchFacts; outcome: Extract<FetchOutcome, { kind: 'failed' }>; ms: number },
): FetchTaskOutput {
  const { error } = outcome;
  return {
    result: {
      feedId: facts.feedId,
      at: context.now,
      outcome: 'failed',
      code: error.code,
      message: error.message,
      status: outcome.status ?? null,
      ms,
      sizeBytes: null,
      url: facts.url,
      headers: null,
      failed: true,
    },
    retryAfterMs: outcome.retryAfterMs ?? null,
    heldHost: outcome.host === undefined ? null : queueHostNamed(outcome.host),
    cacheMaxAgeMs: null,
    ...(typeof error.detail?.reason === 'string' && { reason: error.detail.reason }),
  };
}

function unchangedResult(
  context: TaskContext,
  { facts, outcome, ms }: { facts: FetchFacts; outcome: UnchangedFeed; ms: number },
): FetchTaskOutput['result'] {
  return {
    ...answeredResult(context, { facts, outcome, ms }),
    outcome: 'unchanged',
    code: null,
    message: '',
    headers: null,
    failed: false,
    fetched: {
      ...keptState(facts, outcome),
      bodyHash: null,
      wishes: JSON.stringify(wishesOf(facts.wishes, facts, outcome)),
      repairLines: [],
    },
  };
}

async function parseAndPrepare(
  context: TaskContext,
  { facts, outcome, ms, privacy }: { facts: FetchFacts; outcome: FetchedFeed; ms: number; privacy: PrivacyRules },
): Promise<FetchTaskOutput> {
  const cacheMaxAgeMs = outcome.cacheMaxAgeMs ?? null;
  const parsed = await parseFeed(outcome.bytes, aboutDocument(outcome, context.now));
  const answered = answeredResult(context, { facts, outcome, ms });
  if (!parsed.ok) {
    // A page may say more than "not a feed": a wall, a login form.
    const { code, message } = webPageFailure(outcome) ?? parsed.error;
    return {
      result: { ...answered, outcome: 'failed', code, message, headers: null, failed: true },
      ...(code === 'challenged' ? { retryAfterMs: challengeHoldMs, heldHost: hostOfAnswer(outcome) } : noHold),
      cacheMaxAgeMs,
    };
  }
  const feed = parsed.value;
  const stored = prepareFeed(feed, {
    url: outcome.finalUrl,
    siteUrl: feed.siteUrl ?? facts.siteUrl ?? undefined,
    section: facts.section,
    folder: facts.folder,
    language: facts.language ?? undefined,
    privacy,
  });
  return {
    result: {
      ...answered,
      outcome: 'new',
      code: null,
      message: '',
      headers: JSON.stringify(outcome.headers),
      failed: false,
      fetched: {
        ...keptState(facts, outcome, feed.movedTo),
        bodyHash: outcome.contentHash,
        wishes: JSON.stringify(wishesOf(feed, facts, outcome)),
        repairLines: feed.repairs.map((repair) => repair.line ?? null),
        feed: aboutFeed(feed),
      },
    },
    ...noHold,
    cacheMaxAgeMs,
    articles: new Uint8Array(serialize(stored)),
  };
}

function answeredResult(
  context: TaskContext,
  { facts, outcome, ms }: { facts: FetchFacts; outcome: FetchedFeed | UnchangedFeed; ms: number },
) {
  return {
    feedId: facts.feedId,
    at: context.now,
    status: outcome.status,
    ms,
    sizeBytes: outcome.sizeBytes,
    url: outcome.finalUrl,
  };
}

/** Validators, and whether the feed has moved for good. */
function keptState(facts: FetchFacts, outcome: FetchedFeed | UnchangedFeed, saidByFeed?: string) {
  const said = outcome.movedPermanentlyTo ?? saidByFeed;
  const { address, login } = said === undefined ? {} : splitLogin(said);
  const movedTo = address === facts.url ? undefined : address;
  const seen = facts.movedTo === null ? undefined : { to: facts.movedTo, times: facts.movedCount };
  const step = noteMove(seen, movedTo);
  return {
    etag: outcome.validators.etag ?? null,
    lastModified: outcome.validators.lastModified ?? null,
    movedTo: step.seen?.to ?? null,
    movedCount: step.seen?.times ?? 0,
    newUrl: step.saveAs ?? null,
    // the publisher's own is kept only where the reader has given none
    newLogin: step.saveAs === undefined || facts.login !== null ? null : (login ?? null),
  };
}

/** When the publisher wants to be asked, and where: the host that answered, if not the address's own. */
function wishesOf(
  said: Pick<ParsedFeed, 'ttlMinutes' | 'skipHours' | 'skipDays'>,
  facts: FetchFacts,
  outcome: FetchedFeed | UnchangedFeed,
): Record<string, unknown> {
  const answeredBy = answeringHost(facts.url, outcome.finalUrl);
  return {
    ...(said.ttlMinutes !== undefined && { ttlMinutes: said.ttlMinutes }),
    ...(said.skipHours !== undefined && { skipHours: said.skipHours }),
    ...(said.skipDays !== undefined && { skipDays: said.skipDays }),
    ...(answeredBy !== undefined && { answeredBy }),
  };
}

const noHold = { retryAfterMs: null, heldHost: null } as const;

function hostOfAnswer({ finalUrl }: FetchedFeed): string | null {
  const url = URL.parse(finalUrl);
  return url === null ? null : queueHostOf(url);
}

function aboutFeed(feed: ParsedFeed) {
  return {
    title: feed.title,
    siteUrl: bareOrNull(feed.siteUrl),
    language: feed.language ?? null,
    imageUrl: bareOrNull(feed.imageUrl),
    iconUrl: bareOrNull(feed.iconUrl),
  };
}

function bareOrNull(address: string | undefined): string | null {
  return address === undefined ? null : bareAddress(address);
}

export function aboutDocument(outcome: FetchedFeed, now: number) {
  const { headers } = outcome;
  return {
    url: outcome.finalUrl,
    now,
    ...(headers['content-type'] !== undefined && { contentType: headers['content-type'] }),
    ...(headers['content-location'] !== undefined && { contentLocation: headers['content-location'] }),
  };
}

function validatorsOf(facts: FetchFacts): { validators?: Validators } {
  if (facts.etag === null && facts.lastModified === null) return {};
  return {
    validators: {
      storedAt: facts.validatorsAt ?? 0,
      ...(facts.etag !== null && { etag: facts.etag }),
      ...(facts.lastModified !== null && { lastModified: facts.lastModified }),
    },
  };
}
