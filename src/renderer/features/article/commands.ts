/** Commands of the open article. */
import { copyLink, openOriginal, toggleLater, toggleRead, toggleStar } from '../../app/article-actions.ts';
import { type Command, runCommand } from '../../app/commands.ts';
import { currentArticle } from '../../app/current-article.ts';
import { isFocusMode, mayFocus, toggleFocusMode } from '../../app/focus-mode.ts';
import { placeNow } from '../../app/navigation.ts';
import { focusRegion, regionElement } from '../../app/regions.ts';
import { createStore } from '../../lib/store.ts';
import { showFeedText, showFullText, shownFrom, sourceOf, textSource } from './text-source.ts';
import { loadedArticle } from './use-article.ts';

/** Whether the panel of theme and text is open. */
export const textPanelOpen = createStore(false);

const withArticles: ReadonlySet<string> = new Set(['reader', 'search', 'today', 'for-you', 'story']);
const showsArticles = () => withArticles.has(placeNow().screen);
const hasArticle = () => showsArticles() && placeNow().articleId !== null;
/** A pane for articles stands there, with or without one in it. */
const hasPane = () => placeNow().screen === 'reader' || placeNow().screen === 'search';
const hasTarget = () => currentArticle() !== undefined;

function toggleFullText(): void {
  const { articleId } = placeNow();
  const article = articleId === null ? undefined : loadedArticle(articleId);
  if (!article) return;
  const from = shownFrom(sourceOf(textSource.get(), article.id), article);
  if (from === 'page') showFeedText(article.id);
  else void showFullText(article);
}

/** Leaves this much of the page before in sight. */
const overlapPx = 56;

/** Over a page of stories there is no list to find the next unread in: the page's next story comes. */
function goOn(): void {
  if (!runCommand('article.nextUnread')) runCommand('article.next');
}

function page(by: 1 | -1): void {
  const scroller = regionElement('article')?.querySelector<HTMLElement>('.scroll');
  if (!scroller || placeNow().articleId === null) {
    if (by > 0) goOn();
    return;
  }
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4;
  if (by > 0 && isAtEnd) goOn();
  else scroller.scrollBy({ top: by * (scroller.clientHeight - overlapPx) });
}

export const articleCommands: readonly Command[] = [
  {
    id: 'page.next',
    title: 'Page, then next unread',
    group: 'Move',
    keys: ['Space'],
    isEnabled: () => placeNow().screen === 'reader' || hasArticle(),
    run: () => page(1),
  },
  {
    id: 'page.previous',
    title: 'Page up',
    group: 'Move',
    keys: ['Shift Space'],
    isEnabled: hasArticle,
    run: () => page(-1),
  },
  {
    id: 'article.enter',
    title: 'Open in reader',
    group: 'Article',
    keys: ['Enter'],
    onlyListed: true,
    run: () => void focusRegion('article'),
  },
  {
    id: 'article.read',
    title: 'Read or unread',
    group: 'Article',
    icon: 'eye',
    keys: ['M'],
    isEnabled: hasTarget,
    run: () => toggleRead(),
  },
  {
    id: 'article.star',
    title: 'Star',
    group: 'Article',
    icon: 'star',
    keys: ['S'],
    isEnabled: hasTarget,
    run: () => toggleStar(),
  },
  {
    id: 'article.later',
    title: 'Read later',
    group: 'Article',
    icon: 'clock',
    keys: ['L'],
    isEnabled: hasTarget,
    run: () => toggleLater(),
  },
  {
    id: 'article.fullText',
    title: 'Full text',
    group: 'Article',
    icon: 'text',
    keys: ['F'],
    isEnabled: hasArticle,
    run: toggleFullText,
  },
  {
    id: 'article.original',
    title: 'Open original',
    group: 'Article',
    icon: 'ext',
    keys: ['O'],
    isEnabled: hasTarget,
    run: () => openOriginal(),
  },
  {
    id: 'article.copyLink',
    title: 'Copy link',
    group: 'Article',
    icon: 'link',
    keys: ['Ctrl Shift C'],
    isEnabled: hasTarget,
    run: () => copyLink(),
  },
  {
    id: 'article.focus',
    title: 'Focus',
    group: 'Article',
    icon: 'focus',
    keys: ['Z'],
    isEnabled: mayFocus,
    run: toggleFocusMode,
  },
  {
    id: 'article.leaveFocus',
    title: 'Leave focus',
    group: 'Article',
    keys: ['Escape'],
    isEnabled: () => isFocusMode() && mayFocus(),
    run: toggleFocusMode,
  },
  {
    id: 'article.look',
    title: 'Theme and text',
    group: 'Article',
    icon: 'aa',
    keys: ['T'],
    isEnabled: () => hasPane() || hasArticle(),
    run: () => textPanelOpen.set((isOpen) => !isOpen),
  },
];
