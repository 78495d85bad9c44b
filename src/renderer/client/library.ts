/** What most of the window shows: feeds, folders, counts, the refresh and what they are called. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { Folder } from '../../contract/folders.ts';
import type { ViewName } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import type { SavedSearch } from '../../contract/saved-searches.ts';
import { queryClient } from './client.ts';
import { askKey, useAsk } from './use-ask.ts';
import { usePart } from './use-part.ts';

export type Counts = OutputOf<'counts.get'>;

const noFeeds: readonly FeedSummary[] = [];
const noFolders: readonly Folder[] = [];
const noSearches: readonly SavedSearch[] = [];

export function useFeeds(): readonly FeedSummary[] {
  return useAsk('feeds.list', {}).data ?? noFeeds;
}

/** One feed, for a row: drawn again when that feed changes, and not when another does. */
export function useFeed(id: number | undefined): FeedSummary | undefined {
  return usePart('feeds.list', (feeds) => (id === undefined ? undefined : byId(feeds).get(id)));
}

export function useFeedCount(): number {
  return usePart('feeds.list', (feeds) => feeds.length) ?? 0;
}

const indexes = new WeakMap<readonly FeedSummary[], ReadonlyMap<number, FeedSummary>>();

/** Worked out once an answer, and not once a row. */
function byId(feeds: readonly FeedSummary[]): ReadonlyMap<number, FeedSummary> {
  const known = indexes.get(feeds);
  if (known) return known;
  const index = new Map<number, FeedSummary>(feeds.map((feed) => [feed.id, feed]));
  indexes.set(feeds, index);
  return index;
}

export function useFolders(): readonly Folder[] {
  return useAsk('folders.list', {}).data ?? noFolders;
}

export function useSavedSearches(): readonly SavedSearch[] {
  return useAsk('savedSearches.list', {}).data ?? noSearches;
}

export function useCounts(): Counts | undefined {
  return useAsk('counts.get', {}).data;
}

/** One number of them, for a row; undefined until the counts are there. `pick` may look it up anew each time. */
export function useCount(pick: (counts: Counts) => number | undefined): number | undefined {
  return usePart('counts.get', pick);
}

export function useRefreshState(): OutputOf<'refresh.status'> | undefined {
  return useAsk('refresh.status', {}).data;
}

/** Unlike the whole state, this changes twice in a round and not with each feed. */
export function useIsRefreshing(): boolean {
  return usePart('refresh.status', ({ running }) => running) ?? false;
}

/** As last answered. */
export function countsNow(): Counts | undefined {
  return queryClient.getQueryData<Counts>(askKey('counts.get', {}));
}

/** As last answered, for commands; empty before the first answer. */
export function feedsNow(): readonly FeedSummary[] {
  return queryClient.getQueryData<readonly FeedSummary[]>(askKey('feeds.list', {})) ?? noFeeds;
}

export function foldersNow(): readonly Folder[] {
  return queryClient.getQueryData<readonly Folder[]>(askKey('folders.list', {})) ?? noFolders;
}

export function savedSearchesNow(): readonly SavedSearch[] {
  return queryClient.getQueryData<readonly SavedSearch[]>(askKey('savedSearches.list', {})) ?? noSearches;
}

/** Unread articles of a view as last counted; 0 where that is not known. */
export function unreadIn(view: ViewName): number {
  const counts = queryClient.getQueryData<Counts>(askKey('counts.get', {}));
  if (!counts) return 0;
  const feed = idInView(view, 'feed');
  if (feed !== undefined) return counts.feeds.find(({ id }) => id === feed)?.unread ?? 0;
  const folder = idInView(view, 'folder');
  if (folder !== undefined) return counts.folders.find(({ id }) => id === folder)?.unread ?? 0;
  const search = idInView(view, 'search');
  if (search !== undefined) return savedSearchesNow().find(({ id }) => id === search)?.unread ?? 0;
  return view === 'today' ? counts.today.unread : counts.all.unread;
}

const smartViews: Readonly<Record<string, string>> = {
  today: 'Today',
  'for-you': 'For you',
  all: 'All articles',
  unread: 'All unread',
  starred: 'Starred',
  later: 'Read later',
  hidden: 'Hidden',
};

/** 'feed:12' → 12; undefined for a view of another kind. */
export function idInView(view: ViewName, kind: 'feed' | 'folder' | 'search'): number | undefined {
  return view.startsWith(`${kind}:`) ? Number(view.slice(kind.length + 1)) : undefined;
}

export function viewTitle(
  view: ViewName,
  { feeds, folders }: { readonly feeds: readonly FeedSummary[]; readonly folders: readonly Folder[] },
): string {
  const feed = idInView(view, 'feed');
  if (feed !== undefined) return feeds.find(({ id }) => id === feed)?.title ?? 'Feed';
  const folder = idInView(view, 'folder');
  if (folder !== undefined) return folders.find(({ id }) => id === folder)?.name ?? 'Folder';
  const search = idInView(view, 'search');
  if (search !== undefined) return savedSearchesNow().find(({ id }) => id === search)?.name ?? 'Saved search';
  return smartViews[view] ?? view;
}

export function useViewTitle(view: ViewName): string {
  const title = () => viewTitle(view, { feeds: feedsNow(), folders: foldersNow() });
  usePart('savedSearches.list', title);
  usePart('folders.list', title);
  return usePart('feeds.list', title) ?? title();
}
