/** Subscribes to a feed that was found, into a folder that may have to be made first. */
import type { Failure } from '../../../contract/errors.ts';
import type { FeedChoice } from '../../../contract/feeds.ts';
import type { FeedId, FolderId } from '../../../contract/ids.ts';
import { navigate } from '../../app/navigation.ts';
import { toastDone } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { feedsNow, foldersNow } from '../../client/library.ts';
import { openNewFolders } from '../../client/open-new-folders.ts';
import { changeSettings, settingsNow } from '../../client/settings.ts';
import type { Access } from './use-look.ts';

export interface Wishes {
  /** A folder's id, null for the top, or the name of a folder to be made. */
  readonly folder: FolderId | null | { readonly name: string };
  readonly fullText: boolean;
  readonly keepDays: number | null;
}

/** Shows the new feed and offers to take it back; answers what went wrong, or undefined. */
export async function subscribe(choice: FeedChoice, access: Access, wishes: Wishes): Promise<Failure | undefined> {
  const folderId = await folderOf(wishes.folder);
  if (folderId !== null && typeof folderId === 'object') return folderId;
  const result = await client.call('feeds.add', {
    url: choice.url,
    folderId,
    ...access,
    settings: { fullText: wishes.fullText, ...(wishes.keepDays === null ? {} : { keepDays: wishes.keepDays }) },
  });
  if (!result.ok) return result.error;
  showFeed(result.value.feedId);
  toastDone(`Subscribed to ${result.value.title || choice.title}`, result.value.operationId);
  return undefined;
}

/** Shows a feed that is subscribed to already; answers what went wrong, or undefined. */
export async function goToSubscribed(choice: FeedChoice): Promise<Failure | undefined> {
  const known = feedsNow().find(({ url }) => url === choice.url);
  if (known) return showFeed(known.id);
  const feeds = await client.call('feeds.list', {});
  if (!feeds.ok) return feeds.error;
  const feed = feeds.value.find(({ url }) => url === choice.url);
  if (feed) return showFeed(feed.id);
  return { code: 'not_found', message: 'This feed is no longer among your subscriptions. Look at its address again.' };
}

function showFeed(id: FeedId): undefined {
  // Whoever has a feed has seen the welcome.
  if (settingsNow()?.firstRunDone === false) void changeSettings({ firstRunDone: true });
  navigate({ view: `feed:${id}` });
  return undefined;
}

async function folderOf(folder: Wishes['folder']): Promise<FolderId | null | Failure> {
  if (folder === null || typeof folder === 'number') return folder;
  const before = foldersNow();
  const made = await client.call('folders.add', { name: folder.name });
  if (!made.ok) return made.error;
  await openNewFolders(before);
  return made.value.id;
}
