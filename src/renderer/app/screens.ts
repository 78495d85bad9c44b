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
import { type Lazily, lazily } from '../lib/lazily.ts';
import type { ScreenName, ScreenProps } from './navigation.ts';
import type { OverlayName, OverlayProps } from './overlays.ts';

export const screens: Readonly<Partial<Record<ScreenName, Lazily<ScreenProps>>>> = {
  today: lazily(async () => (await import('../features/today/screen.tsx')).Screen),
  'for-you': lazily(async () => (await import('../features/for-you/screen.tsx')).Screen),
  story: lazily(async () => (await import('../features/story/screen.tsx')).Screen),
  search: lazily(async () => (await import('../features/search/screen.tsx')).Screen),
  subscriptions: lazily(async () => (await import('../features/subscriptions/screen.tsx')).Screen),
  catalogue: lazily(async () => (await import('../features/catalogue/screen.tsx')).Screen),
  import: lazily(async () => (await import('../features/import/screen.tsx')).Screen),
  settings: lazily(async () => (await import('../features/settings/screen.tsx')).Screen),
  history: lazily(async () => (await import('../features/history/screen.tsx')).Screen),
  'first-run': lazily(async () => (await import('../features/first-run/screen.tsx')).Screen),
};

export const overlays: Readonly<Record<OverlayName, Lazily<OverlayProps>>> = {
  palette: lazily(async () => (await import('../features/palette/dialog.tsx')).PaletteDialog),
  shortcuts: lazily(async () => (await import('../features/shortcuts/dialog.tsx')).ShortcutsDialog),
  'add-feed': lazily(async () => (await import('../features/add-feed/dialog.tsx')).AddFeedDialog),
  'saved-search': lazily(async () => (await import('../features/search/saved-search-dialog.tsx')).SavedSearchDialog),
  'mark-many': lazily(async () => (await import('../features/mark-many/dialog.tsx')).MarkManyDialog),
  picture: lazily(async () => (await import('../features/article/lightbox.tsx')).Lightbox),
  'move-to': lazily(async () => (await import('../features/sidebar/move-to-dialog.tsx')).MoveToDialog),
};
