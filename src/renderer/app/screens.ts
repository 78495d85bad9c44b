/**
 * Which component stands for each screen and each dialog.
 *
 * To add a screen:
 *  1. Write `features/<name>/screen.tsx` with an exported `Screen` (props: ScreenProps). It fills the main pane: begin with
 *     <ScreenBar>, then a `.scroll` or what the page needs. It is loaded when it is first opened.
 *  2. Give it its line in `screens` below, and its name in ScreenName (app/navigation.ts) if it is a new one.
 *  3. Its styles: `features/<name>/<name>.css`, imported at the top of screen.tsx. Name no colour and no size of type:
 *     use the tokens.
 *  4. Commands of its own: registerCommands() of app/commands.ts in an effect, so that they last as long as the screen.
 *     The command that opens it ('go.…') is in app/standard-commands.ts already.
 *
 * What a screen may import: app/ (navigation, commands, overlays, undo, article-actions), client/ (useAsk, client,
 * library, settings), ui/ and lib/. Never another feature, and of the contract types only. To ask: useAsk('feeds.list', {}).
 * To change: `const result = await client.call('feeds.rename', …)`, then toastDone('Renamed …', operationId) or
 * toastFailure(result.error.message); what changed comes back by the core's event, so nothing is invalidated by hand.
 *
 * To add a dialog: `features/<name>/dialog.tsx`, built on ui/dialog.tsx, and a line in `overlays`; open it with
 * openOverlay('<name>', argument).
 *
 * A view that has a page of its own (Today, For you) is named in app/view-screens.ts too.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenName, ScreenProps } from './navigation.ts';
import type { OverlayName, OverlayProps } from './overlays.ts';

type LazyScreen = LazyExoticComponent<ComponentType<ScreenProps>>;
type LazyOverlay = LazyExoticComponent<ComponentType<OverlayProps>>;

export const screens: Readonly<Partial<Record<ScreenName, LazyScreen>>> = {
  today: lazy(async () => ({ default: (await import('../features/today/screen.tsx')).Screen })),
  'for-you': lazy(async () => ({ default: (await import('../features/for-you/screen.tsx')).Screen })),
  story: lazy(async () => ({ default: (await import('../features/story/screen.tsx')).Screen })),
  search: lazy(async () => ({ default: (await import('../features/search/screen.tsx')).Screen })),
  subscriptions: lazy(async () => ({ default: (await import('../features/subscriptions/screen.tsx')).Screen })),
  catalogue: lazy(async () => ({ default: (await import('../features/catalogue/screen.tsx')).Screen })),
  import: lazy(async () => ({ default: (await import('../features/import/screen.tsx')).Screen })),
  settings: lazy(async () => ({ default: (await import('../features/settings/screen.tsx')).Screen })),
  'first-run': lazy(async () => ({ default: (await import('../features/first-run/screen.tsx')).Screen })),
};

export const overlays: Readonly<Record<OverlayName, LazyOverlay>> = {
  palette: lazy(async () => ({ default: (await import('../features/palette/dialog.tsx')).PaletteDialog })),
  shortcuts: lazy(async () => ({ default: (await import('../features/shortcuts/dialog.tsx')).ShortcutsDialog })),
  'add-feed': lazy(async () => ({ default: (await import('../features/add-feed/dialog.tsx')).AddFeedDialog })),
  'saved-search': lazy(async () => ({
    default: (await import('../features/search/saved-search-dialog.tsx')).SavedSearchDialog,
  })),
  'move-to': lazy(async () => ({ default: (await import('../features/sidebar/move-to-dialog.tsx')).MoveToDialog })),
};
