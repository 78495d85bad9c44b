/** How a refresh by hand ended: a key that does nothing to be seen must say what it did. */
import type { RefreshSummary } from '../../contract/refresh.ts';
import { counted } from '../lib/numbers.ts';

export interface RefreshWords {
  readonly text: string;
  /** Nothing was asked, since all of it was a moment ago. */
  readonly isAgainOffered: boolean;
}

/** null for a round that was stopped: whoever stopped it knows. */
export function refreshWords({ results, cancelled, added }: RefreshSummary): RefreshWords | null {
  if (cancelled) return null;
  const [first, ...others] = results;
  if (first === undefined) return said('There is nothing to refresh here.');
  if (results.every(({ code }) => code === 'checked_recently')) {
    const why = others.length === 0 ? first.message?.replace(/ Refresh anyway.*/s, '') : undefined;
    return { text: why ?? `All ${results.length} feeds were checked less than 10 minutes ago.`, isAgainOffered: true };
  }
  if (results.every(({ code }) => code === 'offline')) return said('You are offline.');
  const failed = results.filter(({ outcome, code }) => outcome === 'failed' || code === 'offline');
  if (others.length === 0 && (first.outcome === 'failed' || first.outcome === 'skipped'))
    return said(first.message ?? `${first.title} could not be reached.`);
  if (failed.length === results.length) return said(`None of your ${results.length} feeds could be reached.`);
  const brought =
    added > 0
      ? counted(added, 'new article', 'new articles')
      : `Nothing new${others.length === 0 ? ` in ${first.title}` : ''}`;
  return said(
    failed.length === 0
      ? brought
      : `${brought}; ${failed.length} of ${counted(results.length, 'feed', 'feeds')} could not be reached`,
  );
}

function said(text: string): RefreshWords {
  return { text, isAgainOffered: false };
}
