/** Commands that belong to no pane: going somewhere, undo, refresh, text size, and the dialogs. */
import type { FeedId, ViewName } from '../../contract/ids.ts';
import { idInView } from '../client/library.ts';
import { settingsNow } from '../client/settings.ts';
import type { Command } from './commands.ts';
import { currentArticle } from './current-article.ts';
import { refresh } from './feed-actions.ts';
import { holdKeysForField } from './held-keys.ts';
import { goBack, goForward, navigate, placeNow, type ScreenName } from './navigation.ts';
import { openOverlay } from './overlays.ts';
import { focusPage } from './page-focus.ts';
import { isDrawerOpen, toggleSidebar } from './panes.ts';
import { focusRegion, isWalkingTree, stepRegion } from './regions.ts';
import { setSettings } from './set-settings.ts';
import { redo, undo } from './undo.ts';
import { screenOf } from './view-screens.ts';

/** A view has its own screen once that is built; until then the reader shows it as a list. */
export function goToView(view: ViewName): void {
  navigate({ screen: screenOf(view), view });
}

/** What the list shows; on a page without one, everything. */
function refreshHere(): void {
  const { screen, view } = placeNow();
  const isList = screen === 'reader';
  const feed = isList ? idInView(view, 'feed') : undefined;
  const folder = isList ? idInView(view, 'folder') : undefined;
  refresh(feed !== undefined ? { feedIds: [feed as FeedId] } : folder !== undefined ? { folderId: folder } : {});
}

const scaleStep = 0.05;
const smallestScale = 0.85;
const largestScale = 1.4;

function scaleText(change: number | null): void {
  const settings = settingsNow();
  if (!settings) return;
  const next = change === null ? 1 : Math.round((settings.readScale + change) * 100) / 100;
  setSettings({ readScale: Math.min(largestScale, Math.max(smallestScale, next)) });
}

/** From the search page itself the key leads back into its field. */
export function goToSearch(): void {
  if (placeNow().screen === 'search') focusRegion('search');
  else {
    holdKeysForField();
    navigate({ screen: 'search' });
    focusPage();
  }
}

function toScreen(screen: ScreenName): () => void {
  return () => {
    navigate({ screen });
    focusPage();
  };
}

function toView(view: ViewName): () => void {
  return () => {
    goToView(view);
    focusPage();
  };
}

const going: readonly Command[] = [
  { id: 'go.today', title: 'Today', group: 'Go to', icon: 'today', keys: ['G T'], run: toView('today') },
  {
    id: 'today.catchUp',
    title: 'Catch up',
    group: 'Go to',
    icon: 'clock',
    keys: ['G C'],
    run: () => {
      navigate({ screen: 'today', view: 'today', argument: 'catch-up' });
      focusPage();
    },
  },
  { id: 'go.unread', title: 'All unread', group: 'Go to', icon: 'inbox', keys: ['G U'], run: toView('unread') },
  {
    id: 'go.forYou',
    title: 'For you',
    group: 'Go to',
    icon: 'spark',
    keys: ['G Y'],
    isEnabled: () => screenOf('for-you') !== 'reader',
    run: toView('for-you'),
  },
  { id: 'go.starred', title: 'Starred', group: 'Go to', icon: 'star', keys: ['G S'], run: toView('starred') },
  { id: 'go.later', title: 'Read later', group: 'Go to', icon: 'clock', keys: ['G L'], run: toView('later') },
  {
    id: 'go.feed',
    title: 'The feed of this article',
    group: 'Go to',
    icon: 'folder',
    keys: ['G F'],
    run: () => {
      const article = currentArticle();
      if (article) navigate({ view: `feed:${article.feedId}`, articleId: article.id });
    },
  },
  {
    id: 'go.subscriptions',
    title: 'Subscriptions',
    group: 'Go to',
    icon: 'rows',
    keys: ['G M'],
    run: toScreen('subscriptions'),
  },
  { id: 'go.history', title: 'History', group: 'Go to', icon: 'clock', keys: ['G Z'], run: toScreen('history') },
  { id: 'go.catalogue', title: 'Catalogue', group: 'Go to', icon: 'globe', keys: [], run: toScreen('catalogue') },
  { id: 'go.import', title: 'Import subscriptions', group: 'Go to', icon: 'import', keys: [], run: toScreen('import') },
  {
    id: 'go.anything',
    title: 'A feed or folder',
    group: 'Go to',
    keys: ['Ctrl K'],
    onlyListed: true,
    run: () => openOverlay('palette'),
  },
  { id: 'go.search', title: 'Search', group: 'Go to', icon: 'search', keys: ['/'], run: goToSearch },
];

const everywhere: readonly Command[] = [
  { id: 'undo', title: 'Undo', group: 'Everywhere', icon: 'undo', keys: ['Ctrl Z'], run: () => undo() },
  { id: 'redo', title: 'Redo', group: 'Everywhere', icon: 'redo', keys: ['Ctrl Shift Z'], run: () => redo() },
  {
    id: 'palette',
    title: 'Command palette',
    group: 'Everywhere',
    icon: 'search',
    keys: ['Ctrl K'],
    run: () => openOverlay('palette'),
  },
  { id: 'sidebar', title: 'Sidebar', group: 'Everywhere', icon: 'sidebar', keys: ['Ctrl \\'], run: toggleSidebar },
  {
    id: 'go.settings',
    title: 'Settings',
    group: 'Everywhere',
    icon: 'gear',
    keys: ['Ctrl ,'],
    run: toScreen('settings'),
  },
  { id: 'text.larger', title: 'Larger text', group: 'Everywhere', keys: ['Ctrl +'], run: () => scaleText(scaleStep) },
  {
    id: 'text.smaller',
    title: 'Smaller text',
    group: 'Everywhere',
    keys: ['Ctrl -'],
    run: () => scaleText(-scaleStep),
  },
  { id: 'text.usual', title: 'Usual text size', group: 'Everywhere', keys: ['Ctrl 0'], run: () => scaleText(null) },
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Everywhere',
    icon: 'keys',
    keys: ['?'],
    run: () => openOverlay('shortcuts'),
  },
];

const moving: readonly Command[] = [
  {
    id: 'drawer.close',
    title: 'Close the sidebar over the page',
    group: 'Everywhere',
    keys: ['Escape'],
    isEnabled: isDrawerOpen,
    run: toggleSidebar,
  },
  { id: 'pane.next', title: 'Next pane', group: 'Move', keys: ['F6'], run: () => stepRegion(1) },
  { id: 'pane.previous', title: 'Previous pane', group: 'Move', keys: ['Shift F6'], run: () => stepRegion(-1) },
  {
    id: 'back',
    title: 'Back',
    group: 'Move',
    icon: 'left',
    keys: ['Alt ArrowLeft'],
    isEnabled: outsideTree,
    run: goBack,
  },
  {
    id: 'forward',
    title: 'Forward',
    group: 'Move',
    icon: 'right',
    keys: ['Alt ArrowRight'],
    isEnabled: outsideTree,
    run: goForward,
  },
];

/** To a reader who walks the tree by keys, Alt and an arrow move a feed. */
function outsideTree(): boolean {
  return document.activeElement === null || !isWalkingTree(document.activeElement);
}

const feeds: readonly Command[] = [
  {
    id: 'feed.add',
    title: 'Add feed',
    group: 'Feeds',
    icon: 'plus',
    keys: ['A'],
    run: (address) => openOverlay('add-feed', address ?? null),
  },
  { id: 'refresh.here', title: 'Refresh this', group: 'Feeds', icon: 'refresh', keys: ['R'], run: refreshHere },
  { id: 'refresh.all', title: 'Refresh all', group: 'Feeds', icon: 'refresh', keys: ['Shift R'], run: () => refresh() },
];

export const standardCommands: readonly Command[] = [...going, ...everywhere, ...moving, ...feeds];
