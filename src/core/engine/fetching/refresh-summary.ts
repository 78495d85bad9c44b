/** What a round of fetching came to, and of two rounds the one that they make together. */
import type { RefreshSummary } from '../../../contract/refresh.ts';

export type FeedResult = RefreshSummary['results'][number];

export function summaryOf(
  results: readonly FeedResult[],
  about: { readonly ms: number; readonly cancelled: boolean },
): RefreshSummary {
  const count = (outcome: FeedResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    feeds: results.length,
    added: results.reduce((sum, { added }) => sum + added, 0),
    updated: results.reduce((sum, { updated }) => sum + updated, 0),
    unchanged: count('unchanged'),
    failed: count('failed'),
    skipped: count('skipped'),
    cancelled: about.cancelled,
    ms: about.ms,
    results: [...results],
  };
}

/** A round that was broken off, and the one that went on with what it had left. */
export function continuedSummary(first: RefreshSummary, rest: RefreshSummary): RefreshSummary {
  const done = first.results.filter(({ outcome }) => outcome !== 'cancelled');
  return summaryOf([...done, ...rest.results], { ms: first.ms + rest.ms, cancelled: rest.cancelled });
}
