/** The window's own address, and how a caller or a navigation is held against it. */

export const scheme = 'broadsheet';
export const pageHost = 'app';
export const pageAddress = `${scheme}://${pageHost}/index.html`;

/**
 * Compares scheme and host, not `origin`: the origin of an address with a scheme of its own is "null" outside Chromium,
 * and so equal for all of them.
 */
export function isOwnPage(address: string | undefined): boolean {
  return partsOf(address) !== undefined;
}

/** The page itself, and no stored picture or sound under the same host: those would take its place in the window. */
export function isStartPage(address: string): boolean {
  return ['/', '/index.html'].includes(partsOf(address)?.pathname ?? '');
}

function partsOf(address: string | undefined): URL | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url?.protocol === `${scheme}:` && url.host === pageHost ? url : undefined;
}
