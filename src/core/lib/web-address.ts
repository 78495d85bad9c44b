/** The one gate for addresses that are kept to be opened later. */

/**
 * The address as given when a browser may open it (http or https), else undefined. `javascript:`, `data:`, `file:` and the
 * schemes of other programs come from feeds, lists and archives alike: none of them is kept.
 */
export function webAddress(raw: string | null | undefined): string | undefined {
  const address = raw?.trim() ?? '';
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}
