/** Whether the sidebar is shown: beside the page where there is room, over it (the drawer) where there is not. */
import { useEffect } from 'react';
import { rememberState, windowState } from '../client/window-state.ts';
import { createStore, useStore } from '../lib/store.ts';
import { placeNow, type ScreenName, usePlace } from './navigation.ts';
import { focusRegion } from './regions.ts';
import { useWindowSize, type WindowSize, windowSize } from './window-size.ts';

const drawer = createStore(false);

/** Whether the drawer is open. It ends where the window, made wider, or another screen has room for the sidebar. */
export function useDrawer(): boolean {
  const isOpen = useStore(drawer, (value) => value);
  const needsDrawer = hasNoRoom(
    useWindowSize(),
    usePlace(({ screen }) => screen),
  );
  useEffect(() => {
    if (!needsDrawer) closeDrawer();
  }, [needsDrawer]);
  return isOpen && needsDrawer;
}

export function useSideHidden(): boolean {
  return useStore(windowState, ({ sideHidden }) => sideHidden);
}

/** Whether a window of this size has no room for the sidebar beside a screen. */
function hasNoRoom(size: WindowSize, screen: ScreenName): boolean {
  return size === 'narrow' || (size === 'tight' && screen === 'reader');
}

/** px and ms are the style sheet's; a little longer than the movement. */
const movingMs = 400;
let moving: ReturnType<typeof setTimeout> | undefined;

/** What changes the panes now does so in a movement. A drag of a divider, or a window made narrower, does not. */
export function movePanes(): void {
  document.documentElement.dataset.panes = 'moving';
  clearTimeout(moving);
  moving = setTimeout(() => delete document.documentElement.dataset.panes, movingMs);
}

export function toggleSidebar(): void {
  if (hasNoRoom(windowSize(), placeNow().screen)) {
    drawer.set((isOpen) => !isOpen);
    if (drawer.get()) requestAnimationFrame(() => focusRegion('side'));
    else focusRegion('list');
  } else {
    movePanes();
    rememberState({ sideHidden: !windowState.get().sideHidden });
  }
}

export function isDrawerOpen(): boolean {
  return drawer.get();
}

export function closeDrawer(): void {
  drawer.set(false);
}
