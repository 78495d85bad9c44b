/** What can be done with a feed, from the tree, the article and the palette. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { FeedId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';
import { leaveView } from './leave-view.ts';
import { toastDone, toastFailure } from './undo.ts';

interface RefreshInput {
  readonly feedIds?: FeedId[];
  readonly folderId?: number;
  /** Also those that were asked a moment ago: the reader wants to know now whether it works again. */
  readonly force?: boolean;
}

/** Asks for feeds to be fetched, all without a choice; the sidebar's foot shows how far it is. */
export function refresh(input: RefreshInput = {}): void {
  void client.call('feeds.refresh', input as never).then((result) => {
    if (result.ok) tellIfLeftAlone(input, result.value.results);
    else if (result.error.code !== 'cancelled') toastFailure(result.error.message);
  });
}

/** Nothing was asked, since all of it was a moment ago: a key that does nothing must say why. */
function tellIfLeftAlone(input: RefreshInput, results: OutputOf<'feeds.refresh'>['results']): void {
  const [first, ...others] = results;
  if (first === undefined || results.some(({ code }) => code !== 'checked_recently')) return;
  const why = others.length === 0 ? first.message?.replace(/ Check anyway.*/s, '') : undefined;
  showToast({
    text: why ?? `All ${results.length} feeds were checked less than 10 minutes ago.`,
    action: { label: 'Check anyway', run: () => refresh({ ...input, force: true }) },
  });
}

/** At once, because it can be taken back: the articles are kept for 30 days. */
export async function unsubscribe(feeds: readonly Pick<FeedSummary, 'id' | 'title'>[]): Promise<void> {
  const result = await client.call('feeds.remove', { ids: feeds.map(({ id }) => id) });
  if (!result.ok) return toastFailure(result.error.message);
  const what = feeds.length === 1 && feeds[0] ? feeds[0].title : `${feeds.length} feeds`;
  toastDone(`Unsubscribed from ${what}`, result.value.operationId);
  for (const { id } of feeds) leaveView(`feed:${id}`);
}
