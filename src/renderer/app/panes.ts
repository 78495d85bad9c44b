/** Whether the sidebar is shown: beside the page where there is room, over it (the drawer) where there is not. */
import { rememberState, windowState } from '../client/window-state.ts';
import { createStore, useStore } from '../lib/store.ts';
import { placeNow } from './navigation.ts';
import { focusRegion } from './regions.ts';
import { windowSize } from './window-size.ts';

const drawer = createStore(false);

export function useDrawer(): boolean {
  return useStore(drawer, (isOpen) => isOpen);
}

export function useSideHidden(): boolean {
  return useStore(windowState, ({ sideHidden }) => sideHidden);
}

/** Whether the window has no room for the sidebar beside the present screen. */
function usesDrawer(): boolean {
  const size = windowSize();
  return size === 'narrow' || (size === 'tight' && placeNow().screen === 'reader');
}

export function toggleSidebar(): void {
  if (usesDrawer()) {
    drawer.set((isOpen) => !isOpen);
    if (drawer.get()) requestAnimationFrame(() => focusRegion('side'));
    else focusRegion('list');
  } else rememberState({ sideHidden: !windowState.get().sideHidden });
}

export function isDrawerOpen(): boolean {
  return drawer.get();
}

export function closeDrawer(): void {
  drawer.set(false);
}
