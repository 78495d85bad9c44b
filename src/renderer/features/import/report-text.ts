/** The import's report as text to be saved, and how a feed of it is doing. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { ImportReport } from '../../../contract/opml.ts';
import { counted, exactCount } from '../../lib/numbers.ts';

type Imported = Pick<FeedSummary, 'title' | 'url' | 'trouble' | 'failures' | 'lastCheckedAt' | 'total'>;

interface ReportParts {
  readonly report: ImportReport;
  readonly feeds: readonly Imported[];
  /** How many lie elsewhere than the list said. */
  readonly moved: number;
}

export function isChecked(feed: Pick<FeedSummary, 'lastCheckedAt'>): boolean {
  return feed.lastCheckedAt !== null;
}

/** A feed's first failure counts here: somebody is waiting for it. */
export function isInTrouble(feed: Pick<FeedSummary, 'failures' | 'trouble'>): boolean {
  return feed.failures > 0 && feed.trouble !== null;
}

/** '2 feeds could not be fetched', '3 feeds not fetched yet'; empty while the added feeds are not known. */
export function outcomeWords({ added }: Pick<ImportReport, 'added'>, feeds: readonly Imported[]): string {
  if (added === 0) return 'Nothing new in it';
  if (feeds.length === 0) return '';
  const failed = feeds.filter(isInTrouble).length;
  const waiting = feeds.filter((feed) => !isChecked(feed)).length;
  const words = [
    failed > 0 && `${counted(failed, 'feed', 'feeds')} could not be fetched`,
    waiting > 0 && `${counted(waiting, 'feed', 'feeds')} not fetched yet`,
  ].filter(Boolean);
  return words.length === 0 ? 'All of them answered' : words.join(', ');
}

interface ImportSums {
  /** Without those that failed. */
  readonly added: number;
  readonly already: number;
  /** Named twice in the list, or at another address by now. */
  readonly joined: number;
  readonly failed: number;
  readonly leftOut: number;
}

/** A feed that is still to be asked counts as added. `moved`: how many feeds lie elsewhere than the list said. */
export function importSums(report: ImportReport, feeds: readonly Imported[], moved: number): ImportSums {
  const failed = feeds.filter(isInTrouble).length;
  return {
    added: report.added - failed,
    already: report.already,
    joined: report.duplicates + moved,
    failed,
    leftOut: report.skipped.length,
  };
}

export function reportText(name: string, { report, feeds: added, moved }: ReportParts): string {
  const sum = importSums(report, added, moved);
  const sums = [
    `${counted(sum.added, 'feed', 'feeds')} added`,
    `${exactCount(sum.already)} already here`,
    `${exactCount(sum.joined)} moved or joined`,
    `${exactCount(sum.failed)} failed`,
    `${exactCount(sum.leftOut)} left out`,
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
