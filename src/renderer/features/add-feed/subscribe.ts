/** Subscribes to what was found, into a folder that may have to be made first. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import type { Result } from '../../../contract/errors.ts';
import type { FeedChoice, FeedSettings } from '../../../contract/feeds.ts';
import type { FolderId, ViewName } from '../../../contract/ids.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { feedsNow, foldersNow, idInView } from '../../client/library.ts';
import { openNewFolders } from '../../client/open-new-folders.ts';
import { changeSettings, settingsNow } from '../../client/settings.ts';
import { counted } from '../../lib/numbers.ts';
import type { Access } from './use-look.ts';

export interface Wishes {
  /** A folder's id, null for the top, or the name of a folder to be made. */
  readonly folder: FolderId | null | { readonly name: string };
  readonly fullText: boolean;
  readonly keepDays: number | null;
}

interface HowToSubscribe {
  readonly access: Access;
  /** Where the feed was looked for: a login was given for there. */
  readonly lookedAt: string;
  readonly wishes: Wishes;
  /** Refused after that, the feed is subscribed to into the same folder the next time. */
  readonly onFolderMade: (id: FolderId) => void;
}

/** One feed, or several of a site as one step. Answers the view to go to, and offers to take it back. */
export async function subscribe(choices: readonly FeedChoice[], how: HowToSubscribe): Promise<Result<ViewName>> {
  const [only, second] = choices;
  if (only && !second) return subscribeToOne(only, how);
  const { access, lookedAt, wishes } = how;
  const before = foldersNow();
  const folder = pathOf(wishes.folder);
  const result = await client.call('feeds.addMany', {
    feeds: choices.map(({ url, title }) => ({ url, title, folder })),
    ...access,
    ...(access.credentials && { loginFor: lookedAt }),
    settings: settingsOf(wishes),
  });
  if (!result.ok) return result;
  await openNewFolders(before);
  const { ids, operationId } = result.value;
  toastDone(`Subscribed to ${counted(ids.length, 'feed', 'feeds')}`, operationId);
  const folderId = foldersNow().find(({ id }) => pathOf(id).join('/') === folder.join('/'))?.id;
  return { ok: true, value: folderId === undefined ? `feed:${ids[0] ?? 0}` : `folder:${folderId}` };
}

/** A title of the catalogue: into the folder that is wished for, else into that of its section. */
export async function subscribeToTitle(title: CatalogueTitle, folder: Wishes['folder']): Promise<void> {
  const before = foldersNow();
  const wished = pathOf(folder);
  const result = await client.call('feeds.addMany', {
    feeds: [
      {
        url: title.feedUrl,
        title: title.title,
        section: title.section,
        folder: wished.length > 0 ? wished : [...title.folder],
      },
    ],
  });
  if (!result.ok) return toastFailure(result.error.message);
  await openNewFolders(before);
  toastDone(`Subscribed to ${title.title}`, result.value.operationId);
}

async function subscribeToOne(
  choice: FeedChoice,
  { access, lookedAt, wishes, onFolderMade }: HowToSubscribe,
): Promise<Result<ViewName>> {
  const folder = await folderOf(wishes.folder, onFolderMade);
  if (!folder.ok) return folder;
  const result = await client.call('feeds.add', {
    url: choice.url,
    folderId: folder.value,
    ...access,
    ...(access.credentials && { loginFor: lookedAt }),
    settings: settingsOf(wishes),
  });
  if (!result.ok) return result;
  toastDone(`Subscribed to ${result.value.title || choice.title}`, result.value.operationId);
  return { ok: true, value: `feed:${result.value.feedId}` };
}

function settingsOf({ fullText, keepDays }: Wishes): Partial<FeedSettings> {
  return { fullText: fullText ? 'always' : 'usual', ...(keepDays === null ? {} : { keepDays }) };
}

/** The view of the feed that is subscribed to at an address. */
export async function subscribedFeed(address: string): Promise<Result<ViewName>> {
  const isIt = ({ url }: { readonly url: string }) => url === address;
  const known = feedsNow().find(isIt);
  if (known) return { ok: true, value: `feed:${known.id}` };
  const feeds = await client.call('feeds.list', {});
  if (!feeds.ok) return feeds;
  const feed = feeds.value.find(isIt);
  if (feed) return { ok: true, value: `feed:${feed.id}` };
  const message = 'This feed is no longer among your subscriptions. Look at its address again.';
  return { ok: false, error: { code: 'not_found', message } };
}

export function showView(view: ViewName): void {
  // Whoever has a feed has seen the welcome.
  if (settingsNow()?.firstRunDone === false) void changeSettings({ firstRunDone: true });
  navigate({ view });
}

/** Names from the top down; empty is the top itself. */
export function pathOf(folder: Wishes['folder']): string[] {
  if (folder === null) return [];
  if (typeof folder === 'object') return [folder.name.trim()];
  const found = foldersNow().find(({ id }) => id === folder);
  return found ? [...pathOf(found.parentId), found.name] : [];
}

/** The folder that the reader is in: of the list, or of the feed whose list it is. */
export function folderHere(): FolderId | null {
  const { screen, view } = placeNow();
  if (screen !== 'reader') return null;
  const folder = idInView(view, 'folder');
  const feed = idInView(view, 'feed');
  if (feed !== undefined) return feedsNow().find(({ id }) => id === feed)?.folderId ?? null;
  return foldersNow().find(({ id }) => id === folder)?.id ?? null;
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
