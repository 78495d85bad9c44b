/** The window's own address, and how a caller or a navigation is held against it. */

export const scheme = 'broadsheet';
export const pageHost = 'app';
export const pageAddress = `${scheme}://${pageHost}/index.html`;

/**
 * Compares scheme and host, not `origin`: the origin of an address with a scheme of its own is "null" outside Chromium,
 * and so equal for all of them.
 */
export function isOwnPage(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${scheme}:` && host === pageHost;
}
