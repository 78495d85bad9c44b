/** Commands of the article list. */
import { markViewRead } from '../../app/article-actions.ts';
import { stepsNow } from '../../app/article-steps.ts';
import type { Command } from '../../app/commands.ts';
import { chosenArticles, noneChosen } from '../../app/current-article.ts';
import { isFocusMode } from '../../app/focus-mode.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { focusRegion } from '../../app/regions.ts';
import { setSettings } from '../../app/set-settings.ts';
import { feedsNow, foldersNow, viewTitle } from '../../client/library.ts';
import { settingsNow } from '../../client/settings.ts';
import { listState, openList, storyOf } from './list-model.ts';
import { chooseAll, extendChoice, step, stepUnread } from './list-moves.ts';
import { scrollToRow } from './list-scroll.ts';
import { markStoryRead } from './mark-story.ts';

const inReader = () => placeNow().screen === 'reader';
function storyHere() {
  const { articleId } = placeNow();
  return articleId === null ? null : storyOf(articleId);
}
const canStep = () => inReader() || stepsNow() !== null;

function stepArticle(by: 1 | -1): void {
  const own = stepsNow();
  if (own) own(by);
  else {
    // In the text the keys go on scrolling it; from anywhere else they come to the list.
    if (!document.activeElement?.closest('[data-region-part="list"], [data-region-part="article"]'))
      focusRegion('list');
    void step(by);
  }
}

export function markListRead(): void {
  const { view, arrival } = listState.get();
  const title = viewTitle(view, { feeds: feedsNow(), folders: foldersNow() });
  markViewRead(view, `in ${title}`, { upToArrival: arrival });
}

function markOlderRead(): void {
  const { articleId } = placeNow();
  const { view, arrival } = listState.get();
  if (articleId !== null) markViewRead(view, 'older than this', { upToArrival: arrival, olderThan: articleId });
}

/** Takes in what waits behind the pill: the list begins again at its top, with the open article kept. */
export function showNew(): void {
  void openList(listState.get()).then((position) => {
    if (position !== null) scrollToRow(0, 'start');
  });
}

const densities = ['comfortable', 'compact', 'cards'] as const;

function nextDensity(): void {
  const present = densities.indexOf(settingsNow()?.density ?? 'comfortable');
  setSettings({ density: densities[(present + 1) % densities.length] ?? 'comfortable' });
}

/** Space at the end of an article goes on; see the article's own command for the paging. */
export const listCommands: readonly Command[] = [
  {
    id: 'article.next',
    title: 'Next article',
    group: 'Move',
    icon: 'down',
    keys: ['J'],
    isEnabled: canStep,
    run: () => stepArticle(1),
  },
  {
    id: 'article.previous',
    title: 'Previous article',
    group: 'Move',
    icon: 'up',
    keys: ['K'],
    isEnabled: canStep,
    run: () => stepArticle(-1),
  },
  {
    id: 'article.nextUnread',
    title: 'Next unread',
    group: 'Move',
    keys: ['N'],
    isEnabled: inReader,
    run: () => void stepUnread(1),
  },
  {
    id: 'article.previousUnread',
    title: 'Previous unread',
    group: 'Move',
    keys: ['P'],
    isEnabled: inReader,
    run: () => void stepUnread(-1),
  },
  {
    id: 'list.markRead',
    title: 'Mark list read',
    group: 'Lists',
    icon: 'checks',
    keys: ['Shift A'],
    isEnabled: inReader,
    run: markListRead,
  },
  {
    id: 'list.markOlderRead',
    title: 'Mark older read',
    group: 'Lists',
    keys: ['Shift O'],
    isEnabled: inReader,
    run: markOlderRead,
  },
  {
    id: 'story.read',
    title: 'Mark story read',
    group: 'Article',
    icon: 'checks',
    keys: ['Shift M'],
    isEnabled: () => inReader() && storyHere() !== null,
    run: () => {
      const { articleId } = placeNow();
      if (articleId !== null) void markStoryRead(articleId);
    },
  },
  {
    id: 'story.unfold',
    title: 'Open or close a story',
    group: 'Lists',
    keys: ['ArrowRight', 'ArrowLeft'],
    onlyListed: true,
    run: () => undefined,
  },
  {
    id: 'list.density',
    title: 'Density',
    group: 'Lists',
    icon: 'rows',
    keys: ['D'],
    isEnabled: inReader,
    run: nextDensity,
  },
  {
    id: 'list.onlyUnread',
    title: 'Only unread',
    group: 'Lists',
    icon: 'filter',
    keys: ['U'],
    isEnabled: inReader,
    run: () => setSettings({ onlyUnread: !settingsNow()?.onlyUnread }),
  },
  {
    id: 'list.showNew',
    title: 'Show new articles',
    group: 'Lists',
    keys: ['.'],
    isEnabled: () => inReader() && listState.get().newCount > 0,
    run: showNew,
  },
  {
    id: 'list.chooseMore',
    title: 'Select more',
    group: 'Lists',
    keys: ['Shift ArrowDown'],
    onlyListed: true,
    run: () => void extendChoice(1),
  },
  {
    id: 'list.chooseAll',
    title: 'Select all',
    group: 'Lists',
    keys: ['Ctrl A'],
    isEnabled: () => inReader() && document.activeElement?.closest('[data-region-part="list"]') != null,
    run: chooseAll,
  },
  {
    id: 'list.endChoice',
    title: 'End selection',
    group: 'Lists',
    keys: ['Escape'],
    isEnabled: () => inReader() && chosenArticles.get().size > 0,
    run: () => chosenArticles.set(noneChosen),
  },
  {
    id: 'list.back',
    title: 'Back to the list',
    group: 'Move',
    keys: ['Escape'],
    isEnabled: () =>
      inReader() && !isFocusMode() && document.activeElement?.closest('[data-region-part="article"]') != null,
    run: () => {
      if (!focusRegion('list')) navigate({ articleId: null });
    },
  },
];
