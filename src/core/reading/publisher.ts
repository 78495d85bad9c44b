/** Who publishes an article, by the address it is linked at. */

import { getDomain } from 'tldts';

/** Hosts under which everybody has a name of their own: there the whole host is the publisher. */
const options = { allowPrivateDomains: true };

/**
 * Registrable domain of the address (bbc.co.uk for news.bbc.co.uk, someone.github.io under a shared host); the full
 * host where there is none (an IP address, a local name); undefined when the address is none.
 */
export function publisherOf(url: string | undefined): string | undefined {
  if (url === undefined) {
    return undefined;
  }
  const host = URL.parse(url)?.hostname;
  if (host === undefined || host === '') {
    return undefined;
  }
  return getDomain(host, options) ?? host;
}
