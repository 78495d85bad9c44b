/** Does what the button beside a trouble says. What needs a form opens the details at it. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { openLink } from '../../app/article-actions.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { toastFailure } from '../../app/undo.ts';
import { createStore } from '../../lib/store.ts';
import { checkFeeds, configureFeeds } from './change-feeds.ts';
import type { Remedy } from './status-words.ts';

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
    navigate({ screen: 'subscriptions', argument: String(feed.id) }, { replace: true });
  } else if (remedy === 'openInBrowser') openLink(feed.siteUrl ?? feed.url);
  else if (remedy === 'unsubscribe') void unsubscribe([feed]);
  else if (remedy === 'allowPrivate') void allowPrivate(feed);
}

async function allowPrivate(feed: FeedSummary): Promise<void> {
  const failure = await configureFeeds([feed], { allowPrivate: true }, `Allowed ${feed.host} for ${feed.title}`);
  if (failure) toastFailure(failure);
  else await checkFeeds([feed], { force: true });
}
