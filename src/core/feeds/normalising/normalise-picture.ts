/** The picture a feed names for an article: the largest media:content, else its thumbnail, its image, or an enclosed picture. */

import type { ParsedPicture } from '../parsing/parsed-feed.ts';
import { wholeNumber } from './normalise-enclosures.ts';
import type { RawElement, RawFields } from './raw-fields.ts';
import type { FeedAddresses } from './resolve-address.ts';
import { visibleText } from './visible-text.ts';

export function normalisePicture(raw: RawFields, addresses: FeedAddresses): ParsedPicture | undefined {
  return (
    largest(raw.all('media:content').filter(isPicture), addresses, raw) ??
    firstOf(raw, ['image', 'itunes:image', 'googleplay:image'], addresses) ??
    enclosedPicture(raw, addresses) ??
    largest(raw.all('media:thumbnail'), addresses, raw) ??
    thumbnailOfFile(raw, addresses)
  );
}

/** A film's own thumbnail, inside its media:content. */
function thumbnailOfFile(raw: RawFields, addresses: FeedAddresses): ParsedPicture | undefined {
  const film = raw.all('media:content').find(({ attributes }) => attributes.thumbnail !== undefined);
  const url = addresses.web(film?.attributes.thumbnail?.split('\n', 1)[0], film?.attributes.b);
  return url === undefined ? undefined : { url };
}

function isPicture({ attributes }: RawElement): boolean {
  const { medium, type, url } = attributes;
  if (medium !== undefined) return medium === 'image';
  if (type !== undefined) return type.startsWith('image');
  return /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(url ?? '');
}

function largest(
  candidates: readonly RawElement[],
  addresses: FeedAddresses,
  raw: RawFields,
): ParsedPicture | undefined {
  const width = ({ attributes }: RawElement): number => wholeNumber(attributes.width) ?? 0;
  let best: RawElement | undefined;
  for (const candidate of candidates) if (best === undefined || width(candidate) > width(best)) best = candidate;
  return best === undefined ? undefined : picture(best, 'url', addresses, raw);
}

function firstOf(raw: RawFields, names: readonly string[], addresses: FeedAddresses): ParsedPicture | undefined {
  for (const name of names) {
    for (const element of raw.all(name)) {
      const key = element.attributes.url === undefined ? 'href' : 'url';
      const found = picture(element, key, addresses, undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function enclosedPicture(raw: RawFields, addresses: FeedAddresses): ParsedPicture | undefined {
  const links = [
    ...raw.all('enclosure'),
    ...raw.all('link').filter(({ attributes }) => attributes.rel === 'enclosure'),
  ];
  const found = links.find(({ attributes }) => attributes.type?.startsWith('image/'));
  return found === undefined
    ? undefined
    : picture(found, found.attributes.url === undefined ? 'href' : 'url', addresses, undefined);
}

function picture(
  element: RawElement,
  key: string,
  addresses: FeedAddresses,
  raw: RawFields | undefined,
): ParsedPicture | undefined {
  const { attributes } = element;
  const url = addresses.web(attributes[key] ?? element.text, attributes.b);
  if (url === undefined) return undefined;
  const width = wholeNumber(attributes.width);
  const height = wholeNumber(attributes.height);
  const caption = attributes.description ?? attributes.caption;
  const credit =
    attributes.credit ??
    raw?.all('media:credit').find(({ attributes: { role } }) => role === undefined || /photo/i.test(role))?.text;
  return {
    url,
    ...(width === undefined || width === 0 ? {} : { width }),
    ...(height === undefined || height === 0 ? {} : { height }),
    ...words('caption', caption),
    ...words('credit', credit),
    ...words('alt', attributes.alt),
  };
}

function words<Key extends string>(key: Key, text: string | undefined): { readonly [K in Key]?: string } | object {
  const visible = visibleText(text ?? '');
  return visible === '' ? {} : { [key]: visible };
}
