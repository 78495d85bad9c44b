/** Reads a web page for the feeds it names or seems to link to. */

import { Parser } from 'htmlparser2';
import { type FeedCandidate, youtubeChannelFeeds } from './platform-rules.ts';

export interface PageOfferings {
  readonly candidates: readonly FeedCandidate[];
  /** Where the page sends its visitors by a meta refresh. */
  readonly refreshTo?: string;
}

const feedTypes = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-?rss(?:\+xml)?|x-atom\+xml)\b/i;
/** Types that are feeds only sometimes; WordPress names its programming interface so. */
const looseTypes = /^(?:application|text)\/(?:xml|json|rss|atom)\s*(?:;|$)/i;
const feedLike =
  /(?:^|[/._-])(?:rss|atom|feeds?|rdf|podcast)(?:[/._-]|\d?\.(?:xml|json|php|aspx?)|$|\?)|\.(?:rss|atom|rdf)(?:$|\?)|[?&](?:format|type|feed|output|alt)=(?:feed|rss2?|atom|json)/i;
const feedWord = /\b(?:rss|atom|feed|newsfeed|podcast)\b|フィード|订阅|訂閱|피드/i;
const mostPageLinks = 40;

/** By its path, query or host name alone. */
export function looksLikeFeed(url: string): boolean {
  return feedLike.test(url.replace(/^https?:\/\/[^/]+/, '')) || /^https?:\/\/(?:feeds?|rss)\d?\./i.test(url);
}

/** Candidates in the order of trust: named by the page, the site's own id (YouTube), linked in its text. About 20 MB a second. */
export function feedCandidates(html: string, pageUrl: string): PageOfferings {
  const reader = new PageReader(pageUrl);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.end(html);
  return reader.offerings(html);
}

class PageReader {
  readonly #pageUrl: string;
  #base: string;
  #refreshTo: string | undefined;
  readonly #linked: FeedCandidate[] = [];
  readonly #pageLinks: FeedCandidate[] = [];
  #openLink: { readonly href: string; text: string } | undefined;

  constructor(pageUrl: string) {
    this.#pageUrl = pageUrl;
    this.#base = pageUrl;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'base') {
      this.#base = URL.parse(attributes.href ?? '', this.#pageUrl)?.href ?? this.#base;
    } else if (name === 'link') {
      this.#readLink(attributes);
    } else if (name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) {
      const target = /^\s*\d+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(attributes.content ?? '')?.[1];
      this.#refreshTo ??= target === undefined ? undefined : this.#resolve(target);
    } else if (name === 'a' && attributes.href !== undefined) {
      this.#openLink = { href: attributes.href, text: `${attributes.title ?? ''} ${attributes['aria-label'] ?? ''} ` };
    } else if (name === 'img' && this.#openLink !== undefined) {
      this.#openLink.text += `${attributes.alt ?? ''} `;
    }
  }

  ontext(data: string): void {
    if (this.#openLink !== undefined && this.#openLink.text.length < 300) this.#openLink.text += data;
  }

  onclosetag(name: string): void {
    if (name === 'a' && this.#openLink !== undefined) {
      this.#readPageLink(this.#openLink.href, this.#openLink.text.replace(/\s+/g, ' ').trim());
      this.#openLink = undefined;
    }
  }

  offerings(html: string): PageOfferings {
    const candidates = [...this.#linked, ...youtubeInPage(html, this.#pageUrl), ...this.#pageLinks];
    const first = new Map(candidates.toReversed().map((candidate) => [candidate.url, candidate]));
    return {
      candidates: [...first.values()].toReversed(),
      ...(this.#refreshTo !== undefined && { refreshTo: this.#refreshTo }),
    };
  }

  #readLink(attributes: Readonly<Record<string, string>>): void {
    const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
    const type = attributes.type ?? '';
    const href = attributes.href ?? '';
    const isFeed = feedTypes.test(type) || (looseTypes.test(type) && feedLike.test(href)) || rel.includes('feed');
    const url =
      (rel.includes('alternate') || rel.includes('feed')) && isFeed ? this.#resolve(feedBehind(href)) : undefined;
    if (url !== undefined && !/oembed/i.test(type)) {
      const title = attributes.title?.trim();
      this.#linked.push({ url, because: 'linked', ...(title !== undefined && title !== '' && { title }) });
    }
  }

  #readPageLink(href: string, text: string): void {
    const url = this.#resolve(feedBehind(href));
    if (
      url === undefined ||
      this.#pageLinks.length >= mostPageLinks ||
      url.split('#')[0] === this.#pageUrl.split('#')[0]
    ) {
      return;
    }
    if (looksLikeFeed(url) || (feedWord.test(text) && text.length < 60)) {
      this.#pageLinks.push({ url, because: 'page_link', ...(text !== '' && { title: text.slice(0, 200) }) });
    }
  }

  #resolve(href: string): string | undefined {
    const url = URL.parse(href.trim(), this.#base);
    return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
  }
}

const readerHost =
  /^(?:.+\.)?(?:feedly\.com|inoreader\.com|newsblur\.com|netvibes\.com|theoldreader\.com|add\.my\.yahoo\.com|feedbin\.com)$/i;
const longestScheme = 'https://'.length;

/** "Subscribe with …" buttons carry the feed's address inside their own. */
function feedBehind(href: string): string {
  const handedOn = href
    .trim()
    .replace(/^(?:feed|pcast|itpc|podcast):(?:\/\/)?(?=https?:)/i, '')
    .replace(/^(?:feed|pcast|itpc|podcast):\/\//i, 'http://');
  const inside = readerHost.test(URL.parse(handedOn)?.hostname ?? '')
    ? /https?(?::\/\/|%3A%2F%2F)[^&\s]+/i.exec(handedOn.slice(handedOn.indexOf('/', longestScheme)))?.[0]
    : undefined;
  if (inside === undefined) {
    return handedOn;
  }
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside; // a stray % in the address: it is taken as it stands
  }
}

/** Handles and videos: the page holds the channel's id. */
function youtubeInPage(html: string, pageUrl: string): FeedCandidate[] {
  if (!/^https?:\/\/(?:www\.|m\.)?youtube\.com\//.test(pageUrl)) {
    return [];
  }
  const id =
    /(?:"externalId"|"channelId"|itemprop="(?:identifier|channelId)"\s+content=|youtube\.com\/channel\/)\W{0,4}(UC[\w-]{22})/.exec(
      html,
    )?.[1];
  return id === undefined ? [] : youtubeChannelFeeds(id).map((feed) => ({ ...feed, because: 'rule' }));
}
