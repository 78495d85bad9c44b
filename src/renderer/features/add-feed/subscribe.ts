/** Subscribes to a feed that was found, into a folder that may have to be made first. */
import type { Result } from '../../../contract/errors.ts';
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

export interface HowToSubscribe {
  readonly access: Access;
  /** Where the feed was looked for: a login was given for there. */
  readonly lookedAt: string;
  readonly wishes: Wishes;
  /** Refused after that, the feed is subscribed to into the same folder the next time. */
  readonly onFolderMade: (id: FolderId) => void;
}

/** Offers to take it back. */
export async function subscribe(
  choice: FeedChoice,
  { access, lookedAt, wishes, onFolderMade }: HowToSubscribe,
): Promise<Result<FeedId>> {
  const folder = await folderOf(wishes.folder, onFolderMade);
  if (!folder.ok) return folder;
  const result = await client.call('feeds.add', {
    url: choice.url,
    folderId: folder.value,
    ...access,
    ...(access.credentials && { loginFor: lookedAt }),
    settings: {
      fullText: wishes.fullText ? 'always' : 'usual',
      ...(wishes.keepDays === null ? {} : { keepDays: wishes.keepDays }),
    },
  });
  if (!result.ok) return result;
  toastDone(`Subscribed to ${result.value.title || choice.title}`, result.value.operationId);
  return { ok: true, value: result.value.feedId };
}

/** The feed that is subscribed to already. */
export async function subscribedFeed(choice: FeedChoice): Promise<Result<FeedId>> {
  const isIt = ({ url }: { readonly url: string }) => url === choice.url;
  const known = feedsNow().find(isIt);
  if (known) return { ok: true, value: known.id };
  const feeds = await client.call('feeds.list', {});
  if (!feeds.ok) return feeds;
  const feed = feeds.value.find(isIt);
  if (feed) return { ok: true, value: feed.id };
  const message = 'This feed is no longer among your subscriptions. Look at its address again.';
  return { ok: false, error: { code: 'not_found', message } };
}

export function showFeed(id: FeedId): void {
  // Whoever has a feed has seen the welcome.
  if (settingsNow()?.firstRunDone === false) void changeSettings({ firstRunDone: true });
  navigate({ view: `feed:${id}` });
}

async function folderOf(folder: Wishes['folder'], onMade: (id: FolderId) => void): Promise<Result<FolderId | null>> {
  if (folder === null || typeof folder === 'number') return { ok: true, value: folder };
  const before = foldersNow();
  const made = await client.call('folders.add', { name: folder.name });
  if (!made.ok) return made;
  onMade(made.value.id);
  await openNewFolders(before);
  return { ok: true, value: made.value.id };
}
