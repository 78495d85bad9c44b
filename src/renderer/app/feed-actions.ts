/** What can be done with a feed, from the tree, the article and the palette. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { FeedId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';
import { leaveView } from './leave-view.ts';
import { refreshWords } from './refresh-words.ts';
import { toastDone, toastFailure } from './undo.ts';

interface RefreshInput {
  readonly feedIds?: FeedId[];
  readonly folderId?: number;
  /** Also those that were asked a moment ago: the reader wants to know now whether it works again. */
  readonly force?: boolean;
}

/** Asks for feeds to be fetched, all without a choice; the sidebar's foot shows how far it is, and a word says how it ended. */
export function refresh(input: RefreshInput = {}): void {
  const force = input.force === true || isFirstOnOne(input);
  void client.call('feeds.refresh', { ...input, force } as never).then((result) => {
    if (result.ok) tellResult(input, result.value);
    else if (result.error.code !== 'cancelled') toastFailure(result.error.message);
  });
}

const askAgainMs = 600_000;
const askedByHand = new Map<FeedId, number>();

/** Whoever asks for one feed wants it now, whatever the schedule did a moment ago; whoever asks again is asked first. */
function isFirstOnOne({ feedIds = [] }: RefreshInput): boolean {
  const [id, ...others] = feedIds;
  if (id === undefined || others.length > 0) return false;
  const now = Date.now();
  const isFirst = now - (askedByHand.get(id) ?? 0) > askAgainMs;
  if (isFirst) askedByHand.set(id, now);
  return isFirst;
}

function tellResult(input: RefreshInput, summary: OutputOf<'feeds.refresh'>): void {
  const words = refreshWords(summary);
  if (words === null) return;
  if (words.isAgainOffered)
    showToast({ text: words.text, action: { label: 'Refresh anyway', run: () => refresh({ ...input, force: true }) } });
  else showToast({ text: words.text });
}

/** At once, because it can be taken back: the articles are kept for 30 days. */
export async function unsubscribe(feeds: readonly Pick<FeedSummary, 'id' | 'title'>[]): Promise<void> {
  const result = await client.call('feeds.remove', { ids: feeds.map(({ id }) => id) });
  if (!result.ok) return toastFailure(result.error.message);
  const what = feeds.length === 1 && feeds[0] ? feeds[0].title : `${feeds.length} feeds`;
  toastDone(`Unsubscribed from ${what}`, result.value.operationId);
  for (const { id } of feeds) leaveView(`feed:${id}`);
}
