/** Does what the button beside a trouble says. What needs a form opens the details at it. */
import type { FeedSummary } from '../../contract/feeds.ts';
import { client } from '../client/client.ts';
import { createStore } from '../lib/store.ts';
import { openLink } from './article-actions.ts';
import { refresh, unsubscribe } from './feed-actions.ts';
import type { Remedy } from './feed-causes.ts';
import { navigate, placeNow } from './navigation.ts';
import { toastDone, toastFailure } from './undo.ts';

export type DetailForm = 'address' | 'find' | 'login' | 'try';

/** The part of the details that was asked for, until they have shown it. */
export const wantedForm = createStore<DetailForm | null>(null);

const forms: Readonly<Partial<Record<Remedy, DetailForm>>> = {
  try: 'try',
  findFeed: 'find',
  editAddress: 'address',
  addLogin: 'login',
};

export function applyRemedy(remedy: Remedy, feed: FeedSummary): void {
  const form = forms[remedy];
  if (form) {
    wantedForm.set(form);
    const replace = placeNow().screen === 'subscriptions';
    navigate({ screen: 'subscriptions', argument: String(feed.id) }, { replace });
  } else if (remedy === 'openInBrowser') openLink(feed.siteUrl ?? feed.url);
  else if (remedy === 'unsubscribe') void unsubscribe([feed]);
  else if (remedy === 'allowPrivate') void allowPrivate(feed);
}

async function allowPrivate(feed: FeedSummary): Promise<void> {
  const result = await client.call('feeds.configure', { ids: [feed.id], allowPrivate: true });
  if (!result.ok) return toastFailure(result.error.message);
  toastDone(`Allowed ${feed.host} for ${feed.title}`, result.value.operationId);
  refresh({ feedIds: [feed.id], force: true });
}
