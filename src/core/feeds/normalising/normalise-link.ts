/** Where an article is to be read, and its guid: from the many elements that can say so. */

import type { RawElement, RawFields } from './raw-fields.ts';
import { type FeedAddresses, isWebAddress } from './resolve-address.ts';

export interface NormalLink {
  readonly rawGuid?: string;
  readonly guidIsPermalink?: boolean;
  readonly rawLink?: string;
  readonly url?: string;
}

export function normaliseLink(raw: RawFields, addresses: FeedAddresses): NormalLink {
  const guid = guidOf(raw);
  const link = linkOf(raw);
  const isPermalink =
    guid !== undefined && isWebAddress(guid.text) && guid.attributes.ispermalink?.toLowerCase() !== 'false';
  const given = link === undefined ? undefined : rawAddress(link);
  const url =
    addresses.web(given, link?.attributes.b) ??
    (given === undefined && isPermalink ? addresses.web(guid.text) : undefined) ??
    (given === undefined ? firstEnclosure(raw, addresses) : undefined);
  return {
    ...(guid === undefined ? {} : { rawGuid: guid.text }),
    ...(guid === undefined ? {} : { guidIsPermalink: isPermalink }),
    ...(given === undefined ? {} : { rawLink: given }),
    ...(url === undefined ? {} : { url }),
  };
}

function guidOf(raw: RawFields): RawElement | undefined {
  for (const name of ['guid', 'id', 'atom:id', 'about', 'dc:identifier']) {
    const found = raw.all(name).find(({ text }) => text !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function linkOf(raw: RawFields): RawElement | undefined {
  return bestLink(raw.all('link')) ?? bestLink(raw.all('atom:link'));
}

/** The page itself among several links: no relation or `alternate`, and HTML if the types say so. */
export function bestLink(links: readonly RawElement[]): RawElement | undefined {
  const pages = links.filter(({ text, attributes }) => {
    const rel = relation(attributes.rel);
    return (rel === '' || rel === 'alternate') && (text !== '' || attributes.href !== undefined);
  });
  const html = pages.filter(({ attributes }) => /html/.test(attributes.type ?? 'html'));
  // RFC 4287 compares relations by case; `ALTERNATE` is taken only for want of a right one.
  return html.find(({ attributes }) => attributes.rel !== 'ALTERNATE') ?? html[0] ?? pages[0];
}

/** RFC 4287 4.2.7.2: a relation may be written as its full address. */
export function relation(rel: string | undefined): string {
  return (rel ?? '').trim().toLowerCase().replace('http://www.iana.org/assignments/relation/', '');
}

export function rawAddress({ text, attributes }: RawElement): string {
  return attributes.href ?? text;
}

function firstEnclosure(raw: RawFields, addresses: FeedAddresses): string | undefined {
  const found = raw.first('enclosure')?.attributes;
  return addresses.web(found?.url ?? found?.href, found?.b);
}
