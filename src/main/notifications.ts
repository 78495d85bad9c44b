/** Tells of new articles while the reader is elsewhere, where the settings ask for it. */
import { Notification } from 'electron';
import type { Transport } from '../contract/client.ts';
import type { RefreshState } from '../contract/refresh.ts';
import { findIn, newsOfRound } from './round-news.ts';

export function notifyOfNews(
  core: Transport,
  {
    isWanted,
    onOpen,
  }: {
    /** Asked at the end of each round: the setting is on and the window is not in front. */
    readonly isWanted: () => boolean;
    readonly onOpen: () => void;
  },
): void {
  let before: RefreshState | undefined;
  // Held until clicked or replaced: a notification that is collected forgets its listener.
  let shown: Notification | undefined;
  core.on((event) => {
    if (event.type !== 'refresh') return;
    const news = newsOfRound(before, event.refresh);
    before = event.refresh;
    if (!news || !isWanted() || !Notification.isSupported()) return;
    shown = new Notification({ ...news, silent: true });
    shown.on('click', onOpen);
    shown.show();
  });
}

/** Tells of what a saved search or a feed has found, where each asks for it. A click leads to its view. */
export function notifyOfFinds(
  core: Transport,
  { isWanted, onOpen }: { readonly isWanted: () => boolean; readonly onOpen: (view: string) => void },
): void {
  const shown = new Map<string, Notification>();
  core.on((event) => {
    const find = findIn(event);
    if (!find || !isWanted() || !Notification.isSupported()) return;
    const { view, ...words } = find;
    // One for each view: what is newer takes the place of what was not looked at.
    shown.get(view)?.close();
    const notification = new Notification({ ...words, silent: true });
    shown.set(view, notification);
    notification.on('click', () => onOpen(view));
    notification.show();
  });
}
