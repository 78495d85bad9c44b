/** What the status of a feed says in two or three words. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { causeOf } from '../../app/feed-causes.ts';

export interface StatusWords {
  readonly kind: 'ok' | 'warn' | 'err' | 'mut';
  readonly label: string;
  readonly icon: 'check' | 'warn' | 'pause' | 'clock';
}

type Shown = Pick<FeedSummary, 'health' | 'trouble' | 'slowMs'>;

/** `code` is that of the last failure, when the feed has a trouble. */
export function statusOf(feed: Shown, code: string | null | undefined): StatusWords {
  if (feed.health === 'paused') return { kind: 'mut', label: 'Paused', icon: 'pause' };
  if (feed.trouble !== null)
    return { kind: feed.health === 'error' ? 'err' : 'warn', label: causeOf(code).label, icon: 'warn' };
  if (feed.health === 'new') return { kind: 'mut', label: 'New', icon: 'clock' };
  if (feed.slowMs !== null) return { kind: 'warn', label: 'Slow', icon: 'warn' };
  if (feed.health === 'silent') return { kind: 'mut', label: 'Silent', icon: 'clock' };
  return { kind: 'ok', label: 'Healthy', icon: 'check' };
}

const worst: readonly FeedSummary['health'][] = ['error', 'warn', 'silent', 'new', 'paused', 'ok'];

/** 'Answers after 19 seconds': of a feed that works, and takes its time. */
export function slowWords(slowMs: number): string {
  return `Answers after ${Math.round(slowMs / 1000)} seconds`;
}

/** 0 for the feed most in need of attention; healthy feeds come last. */
export function statusRank({ health, trouble, slowMs }: Shown): number {
  // A first failure is not yet a warning, but it does come before the healthy.
  if (trouble !== null && health !== 'error' && health !== 'paused') return worst.indexOf('warn');
  // Below what fails, above what is only silent.
  if (slowMs !== null && (health === 'ok' || health === 'silent')) return worst.indexOf('warn') + 0.5;
  return worst.indexOf(health);
}
