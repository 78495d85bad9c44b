/** Loads what the first paint did without, one part after another while nothing else is to be done, so that no key waits for it. */
import { openArticle } from '../features/article/lazy-article.ts';
import { textPanel } from '../features/article/lazy-text-panel.ts';
import { overlays, screens } from './screens.ts';

/** What is likely to be wanted first comes first. */
const parts = [
  openArticle,
  screens.search,
  overlays.palette,
  screens.today,
  textPanel,
  overlays['add-feed'],
  screens.story,
  screens.settings,
  screens['for-you'],
  overlays.shortcuts,
  screens.subscriptions,
  overlays['saved-search'],
  overlays['move-to'],
];

/** Until the returned function is called. */
export function loadWhenIdle(): () => void {
  let waiting = 0;
  const loadFrom = (at: number) => {
    if (at >= parts.length) return;
    waiting = requestIdleCallback(() => {
      // A part that cannot be loaded is asked for again when it is wanted, and fails there.
      const next = () => loadFrom(at + 1);
      parts[at]?.preload().then(next, next);
    });
  };
  loadFrom(0);
  return () => cancelIdleCallback(waiting);
}
