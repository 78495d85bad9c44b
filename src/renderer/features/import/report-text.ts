/** The import's report as text to be saved, and how a feed of it is doing. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { ImportReport } from '../../../contract/opml.ts';
import { counted } from '../../lib/numbers.ts';

type Imported = Pick<FeedSummary, 'title' | 'url' | 'trouble' | 'failures' | 'lastCheckedAt' | 'total'>;

export function isChecked(feed: Pick<FeedSummary, 'lastCheckedAt'>): boolean {
  return feed.lastCheckedAt !== null;
}

/** A feed's first failure counts here: somebody is waiting for it. */
export function isInTrouble(feed: Pick<FeedSummary, 'failures' | 'trouble'>): boolean {
  return feed.failures > 0 && feed.trouble !== null;
}

export function reportText(name: string, report: ImportReport, added: readonly Imported[]): string {
  const sums = [
    `${counted(report.added, 'feed', 'feeds')} added`,
    `${report.already} already here`,
    `${counted(report.duplicates, 'duplicate', 'duplicates')} joined`,
    `${report.skipped.length} left out`,
  ];
  const leftOut = report.skipped.map(({ text, why }) => `Left out: ${text || 'a line without a name'}. ${why}`);
  const feeds = added.map((feed) => `${outcome(feed)}: ${feed.title} <${feed.url}>${reason(feed)}`);
  return `${[`Import of ${name}`, `${sums.join(', ')}.`, '', ...leftOut, ...feeds.toSorted()].join('\n')}\n`;
}

function outcome(feed: Imported): string {
  if (isInTrouble(feed)) return 'Failed';
  return isChecked(feed) ? `Added, ${counted(feed.total, 'article', 'articles')}` : 'Added, not fetched yet';
}

function reason(feed: Imported): string {
  return isInTrouble(feed) ? `. ${feed.trouble}` : '';
}
