/** The one gate for addresses that are kept to be opened later. */
import { bareAddress } from './logins.ts';

/**
 * The address as given when a browser may open it (http or https), else undefined. `javascript:`, `data:`, `file:` and the
 * schemes of other programs come from feeds, lists and archives alike: none of them is kept. Nor is a login in an address.
 */
export function webAddress(raw: string | null | undefined): string | undefined {
  const address = raw?.trim() ?? '';
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? bareAddress(address) : undefined;
}
