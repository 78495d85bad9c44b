/** The one dialog that is open over the window, and what it is about. */
import { createStore, useStore } from '../lib/store.ts';
import { holdKeysForField } from './held-keys.ts';

/** Each has a line in app/screens.ts. */
export type OverlayName = 'palette' | 'shortcuts' | 'add-feed' | 'move-to' | 'saved-search' | 'picture' | 'mark-many';

export interface OpenOverlay {
  readonly name: OverlayName;
  /** What it is about: an address to add, a feed's id, a query to keep. */
  readonly argument: string | null;
}

/** Those that open with the caret in a text field. */
const withField: ReadonlySet<OverlayName> = new Set<OverlayName>(['palette', 'add-feed', 'saved-search']);

const overlay = createStore<OpenOverlay | null>(null);

export function openOverlay(name: OverlayName, argument: string | null = null): void {
  if (withField.has(name)) holdKeysForField();
  overlay.set({ name, argument });
}

export function closeOverlay(): void {
  overlay.set(null);
}

export function isOverlayOpen(): boolean {
  return overlay.get() !== null;
}

export function useOverlay(): OpenOverlay | null {
  return useStore(overlay, (open) => open);
}

export interface OverlayProps {
  readonly argument: string | null;
  readonly onClose: () => void;
}
