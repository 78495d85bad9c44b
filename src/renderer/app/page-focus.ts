/** Puts the focus where a page begins that the reader went to: on its heading, its list or its field, so that keys go on from there. */
import { placeNow } from './navigation.ts';
import { focusRegion, regionElement } from './regions.ts';

/** A page that is still being loaded or read is looked for so often, and no longer. */
const lookAgainMs = 50;
const mostLooks = 40;

let latest = 0;

/** Call it after navigate(), wherever the focus may be. What the reader focuses meanwhile by hand keeps the focus. */
export function focusPage(): void {
  latest += 1;
  const call = latest;
  const { screen, view } = placeNow();
  let from: Element | null = null;
  let looks = 0;
  const look = () => {
    const place = placeNow();
    if (call !== latest || place.screen !== screen || place.view !== view) return;
    // An empty page is `body`; what was left with its page counts as that.
    const { activeElement } = document;
    // Only now: the press that led here has given the focus to what was pressed.
    from ??= activeElement;
    if (activeElement !== from && activeElement !== document.body && from?.isConnected === true) return;
    looks += 1;
    if (!focusBeginning(screen) && looks < mostLooks) setTimeout(look, lookAgainMs);
  };
  // Not at once: a press or a dialog that closes for this gives the focus somewhere first.
  setTimeout(look);
}

/** False while it is not there. */
function focusBeginning(screen: string): boolean {
  if (screen === 'reader') return focusList();
  const beginning = screen === 'search' ? searchField() : headingOf();
  beginning?.focus({ preventScroll: true });
  return beginning !== null && document.activeElement === beginning;
}

function focusList(): boolean {
  const list = regionElement('list');
  if (list === null || list.querySelector('[aria-busy="true"]') !== null) return false;
  const hasRows = list.querySelector('.list-scroll:not([hidden])') !== null;
  if (hasRows && list.querySelector('[data-position]') === null) return false;
  // One pane shows the article alone.
  return focusRegion('list') || focusRegion('article');
}

function searchField(): HTMLElement | null {
  return regionElement('search')?.querySelector<HTMLElement>('[data-region-focus]') ?? null;
}

/** The one that a page names, else its first; it takes the focus, and Tab does not stop there. */
function headingOf(): HTMLElement | null {
  const main = document.getElementById('main');
  const heading =
    main?.querySelector<HTMLElement>('[data-page-heading]') ?? main?.querySelector<HTMLElement>('h1') ?? null;
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}
