/** What an XML feed says of itself, in our own shape. */

import type { ParsedFeed } from '../parsing/parsed-feed.ts';
import { feedAuthor } from './normalise-author.ts';
import { categoriesOf } from './normalise-categories.ts';
import { wholeNumber } from './normalise-enclosures.ts';
import { bestLink, rawAddress, relation } from './normalise-link.ts';
import { elementText } from './normalise-title.ts';
import type { RawElement, RawFields } from './raw-fields.ts';
import { type FeedAddresses, isWebAddress } from './resolve-address.ts';

type FeedFacts = Omit<ParsedFeed, 'articles' | 'repairs'>;

export function normaliseFeed(
  raw: RawFields,
  about: { format: ParsedFeed['format']; addresses: FeedAddresses },
): FeedFacts {
  const { addresses, format } = about;
  return {
    format,
    title: firstText(raw, ['title', 'atom:title', 'dc:title']),
    ...optional(
      'description',
      firstText(raw, [
        'description',
        'subtitle',
        'tagline',
        'atom:subtitle',
        'abstract',
        'dc:description',
        'itunes:summary',
        'info',
      ]),
    ),
    ...siteOf(raw, addresses),
    ...optional('selfUrl', addressOf(linkOfRelation(raw, 'self'), addresses)),
    ...optional('movedTo', addresses.web(raw.text('itunes:new-feed-url'))),
    ...optional('language', raw.text('language', 'dc:language')),
    ...optional('author', feedAuthor(raw)),
    ...optional(
      'imageUrl',
      pictureOf(raw, ['image', 'itunes:image', 'logo', 'atom:logo', 'googleplay:image', 'media:thumbnail'], addresses),
    ),
    ...optional('iconUrl', pictureOf(raw, ['icon', 'atom:icon'], addresses)),
    categories: categoriesOf(raw),
    ...pace(raw),
  };
}

function optional<Key extends keyof FeedFacts>(key: Key, value: FeedFacts[Key] | '' | undefined): Partial<FeedFacts> {
  return value === undefined || value === '' ? {} : { [key]: value };
}

function firstText(raw: RawFields, names: readonly string[]): string {
  for (const name of names) {
    for (const element of raw.all(name)) {
      const text = elementText(element);
      if (text !== '') return text;
    }
  }
  return '';
}

function siteOf(raw: RawFields, addresses: FeedAddresses): Pick<FeedFacts, 'siteUrl' | 'rawSiteLink'> {
  const link =
    bestLink(raw.all('link')) ??
    bestLink(raw.all('atom:link').filter(({ attributes }) => relation(attributes.rel) === 'alternate'));
  // A feed without a link is named by its id, when that is an address.
  if (link === undefined) return isWebAddress(raw.text('id') ?? '') ? { rawSiteLink: raw.text('id') ?? '' } : {};
  const siteUrl = addressOf(link, addresses);
  return {
    rawSiteLink: addresses.resolve(rawAddress(link), link.attributes.b),
    ...(siteUrl === undefined ? {} : { siteUrl }),
  };
}

function linkOfRelation(raw: RawFields, rel: string): RawElement | undefined {
  return [...raw.all('link'), ...raw.all('atom:link')].find(({ attributes }) => relation(attributes.rel) === rel);
}

function addressOf(link: RawElement | undefined, addresses: FeedAddresses): string | undefined {
  return link === undefined ? undefined : addresses.web(rawAddress(link), link.attributes.b);
}

function pictureOf(raw: RawFields, names: readonly string[], addresses: FeedAddresses): string | undefined {
  for (const name of names) {
    for (const { text, attributes } of raw.all(name)) {
      const url = addresses.web(attributes.url ?? attributes.href ?? text, attributes.b);
      if (url !== undefined) return url;
    }
  }
  return undefined;
}

const minutesOfPeriod: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** How often the publisher wants to be asked. */
function pace(raw: RawFields): Pick<FeedFacts, 'ttlMinutes' | 'skipHours' | 'skipDays'> {
  const hours = (raw.first('skiphours')?.attributes.hour ?? '').split('\n').map(wholeNumber);
  const days = (raw.first('skipdays')?.attributes.day ?? '')
    .split('\n')
    .map((day) => day.trim())
    .filter((day) => day !== '');
  const ttl = wholeNumber(raw.text('ttl')) ?? syndicationMinutes(raw);
  // Some count the hours from 1 to 24.
  const skipHours = hours
    .filter((hour) => hour !== undefined)
    .filter((hour) => hour <= 24)
    .map((hour) => hour % 24);
  return {
    ...(ttl === undefined || ttl === 0 ? {} : { ttlMinutes: ttl }),
    ...(skipHours.length === 0 ? {} : { skipHours: [...new Set(skipHours)] }),
    ...(days.length === 0 ? {} : { skipDays: days }),
  };
}

function syndicationMinutes(raw: RawFields): number | undefined {
  const period = minutesOfPeriod[(raw.text('sy:updateperiod') ?? '').trim().toLowerCase()];
  const frequency = wholeNumber(raw.text('sy:updatefrequency')) ?? 1;
  return period === undefined ? undefined : Math.max(1, Math.round(period / Math.max(1, frequency)));
}
