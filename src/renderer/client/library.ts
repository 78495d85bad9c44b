/** What most of the window shows: feeds, folders, counts, the refresh and what they are called. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { Folder } from '../../contract/folders.ts';
import type { ViewName } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import type { SavedSearch } from '../../contract/saved-searches.ts';
import { queryClient } from './client.ts';
import { askKey, useAsk } from './use-ask.ts';

export type Counts = OutputOf<'counts.get'>;

const noFeeds: readonly FeedSummary[] = [];
const noFolders: readonly Folder[] = [];
const noSearches: readonly SavedSearch[] = [];

export function useFeeds(): readonly FeedSummary[] {
  return useAsk('feeds.list', {}).data ?? noFeeds;
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

export function useRefreshState(): OutputOf<'refresh.status'> | undefined {
  return useAsk('refresh.status', {}).data;
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
  // Asked for here so that the title is drawn again when the search has another name.
  useSavedSearches();
  return viewTitle(view, { feeds: useFeeds(), folders: useFolders() });
}
