/** Which of the three layouts the window has room for. The style sheet decides by the same widths. */
import { useSyncExternalStore } from 'react';

export type WindowSize = 'wide' | 'tight' | 'narrow';

const narrowQuery = matchMedia('(max-width: 819.98px)');
const tightQuery = matchMedia('(max-width: 1179.98px)');

export function windowSize(): WindowSize {
  return narrowQuery.matches ? 'narrow' : tightQuery.matches ? 'tight' : 'wide';
}

function watch(listener: () => void): () => void {
  narrowQuery.addEventListener('change', listener);
  tightQuery.addEventListener('change', listener);
  return () => {
    narrowQuery.removeEventListener('change', listener);
    tightQuery.removeEventListener('change', listener);
  };
}

export function useWindowSize(): WindowSize {
  return useSyncExternalStore(watch, windowSize);
}
