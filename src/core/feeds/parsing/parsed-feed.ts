/** What a feed says, in one shape for RSS, RDF, Atom and JSON Feed. The parser's edge: no field's name of any format passes beyond it. */

import type { EpochMs } from '../../lib/clock.ts';

export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  /** Visible text, no markup; empty when the feed gives none. */
  readonly title: string;
  readonly description?: string;
  /** The site's address, absolute http(s). */
  readonly siteUrl?: string;
  /** The site's link as given, resolved where the feed says by what; may be of any scheme. */
  readonly rawSiteLink?: string;
  /** The address the feed gives itself (atom:link rel=self, feed_url). */
  readonly selfUrl?: string;
  /** Where the publisher says the feed has moved (itunes:new-feed-url). */
  readonly movedTo?: string;
  /** BCP 47, as given. */
  readonly language?: string;
  readonly author?: string;
  /** A picture of the whole feed (image, itunes:image, logo, icon). */
  readonly imageUrl?: string;
  readonly iconUrl?: string;
  readonly categories: readonly string[];
  /** Publisher's wish, minutes between fetches (RSS ttl, sy:updatePeriod). */
  readonly ttlMinutes?: number;
  /** Hours of the day in UTC, 0 to 23, in which not to fetch. */
  readonly skipHours?: readonly number[];
  /** English weekday names on which not to fetch. */
  readonly skipDays?: readonly string[];
  /** What had to be mended to read it, in the order met. Empty for a well-formed feed. */
  readonly repairs: readonly Repair[];
  /** In the feed's own order. */
  readonly articles: readonly ParsedArticle[];
}

export interface Repair {
  readonly kind:
    | 'encoding'
    | 'junk_before_start'
    | 'control_characters'
    | 'bare_ampersand'
    | 'bare_bracket'
    | 'undeclared_entity'
    | 'unclosed_tag'
    | 'namespace'
    | 'doctype_removed'
    | 'truncated'
    | 'json_syntax';
  /** Line in the decoded text, from 1, where it is known. */
  readonly line?: number;
  readonly note?: string;
}

export interface ParsedArticle {
  /** Position in the feed, from 0. */
  readonly index: number;
  /** guid / id / rdf:about exactly as given. */
  readonly rawGuid?: string;
  readonly guidIsPermalink?: boolean;
  /** The link exactly as given. */
  readonly rawLink?: string;
  /** Absolute http(s) address of the article. */
  readonly url?: string;
  /** Visible text; empty when the feed gives none. */
  readonly title: string;
  /** All names, joined by commas. */
  readonly author?: string;
  /** The names one by one, where there are several. */
  readonly authors?: readonly string[];
  readonly published?: EpochMs;
  readonly updated?: EpochMs;
  /** Best markup the feed offers for the body, with addresses made absolute; not yet sanitised. */
  readonly html?: string;
  /** A summary apart from the body, markup, not yet sanitised. */
  readonly summaryHtml?: string;
  readonly categories: readonly string[];
  /** xml:lang or language of the item, else absent. */
  readonly language?: string;
  readonly enclosures: readonly ParsedEnclosure[];
  /** The picture the feed names for this article (media:content, media:thumbnail, image, itunes:image, enclosure of type image). */
  readonly picture?: ParsedPicture;
  readonly commentsUrl?: string;
  readonly commentCount?: number;
  /** thr:in-reply-to ref. */
  readonly inReplyTo?: string;
  readonly podcast?: ParsedPodcast;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface ParsedEnclosure {
  /** Absolute http(s); relative as given only where the document's own address was not known. */
  readonly url: string;
  readonly mimeType?: string;
  readonly sizeBytes?: number;
  readonly durationSeconds?: number;
  readonly title?: string;
}

export interface ParsedPicture {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

export interface ParsedPodcast {
  readonly durationSeconds?: number;
  readonly season?: number;
  readonly episode?: number;
  readonly explicit?: boolean;
  readonly chaptersUrl?: string;
  readonly transcripts: readonly { readonly url: string; readonly mimeType?: string; readonly language?: string }[];
}
