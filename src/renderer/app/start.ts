/** What must be known before the first paint, so that nothing jumps: the look, the place and the open folders. */
import type { OutputOf } from '../../contract/index.ts';
import { ask, client, queryClient } from '../client/client.ts';
import { settingsNow } from '../client/settings.ts';
import { askKey } from '../client/use-ask.ts';
import { rememberState, restoreState, windowState } from '../client/window-state.ts';
import { articleCommands } from '../features/article/commands.ts';
import { openArticle } from '../features/article/lazy-article.ts';
import { listCommands } from '../features/list/commands.ts';
import { sidebarCommands } from '../features/sidebar/commands.ts';
import { registerCommands } from './commands.ts';
import { followFinds } from './follow-finds.ts';
import { placeNow, startAt, watchPlace } from './navigation.ts';
import { rememberPlaces } from './recent-places.ts';
import { screens } from './screens.ts';
import { standardCommands } from './standard-commands.ts';
import { screenOf } from './view-screens.ts';

type StartStatus = OutputOf<'start.status'>;
const isOpen: StartStatus = { progress: null, trouble: null };

/**
 * Answers how far the library is where it is not open yet, or what is wrong where it cannot be opened; then there is
 * nothing else to be shown. Never fails: a window that cannot reach the core opens and says so in its panes.
 */
export async function start(): Promise<StartStatus> {
  // In this order the sheet of shortcuts shows them.
  registerCommands([...listCommands, ...articleCommands, ...standardCommands, ...sidebarCommands]);
  const [{ isFirst }] = await Promise.all([restoreState(), load('settings.get'), load('folders.list')]);
  if (settingsNow() === undefined) {
    const status = await client.call('start.status', {});
    if (status.ok && (status.value.progress || status.value.trouble)) return status.value;
  }
  if (isFirst) openAllFolders();
  const { view, articleId, search } = windowState.get();
  const isFirstRun = settingsNow()?.firstRunDone === false && (await hasNoFeeds());
  const screen = search === null ? screenOf(view) : 'search';
  void (screens[screen] ?? (articleId === null ? undefined : openArticle))?.preload();
  // A page of stories opens as a page; an article is open again only beside its list.
  const argument = search?.query || null;
  const open = screenOf(view) === 'reader' ? articleId : null;
  startAt(isFirstRun ? { screen: 'first-run' } : { screen, view, articleId: open, argument });
  watchPlace(() => {
    const place = placeNow();
    if (place.screen === 'reader' || place.screen === screenOf(place.view))
      rememberState({ view: place.view, articleId: place.articleId });
    if (place.screen !== 'search' && windowState.get().search !== null) rememberState({ search: null });
  });
  rememberPlaces();
  followFinds();
  return isOpen;
}

async function load(name: 'settings.get' | 'folders.list' | 'feeds.list'): Promise<void> {
  await queryClient.prefetchQuery({ queryKey: askKey(name, {}), queryFn: () => ask(name, {}) });
}

async function hasNoFeeds(): Promise<boolean> {
  await load('feeds.list');
  return queryClient.getQueryData<readonly unknown[]>(askKey('feeds.list', {}))?.length === 0;
}

/** A new library shows what is in its folders; after that the reader's choice is kept. */
function openAllFolders(): void {
  const folders = queryClient.getQueryData<readonly { readonly id: number }[]>(askKey('folders.list', {})) ?? [];
  if (folders.length > 0) rememberState({ openFolders: folders.map(({ id }) => id) });
}
