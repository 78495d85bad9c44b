/** What podcast feeds add to an article: length, place in a series, chapters, transcripts. */

import type { ParsedPodcast } from '../parsing/parsed-feed.ts';
import { durationSeconds, wholeNumber } from './normalise-enclosures.ts';
import type { RawFields } from './raw-fields.ts';
import type { FeedAddresses } from './resolve-address.ts';

export function normalisePodcast(raw: RawFields, addresses: FeedAddresses): ParsedPodcast | undefined {
  const season = wholeNumber(raw.text('itunes:season', 'podcast:season'));
  const episode = wholeNumber(raw.text('itunes:episode', 'podcast:episode'));
  const explicit = explicitness(raw.text('itunes:explicit'));
  const chapters = raw.first('podcast:chapters')?.attributes;
  const chaptersUrl = addresses.web(chapters?.url, chapters?.b);
  const found: ParsedPodcast = {
    ...durationSeconds(raw.text('itunes:duration')),
    ...(season === undefined ? {} : { season }),
    ...(episode === undefined ? {} : { episode }),
    ...(explicit === undefined ? {} : { explicit }),
    ...(chaptersUrl === undefined ? {} : { chaptersUrl }),
    transcripts: transcripts(raw, addresses),
  };
  return Object.keys(found).length > 1 || found.transcripts.length > 0 ? found : undefined;
}

function transcripts(raw: RawFields, addresses: FeedAddresses): ParsedPodcast['transcripts'] {
  return raw.all('podcast:transcript').flatMap(({ attributes }) => {
    const url = addresses.web(attributes.url, attributes.b);
    if (url === undefined) return [];
    const { type, language } = attributes;
    return [
      { url, ...(type === undefined ? {} : { mimeType: type }), ...(language === undefined ? {} : { language }) },
    ];
  });
}

function explicitness(text: string | undefined): boolean | undefined {
  const word = text?.trim().toLowerCase();
  if (word === 'yes' || word === 'true' || word === 'explicit') return true;
  return word === 'no' || word === 'false' || word === 'clean' ? false : undefined;
}
