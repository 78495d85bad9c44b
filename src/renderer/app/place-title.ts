/** What the window is called at a place: on a browser's tab, in the list of windows, and in the browser's history. */
import type { ViewName } from '../../contract/ids.ts';
import { exactCount } from '../lib/numbers.ts';
import type { Place } from './navigation.ts';

const pages: Readonly<Partial<Record<Place['screen'], string>>> = {
  story: 'Story',
  subscriptions: 'Subscriptions',
  catalogue: 'Catalogue',
  import: 'Import and export',
  settings: 'Settings',
  history: 'History',
  'first-run': 'Welcome',
};

/** '(12) All unread – Broadsheet'; `unread` counts the whole library, as a tab in the background is looked at for that. */
export function placeTitle(
  { screen, view, argument }: Pick<Place, 'screen' | 'view' | 'argument'>,
  { unread, titleOf }: { readonly unread: number; readonly titleOf: (view: ViewName) => string },
): string {
  const query = screen === 'search' ? argument?.trim() : undefined;
  const name = query ? `Search: ${query}` : screen === 'search' ? 'Search archive' : (pages[screen] ?? titleOf(view));
  return `${unread > 0 ? `(${exactCount(unread)}) ` : ''}${name} – Broadsheet`;
}
