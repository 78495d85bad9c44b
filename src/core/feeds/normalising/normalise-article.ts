/** One article of an XML feed in our own shape. */

import type { EpochMs } from '../../lib/clock.ts';
import type { ParsedArticle, ParsedFeed } from '../parsing/parsed-feed.ts';
import { articleAuthor } from './normalise-author.ts';
import { categoriesOf } from './normalise-categories.ts';
import { normaliseContent } from './normalise-content.ts';
import { normaliseDates } from './normalise-dates.ts';
import { normaliseEnclosures, wholeNumber } from './normalise-enclosures.ts';
import { normaliseLink } from './normalise-link.ts';
import { normalisePicture } from './normalise-picture.ts';
import { normalisePlace } from './normalise-place.ts';
import { normalisePodcast } from './normalise-podcast.ts';
import { titleText } from './normalise-title.ts';
import type { RawFields } from './raw-fields.ts';
import type { FeedAddresses } from './resolve-address.ts';

export interface ArticlePlace {
  readonly index: number;
  readonly format: ParsedFeed['format'];
  readonly addresses: FeedAddresses;
  /** Whose the article is when it does not say (Atom: RFC 4287 4.2.1). */
  readonly feedAuthor: string | undefined;
  readonly now: EpochMs;
}

export function normaliseArticle(raw: RawFields, place: ArticlePlace): ParsedArticle {
  const { addresses } = place;
  const title = titleText(raw);
  const written = articleAuthor(raw);
  const picture = normalisePicture(raw, addresses);
  const podcast = normalisePodcast(raw, addresses);
  return {
    index: place.index,
    ...normaliseLink(raw, addresses),
    title,
    ...(written.author === undefined && place.feedAuthor !== undefined ? { author: place.feedAuthor } : written),
    ...normaliseDates(raw),
    ...normaliseContent(raw, addresses, title !== ''),
    categories: categoriesOf(raw),
    ...language(raw),
    enclosures: normaliseEnclosures(raw, addresses),
    ...(picture === undefined ? {} : { picture }),
    ...discussion(raw, addresses),
    ...(podcast === undefined ? {} : { podcast }),
    ...normalisePlace(raw),
  };
}

function language(raw: RawFields): { language?: string } {
  const given = raw.text('lang', 'dc:language', 'language') ?? raw.first('content')?.attributes.l;
  return given === undefined ? {} : { language: given };
}

function discussion(
  raw: RawFields,
  addresses: FeedAddresses,
): Pick<ParsedArticle, 'commentsUrl' | 'commentCount' | 'inReplyTo'> {
  const comments = raw.first('comments');
  const replies = raw
    .all('link')
    .find(({ attributes }) => attributes.rel === 'replies' && /html/.test(attributes.type ?? 'html'));
  const url =
    addresses.web(comments?.text, comments?.attributes.b) ??
    addresses.web(replies?.attributes.href, replies?.attributes.b);
  const counted = raw.all('link').find(({ attributes }) => attributes.rel === 'replies' && attributes['thr:count']);
  const count = wholeNumber(raw.text('slash:comments', 'thr:total') ?? counted?.attributes['thr:count']);
  const answered = raw.first('thr:in-reply-to')?.attributes;
  const inReplyTo = answered?.ref ?? answered?.href;
  return {
    ...(url === undefined ? {} : { commentsUrl: url }),
    ...(count === undefined ? {} : { commentCount: count }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  };
}
