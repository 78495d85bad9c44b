/** Subscribing to a title of the catalogue and unsubscribing from it, both with undo. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { foldersNow } from '../../client/library.ts';
import { openNewFolders } from '../../client/open-new-folders.ts';

export async function toggleTitle(title: CatalogueTitle): Promise<void> {
  return title.subscribed ? leave(title) : join(title);
}

async function join({ title, feedUrl, folder, section }: CatalogueTitle): Promise<void> {
  const before = foldersNow();
  const result = await client.call('feeds.addMany', { feeds: [{ url: feedUrl, title, folder, section }] });
  if (!result.ok) return toastFailure(result.error.message);
  await openNewFolders(before);
  toastDone(`Subscribed to ${title}`, result.value.operationId);
}

async function leave({ title, feedUrl }: CatalogueTitle): Promise<void> {
  const feeds = await client.call('feeds.list', {});
  if (!feeds.ok) return toastFailure(feeds.error.message);
  const feed = feeds.value.find(({ url }) => url === feedUrl);
  if (feed) return unsubscribe([feed]);
  toastFailure(`${title} is no longer among your subscriptions under this address. Look for it under Feeds.`);
}
