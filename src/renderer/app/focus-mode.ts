/** Reading with nothing beside the article: sidebar, list and bar go, until Z or Esc, or until the article is left. */
import { useEffect } from 'react';
import { createStore, useStore } from '../lib/store.ts';
import { type Place, placeNow, usePlace } from './navigation.ts';
import { movePanes } from './panes.ts';
import { focusRegion } from './regions.ts';

const focusMode = createStore(false);
/** px from the top: the pointer is on its way to the bar. */
const nearTopPx = 72;

const canFocus = ({ screen, articleId }: Place) => screen === 'reader' && articleId !== null;

/** Whether the window shows the article alone. */
export function useFocusMode(): boolean {
  const isOn = useStore(focusMode, (on) => on);
  const isPossible = usePlace(canFocus);
  useEffect(() => {
    if (!isPossible) focusMode.set(false);
  }, [isPossible]);
  return isOn && isPossible;
}

export function isFocusMode(): boolean {
  return focusMode.get();
}

export function mayFocus(): boolean {
  return canFocus(placeNow());
}

export function toggleFocusMode(): void {
  movePanes();
  focusMode.set((isOn) => !isOn);
  // What had the focus may be about to go.
  if (focusMode.get()) focusRegion('article');
}

/** Tells when the pointer comes near the top and goes again. Until the returned function is called. */
export function watchNearTop(tell: (isNear: boolean) => void): () => void {
  let wasNear = false;
  const onMove = ({ clientY }: PointerEvent) => {
    const isNear = clientY < nearTopPx;
    if (isNear !== wasNear) tell(isNear);
    wasNear = isNear;
  };
  addEventListener('pointermove', onMove, { passive: true });
  return () => removeEventListener('pointermove', onMove);
}
