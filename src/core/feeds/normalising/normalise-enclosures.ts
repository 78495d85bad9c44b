/** Files that come with an article: RSS enclosures, Atom links of that kind, media:content. */

import type { ParsedEnclosure } from '../parsing/parsed-feed.ts';
import type { RawElement, RawFields } from './raw-fields.ts';
import type { FeedAddresses } from './resolve-address.ts';

const mostEnclosures = 100;

export function normaliseEnclosures(raw: RawFields, addresses: FeedAddresses): readonly ParsedEnclosure[] {
  const duration = durationSeconds(raw.text('itunes:duration'));
  const found = new Map<string, ParsedEnclosure>();
  const add = (element: RawElement, key: string, more: Partial<ParsedEnclosure> = {}): void => {
    const url = addresses.webOrUnplaced(element.attributes[key] ?? element.text, element.attributes.b);
    if (url === undefined || found.has(url) || found.size >= mostEnclosures) return;
    found.set(url, { url, ...facts(element), ...more });
  };
  for (const element of raw.all('enclosure'))
    add(element, element.attributes.url === undefined ? 'href' : 'url', duration);
  for (const name of ['link', 'atom:link']) {
    for (const element of raw.all(name)) if (element.attributes.rel === 'enclosure') add(element, 'href', duration);
  }
  for (const element of raw.all('media:content')) {
    // YouTube still names its Flash player here.
    if (element.attributes.url !== undefined && element.attributes.type !== 'application/x-shockwave-flash')
      add(element, 'url');
  }
  for (const element of raw.all('content')) if (element.attributes.src !== undefined) add(element, 'src');
  return [...found.values()];
}

function facts({ attributes }: RawElement): Partial<ParsedEnclosure> {
  const size = wholeNumber(attributes.length ?? attributes.filesize);
  const seconds = wholeNumber(attributes.duration);
  const mimeType = attributes.type?.toLowerCase();
  const title = attributes.title ?? attributes.caption;
  return {
    ...(mimeType?.includes('/') ? { mimeType } : {}),
    ...(size === undefined || size === 0 ? {} : { sizeBytes: size }),
    ...(seconds === undefined || seconds === 0 ? {} : { durationSeconds: seconds }),
    ...(title === undefined ? {} : { title }),
  };
}

export function wholeNumber(text: string | undefined): number | undefined {
  const digits = /^(\d{1,15})(?:\.\d+)?\s*(?:px)?$/.exec((text ?? '').trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const longestDuration = 60; // characters
const spelledDuration =
  /^(?:PT?)?(?:(\d{1,4})\s*h[a-z]*[\s,]*)?(?:(\d{1,6})\s*m[a-z]*[\s,]*)?(?:(\d{1,6})(?:\.\d+)?\s*s[a-z]*)?$/i;

/** itunes:duration: seconds alone, or `[hh:]mm:ss`; also ISO 8601 (`PT1H2M`) and "1 h 2 min". */
export function durationSeconds(text: string | undefined): { durationSeconds?: number } {
  const given = (text ?? '').trim();
  if (given.length > longestDuration) return {};
  const parts = spelledDuration.exec(given)?.slice(1, 4) ?? given.split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d{1,6}(\.\d+)?$/.test(part ?? '0'))) return {};
  const seconds = Math.round(parts.reduce((sum, part) => sum * 60 + Number(part ?? 0), 0));
  return seconds === 0 ? {} : { durationSeconds: seconds };
}
