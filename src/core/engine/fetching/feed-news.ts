/** What a feed that wants to tell has to tell of one fetch. */
import type { CoreEvent } from '../../../contract/events.ts';
import type { FeedDone } from './afterwards.ts';

/** A feed's first fetch brings what there was before it: that is no news. */
export function newsOfFeed({ feed, added }: FeedDone): CoreEvent | undefined {
  if (!feed.settings.notify || feed.lastSuccessAt === null || added.length === 0) return undefined;
  return { type: 'feed-found', id: feed.feedId, name: feed.title, added: added.length };
}
