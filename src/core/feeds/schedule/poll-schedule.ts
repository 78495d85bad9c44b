/** Decides when a feed is asked next. Its history suggests, its publisher wishes, a person may insist; never twice in ten minutes. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { fetchFailure } from '../diary/explain-failure.ts';
import { afterSkippedTimes } from './skipped-times.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Nobody gains from asking more often; it holds for a person's click too, who then sees when it was. */
const leastBetweenChecksMs = 10 * minute;
const shortestIntervalMs = 15 * minute;
const longestIntervalMs = day;
/** For a feed of which nothing is known yet. */
const firstIntervalMs = hour;
/** A quarter of the time between two articles: one is seen, on average, an eighth of that time after it appeared. */
const checksPerArticle = 4;
const historyMs = 28 * day;
const historyLength = 20;
const longestWishMs = 5 * hour;
/** On battery or a metered connection. */
const savingFactor = 3;

export interface PollFacts {
  readonly lastCheckedAt?: EpochMs;
  /** Failed checks in a row. Being offline is not one. */
  readonly failures: number;
  /** When articles appeared (published, else first seen), in any order; the newest 20 of 28 days count. */
  readonly articleTimes: readonly EpochMs[];
  /** RSS ttl, sy:updatePeriod. */
  readonly ttlMinutes?: number;
  /** Of the last answer's Cache-Control or Expires. */
  readonly cacheMaxAgeMs?: number;
  /** Hours in UTC. */
  readonly skipHours?: readonly number[];
  /** English weekday names, in UTC. */
  readonly skipDays?: readonly string[];
  readonly hostHeldUntil?: EpochMs;
  /** The publisher said 410: it is not asked again by itself. */
  readonly isGone: boolean;
  /** A person's own choice for this feed, in place of its history and its publisher's wishes. */
  readonly chosenIntervalMs?: number;
}

export interface PollConditions {
  readonly now: EpochMs;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly pace: 'normal' | 'saving';
}

/** When to ask next, to be stored after each check; undefined: not by itself any more. */
export function nextPollAt(facts: PollFacts, conditions: PollConditions): EpochMs | undefined {
  if (facts.isGone) return undefined;
  const held = facts.hostHeldUntil ?? 0;
  if (facts.lastCheckedAt === undefined) return Math.max(conditions.now, held);
  // A check in the future means that the clock has been set back since.
  const checkedAt = Math.min(facts.lastCheckedAt, conditions.now);
  const spread = 1 + conditions.random() * (facts.failures > 0 ? 0.25 : 0.1);
  const at = Math.max(checkedAt + intervalMs(facts, conditions) * spread, held);
  return afterSkippedTimes(at, facts.skipHours ?? [], facts.skipDays ?? [], longestWishMs);
}

/** Between two checks, before jitter, ms. */
export function intervalMs(facts: PollFacts, conditions: Pick<PollConditions, 'now' | 'pace'>): number {
  const usual = Math.max(leastBetweenChecksMs, facts.chosenIntervalMs ?? suggestedIntervalMs(facts, conditions.now));
  // 15 minutes, 30, 1 hour, … up to a day: a dead feed costs one request a day, a short trouble is over soon.
  const backoff =
    facts.failures === 0 ? 0 : Math.min(longestIntervalMs, shortestIntervalMs * 2 ** Math.min(facts.failures - 1, 10));
  const interval = Math.max(usual, backoff);
  return conditions.pace === 'saving'
    ? Math.max(interval, Math.min(interval * savingFactor, longestIntervalMs))
    : interval;
}

function suggestedIntervalMs(facts: PollFacts, now: EpochMs): number {
  return Math.max(historyIntervalMs(facts.articleTimes, now), publisherWishMs(facts));
}

/** What the publisher asks for, kept between ten minutes and five hours; 0 when it asks for nothing. */
function publisherWishMs(facts: PollFacts): number {
  const wish = Math.max((facts.ttlMinutes ?? 0) * minute, facts.cacheMaxAgeMs ?? 0);
  return wish > 0 ? clamp(wish, leastBetweenChecksMs, longestWishMs) : 0;
}

/** From 15 minutes for a news wire to a day for one that is silent. The silence since the last article counts too. */
function historyIntervalMs(articleTimes: readonly EpochMs[], now: EpochMs): number {
  if (articleTimes.length === 0) return firstIntervalMs;
  const recent = articleTimes
    .filter((time) => time <= now && time > now - historyMs)
    .sort((a, b) => b - a)
    .slice(0, historyLength);
  const oldest = recent.at(-1);
  if (oldest === undefined) return longestIntervalMs;
  return clamp((now - oldest) / recent.length / checksPerArticle, shortestIntervalMs, longestIntervalMs);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** No true schedule lies further ahead, also of a feed that is to be asked once a week: such a time was stored while the clock was wrong. */
const furthestAheadMs = 9 * day;

/** Whether the time that was stored at a check has come. After a check in the future nothing that it said of time can be true. */
export function isDue(
  { nextAt, lastCheckedAt }: { readonly nextAt: EpochMs | undefined; readonly lastCheckedAt?: EpochMs },
  now: EpochMs,
): boolean {
  if (nextAt === undefined) return false;
  const wasWrong = nextAt > now + furthestAheadMs || (lastCheckedAt !== undefined && lastCheckedAt > now + hour);
  return nextAt <= now || wasWrong;
}

export interface CheckWish {
  readonly lastCheckedAt?: EpochMs;
  readonly hostHeldUntil?: EpochMs;
  readonly host: string;
  /** "Refresh anyway" or --force: lifts the ten minutes, not what the host asked for. */
  readonly isForced: boolean;
}

/** Whether a person's wish can be done now. Fails with rate_limited (the host asked for quiet) or checked_recently. */
export function mayCheckNow(wish: CheckWish, now: EpochMs): Result<true> {
  const held = (wish.hostHeldUntil ?? 0) - now;
  if (held > 0) {
    return {
      ok: false,
      error: fetchFailure('rate_limited', { host: wish.host, reason: 'held', retryAfterMs: held, until: now + held }),
    };
  }
  if (wish.isForced || wish.lastCheckedAt === undefined) return ok(true);
  const agoMs = now - wish.lastCheckedAt;
  if (agoMs < 0 || agoMs >= leastBetweenChecksMs) return ok(true);
  return { ok: false, error: fetchFailure('checked_recently', { lastCheckedAt: wish.lastCheckedAt, agoMs }) };
}
