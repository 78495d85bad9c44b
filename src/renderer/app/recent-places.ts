/** Where the reader was last, for the palette: lists and pages, by the names that it has for them. */
import { rememberState, windowState } from '../client/window-state.ts';
import { debounce } from '../lib/debounce.ts';
import { type Place, placeNow, watchPlace } from './navigation.ts';

const mostKept = 12;
/** Who walks through the sidebar was nowhere on the way. */
const stayedMs = 300;

const byScreen: Readonly<Partial<Record<Place['screen'], string>>> = {
  today: 'go.today',
  'for-you': 'go.forYou',
  search: 'go.search',
  subscriptions: 'go.subscriptions',
  catalogue: 'go.catalogue',
  import: 'go.import',
  settings: 'go.settings',
};
const byView: Readonly<Record<string, string>> = { unread: 'go.unread', starred: 'go.starred', later: 'go.later' };

/** 'feed:12', or the command that leads there; undefined for what is no place to come back to. */
export function placeId({ screen, view }: Pick<Place, 'screen' | 'view'>): string | undefined {
  if (screen !== 'reader') return byScreen[screen];
  return /^(feed|folder|search):/.test(view) ? view : byView[view];
}

/** For as long as the window is open. */
export function rememberPlaces(): void {
  const remember = debounce(() => {
    const id = placeId(placeNow());
    const { recent } = windowState.get();
    if (id !== undefined && id !== recent[0])
      rememberState({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, mostKept) });
  }, stayedMs);
  remember.call();
  watchPlace(remember.call);
}
