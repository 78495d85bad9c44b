/** Picks: what the reader starred and has not finished, the best of each feed, and a weekly look back. No editor, so each says why. */

import type { EpochMs } from '../lib/clock.ts';
import { type ArticleKey, dayMs } from './curation-article.ts';

const highlightDays = 14;
const lookBackFrom = 7;
const lookBackTo = 35;
const longRead = 1_200; // words

export interface PickCandidate {
  readonly id: ArticleKey;
  readonly feedId: number | string;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly wordCount: number;
  readonly starredAt?: EpochMs | undefined;
  readonly savedAt?: EpochMs | undefined;
  readonly finished: boolean;
  readonly read: boolean;
  /** Owners carrying its story. */
  readonly storyPublishers: number;
  /** Place in its feed at the last fetch. */
  readonly position?: number | undefined;
  readonly copyOf?: ArticleKey | undefined;
}

export type PickReason = 'starred' | 'kept-and-not-finished' | 'feed-highlight';

export interface Pick {
  readonly id: ArticleKey;
  readonly reason: PickReason;
}

/** Starred and unfinished, newest star first. */
export function starredPicks(candidates: readonly PickCandidate[], limit: number): Pick[] {
  return candidates
    .filter((candidate) => candidate.starredAt !== undefined && !candidate.finished)
    .sort((a, b) => (b.starredAt ?? 0) - (a.starredAt ?? 0))
    .slice(0, limit)
    .map(({ id }) => ({ id, reason: 'starred' }));
}

/** Kept between one and five weeks ago and never finished, oldest first: what would otherwise be lost. */
export function lookBack(candidates: readonly PickCandidate[], now: EpochMs, limit: number): Pick[] {
  const kept = (candidate: PickCandidate) => candidate.savedAt ?? candidate.starredAt;
  return candidates
    .filter((candidate) => {
      const days = (now - (kept(candidate) ?? now)) / dayMs;
      return !candidate.finished && days >= lookBackFrom && days <= lookBackTo;
    })
    .sort((a, b) => (kept(a) ?? 0) - (kept(b) ?? 0))
    .slice(0, limit)
    .map(({ id }) => ({ id, reason: 'kept-and-not-finished' }));
}

/** The best unread article of each feed in two weeks: what others took up, what it placed high, what it gave room to. One per feed. */
export function feedHighlights(candidates: readonly PickCandidate[], now: EpochMs, limit: number): Pick[] {
  const best = new Map<number | string, PickCandidate>();
  for (const candidate of candidates) {
    if (candidate.read || candidate.copyOf !== undefined || now - candidate.at > highlightDays * dayMs) continue;
    const known = best.get(candidate.feedId);
    if (known === undefined || highlight(candidate) > highlight(known)) best.set(candidate.feedId, candidate);
  }
  return [...best.values()]
    .sort((a, b) => highlight(b) - highlight(a) || b.at - a.at)
    .slice(0, limit)
    .map(({ id }) => ({ id, reason: 'feed-highlight' }));
}

function highlight({ storyPublishers, position, wordCount }: PickCandidate): number {
  const placed = position === undefined ? 0 : 2 ** (-Math.max(0, position) / 5);
  return Math.log(Math.max(1, storyPublishers)) + placed + (wordCount >= longRead ? 0.7 : 0);
}
