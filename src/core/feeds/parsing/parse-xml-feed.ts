/** RSS, RDF and Atom: the tolerant pass, then rss-parser on its canonical text, then the normalisers. */

import RssParser from 'rss-parser';
import type { EpochMs } from '../../lib/clock.ts';
import { normaliseArticle } from '../normalising/normalise-article.ts';
import { normaliseFeed } from '../normalising/normalise-feed.ts';
import { fieldKey, RawFields } from '../normalising/raw-fields.ts';
import { FeedAddresses } from '../normalising/resolve-address.ts';
import type { CanonicalFeed } from './canonical-feed.ts';
import { articleElements, feedElements } from './feed-vocabulary.ts';
import type { ParsedFeed } from './parsed-feed.ts';

interface RawFeed {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** Written by feed-builder.ts beside what the feed itself has. */
const extraArticleElements = ['about', 'lang', 'x.published', 'x.updated'];

function customFields(names: Iterable<string>): [string, string, { keepArray: boolean }][] {
  return [...names].map((name) => [name, fieldKey(name), { keepArray: true }]);
}

const articleFields = customFields([...articleElements.keys(), ...extraArticleElements]);
const feedFields = customFields(feedElements.keys());

/**
 * Never throws for a feed that the tolerant pass has written. A new rss-parser for each feed: one that has met an error
 * reads the next feed differently.
 */
export async function parseXmlFeed(
  canonical: CanonicalFeed,
  about: { documentUrl: string | undefined; now: EpochMs },
): Promise<Omit<ParsedFeed, 'repairs'>> {
  // rss-parser's own types do not know that a feed's field may be an array too.
  const options = { customFields: { feed: feedFields, item: articleFields } } as unknown as RssParser.ParserOptions<
    object,
    object
  >;
  const parsed: unknown = await new RssParser(options).parseString(canonical.xml);
  const raw = rawFeed(parsed);
  const addresses = new FeedAddresses(canonical.bases, about.documentUrl);
  const feed = normaliseFeed(new RawFields(raw, canonical.carried), { format: canonical.format, addresses });
  const site = addresses.withFallback(feed.siteUrl);
  const articles = raw.items.map((item, index) =>
    normaliseArticle(new RawFields(item, canonical.carried), {
      index,
      format: canonical.format,
      addresses: site,
      feedAuthor: canonical.format === 'atom' ? feed.author : undefined,
      now: about.now,
    }),
  );
  return { ...feed, articles };
}

function rawFeed(parsed: unknown): RawFeed & Readonly<Record<string, unknown>> {
  if (typeof parsed !== 'object' || parsed === null) return { items: [] };
  const items: unknown = 'items' in parsed ? parsed.items : [];
  return { ...parsed, items: Array.isArray(items) ? items : [] };
}
