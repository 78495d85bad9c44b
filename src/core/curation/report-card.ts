/** What a feed is worth to its reader: how much it sends, how much is read, how much others said first. */

import type { EpochMs } from '../lib/clock.ts';
import { dayMs } from './curation-article.ts';

const followedToJudge = 14; // days; before, its first fetch would be judged
const enoughToJudge = 30; // articles; fewer say nothing about a feed
const loudPerDay = 10;
const rarelyOpened = 0.02;
const cappedAt = 3;
const stillQuietDays = 60;

export interface FeedSums {
  readonly feedId: number | string;
  /** Days the sums cover, at least 1. */
  readonly days: number;
  /** Since it was subscribed to; the sums may cover fewer. */
  readonly followedDays: number;
  readonly articles: number;
  readonly opened: number;
  readonly finished: number;
  readonly starred: number;
  /** Articles that were near-copies of an earlier one elsewhere. */
  readonly copies: number;
  /** Articles changed after they came out. */
  readonly edited: number;
  readonly lastArticleAt?: EpochMs | undefined;
}

export type Advice = 'keep' | 'cap-at-3-a-day' | 'unsubscribe' | 'gone-quiet' | 'too-early';

export interface ReportCard {
  readonly feedId: number | string;
  readonly perDay: number;
  readonly openedShare: number;
  /** Of those opened. */
  readonly finishedShare: number;
  readonly copiedShare: number;
  readonly editedShare: number;
  readonly daysSinceLast: number | null;
  readonly advice: Advice;
}

export function reportCard(sums: FeedSums, now: EpochMs): ReportCard {
  const { feedId, articles, opened, finished, copies, edited, lastArticleAt } = sums;
  const card = {
    feedId,
    perDay: articles / Math.max(1, sums.days),
    openedShare: share(opened, articles),
    finishedShare: share(finished, opened),
    copiedShare: share(copies, articles),
    editedShare: share(edited, articles),
    daysSinceLast: lastArticleAt === undefined ? null : Math.max(0, Math.floor((now - lastArticleAt) / dayMs)),
  };
  return { ...card, advice: advise(card, sums) };
}

function advise(card: Omit<ReportCard, 'advice'>, { articles, starred, finished, followedDays }: FeedSums): Advice {
  if (card.daysSinceLast !== null && card.daysSinceLast >= stillQuietDays) return 'gone-quiet';
  if (followedDays < followedToJudge || articles < enoughToJudge) return 'too-early';
  if (card.openedShare < rarelyOpened && starred === 0 && finished === 0) {
    return card.perDay > cappedAt ? 'unsubscribe' : 'keep';
  }
  return card.perDay >= loudPerDay && card.openedShare < 0.1 ? 'cap-at-3-a-day' : 'keep';
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
