/**
 * A window of a browser that has a profile to itself (server/open-window.ts): what it opens must not stay there, where the
 * person has no logins. The server passes it on to their own browser.
 */
import { openThrough } from '../lib/outside-address.ts';
import type { SessionKeys } from './session-keys.ts';

/** The page that lets a browser in writes it there (server/entry-page.ts). */
const storageName = 'broadsheet-window';

export function followLinksOutside(session: () => SessionKeys | undefined): void {
  if (!isOwnWindow()) return;
  const open = (url: string): void => {
    const secret = session()?.secret;
    if (secret === undefined) return;
    const headers = { 'content-type': 'application/json', 'broadsheet-session': secret };
    // a server that is gone has its own notice in the window
    void fetch('/open', { method: 'POST', headers, body: JSON.stringify({ url }) }).catch(() => {});
  };
  openThrough(open);
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
    // after the window's own listeners, which may have done something else
    if (event.defaultPrevented || event.button > 1 || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    open(link.href);
  };
  addEventListener('click', follow);
  addEventListener('auxclick', follow);
}

function isOwnWindow(): boolean {
  try {
    return sessionStorage.getItem(storageName) === 'own';
  } catch {
    return false; // this browser keeps nothing, so that it was not told
  }
}
