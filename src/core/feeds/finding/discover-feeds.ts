/** Finds the feeds at any address: a feed, a site, a channel, an account. */

import { type Failure, fail, ok, type Result } from '../../../contract/errors.ts';
import { bareAddress, withoutLogins } from '../../lib/logins.ts';
import { forOneWhoAsks } from '../diary/explain-failure.ts';
import { commentsNote, type DiscoveredFeed, type Found, foundFeed, rank } from '../parsing/found-feed.ts';
import type { ParsedFeed } from '../parsing/parsed-feed.ts';
import { feedCandidates, looksLikeFeed, type PageOfferings } from './discover-feeds-in-page.ts';
import { type FeedCandidate, platformCandidates, podcastLookup } from './platform-rules.ts';
import { typedAddresses } from './typed-address.ts';

export type { DiscoveredFeed } from '../parsing/found-feed.ts';

export interface FetchedPage {
  /** Where it came from after redirects. */
  readonly url: string;
  /** Where every redirect on the way was permanent. */
  readonly movedPermanentlyTo?: string | undefined;
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
}

export interface DiscoverDeps {
  /** Fetches politely and within its own limits; never rejects. */
  readonly fetchPage: (url: string) => Promise<Result<FetchedPage>>;
  readonly parse: (page: FetchedPage) => Promise<Result<ParsedFeed>>;
  /** Text of a page that is no feed, decoded. */
  readonly textOf: (page: FetchedPage) => string;
}

export interface Discovery {
  /** The likeliest first; never empty. */
  readonly choices: readonly DiscoveredFeed[];
  /** Addresses asked, in order. */
  readonly tried: readonly string[];
}

const mostNamedTried = 12; // feeds that a page names; newspapers name dozens, one for each section
const mostLinksTried = 6;
const atOnce = 4;

/** Paths under which publishing systems keep their feeds, by how many sites use them. */
const wellKnownPaths = [
  'feed',
  'rss.xml',
  'feed.xml',
  'atom.xml',
  'rss',
  'index.xml',
  'feed.json',
  'feeds/posts/default',
  'blog/feed',
  'blog/rss.xml',
  'blog/feed.xml',
  'blog/index.xml',
  'posts/index.xml',
];

/**
 * Finds feeds: the address itself, the site's rule, what the page names, what it links to, the usual paths; the later
 * ones only while nothing was found. Fails with bad_address, no_feeds_found (detail.tried) or what the fetch said.
 */
export async function discoverFeeds(address: string, deps: DiscoverDeps): Promise<Result<Discovery>> {
  const starts = typedAddresses(address);
  const [first] = starts;
  if (first === undefined) {
    return fail(
      'bad_address',
      `“${withoutLogins(address.trim()).slice(0, 100)}” is not an address on the web. Type one like example.org, or paste the address of a page.`,
      { url: withoutLogins(address).slice(0, 500) },
    );
  }
  const search = new FeedSearch(deps);
  // What looks like a feed is asked first: a site's rule may know only its main one.
  if (looksLikeFeed(first)) await search.tryAll(starts.map((url) => ({ url, because: 'itself' })));
  if (!search.hasFound) await search.tryAll(platformCandidates(first));
  if (!search.hasFound) await search.tryPodcast(first);
  const trouble = search.hasFound ? undefined : await search.tryPages(starts);
  if (search.hasFound) {
    return ok({ choices: search.choices(), tried: search.tried });
  }
  return trouble === undefined ? noFeeds(first, search.tried) : { ok: false, error: forOneWhoAsks(trouble) };
}

function noFeeds(start: string, tried: readonly string[]): { ok: false; error: Failure } {
  const host = URL.parse(start)?.host ?? start;
  return fail(
    'no_feeds_found',
    `No feed was found at ${host}: the page names none, and the usual places have none. Look on the site for a link called RSS or feed, and paste its address.`,
    { url: bareAddress(start), tried: [...tried] },
  );
}

class FeedSearch {
  readonly tried: string[] = [];
  readonly #pages = new Map<string, Promise<Result<FetchedPage>>>();
  readonly #deps: DiscoverDeps;
  readonly #found: Found[] = [];

  constructor(deps: DiscoverDeps) {
    this.#deps = deps;
  }

  get hasFound(): boolean {
    return this.#found.length > 0;
  }

  /** A post's page often names the feed of its comments only: that ends no search. */
  get #hasArticles(): boolean {
    return this.#found.some((found) => found.choice.note !== commentsNote);
  }

  choices(): DiscoveredFeed[] {
    const one = this.#found.filter(
      ({ content, choice }, at) =>
        this.#found.findIndex(
          (other) => other.choice.url === choice.url || (content !== '' && other.content === content),
        ) === at,
    );
    return one.toSorted((a, b) => rank(a) - rank(b)).map(({ choice }) => choice);
  }

  /** Reads each start until one answers; undefined when one did, else the trouble of the first. */
  async tryPages(starts: readonly string[]): Promise<Failure | undefined> {
    let trouble: Failure | undefined;
    for (const start of starts) {
      const page = await this.#fetch(start);
      if (page.ok) {
        await this.#readPage(start, page.value, true);
        return undefined;
      }
      trouble ??= page.error;
      if (answered.has(page.error.code)) {
        // The page is missing or shut, but the site is there: its feed may stand open at a usual place.
        await this.#tryWellKnown(start);
        return trouble;
      }
    }
    return trouble;
  }

  async tryPodcast(address: string): Promise<void> {
    const lookup = podcastLookup(address);
    const answer = lookup === undefined ? undefined : await this.#fetch(lookup);
    const feedUrl =
      answer?.ok === true ? /"feedUrl"\s*:\s*"(https?:[^"\s]+)"/.exec(this.#deps.textOf(answer.value))?.[1] : undefined;
    if (feedUrl !== undefined) {
      await this.tryAll([{ url: feedUrl.replaceAll('\\/', '/'), because: 'rule' }]);
    }
  }

  async tryAll(candidates: readonly FeedCandidate[]): Promise<void> {
    for (let at = 0; at < candidates.length; at += atOnce) {
      const results = await Promise.all(candidates.slice(at, at + atOnce).map((candidate) => this.#tryOne(candidate)));
      // Gathered after all have come, so that the order is the page's and not the network's.
      this.#found.push(...results.filter((found) => found !== undefined));
    }
  }

  async #tryOne(candidate: FeedCandidate): Promise<Found | undefined> {
    const page = await this.#fetch(candidate.url);
    const feed = page.ok ? await this.#deps.parse(page.value) : undefined;
    return page.ok && feed?.ok === true ? foundFeed(candidate, page.value, feed.value) : undefined;
  }

  async #readPage(start: string, page: FetchedPage, mayFollow: boolean): Promise<void> {
    const feed = await this.#deps.parse(page);
    if (feed.ok) {
      this.#found.push(foundFeed({ url: start, because: 'itself' }, page, feed.value));
      return;
    }
    if (page.url !== start) await this.tryAll(platformCandidates(page.url));
    const offerings = feedCandidates(this.#deps.textOf(page), page.url);
    await this.#tryOfferings(offerings);
    if (
      !this.#hasArticles &&
      offerings.refreshTo !== undefined &&
      mayFollow &&
      !this.tried.includes(bareAddress(offerings.refreshTo))
    ) {
      const next = await this.#fetch(offerings.refreshTo);
      if (next.ok) await this.#readPage(offerings.refreshTo, next.value, false);
    }
    if (!this.#hasArticles && mayFollow) await this.#tryFrontPage(page.url);
    if (!this.#hasArticles) await this.#tryWellKnown(page.url);
  }

  /** An article's page may name no feed where the site's front page does. */
  async #tryFrontPage(pageUrl: string): Promise<void> {
    const root = new URL('/', pageUrl).href;
    const front = root === pageUrl ? undefined : await this.#fetch(root);
    if (front?.ok) await this.#tryOfferings(feedCandidates(this.#deps.textOf(front.value), front.value.url));
  }

  async #tryOfferings({ candidates }: PageOfferings): Promise<void> {
    const named = candidates.filter(({ because }) => because !== 'page_link');
    await this.tryAll(named.slice(0, mostNamedTried));
    if (!this.#hasArticles) {
      const links = candidates.filter(({ because }) => because === 'page_link');
      await this.tryAll(links.slice(0, mostLinksTried));
    }
  }

  /** One after another and no more after the first that is there. Below the page's own folder first, then at the root. */
  async #tryWellKnown(pageUrl: string): Promise<void> {
    const folder = new URL('.', pageUrl).href;
    const root = new URL('/', pageUrl).href;
    const inFolder = folder === root ? [] : wellKnownPaths.slice(0, 3).map((path) => new URL(path, folder).href);
    for (const url of [...inFolder, ...wellKnownPaths.map((path) => new URL(path, root).href)]) {
      if (this.#hasArticles) return;
      await this.tryAll([{ url, because: 'well_known' }]);
    }
  }

  async #fetch(url: string): Promise<Result<FetchedPage>> {
    const earlier = this.#pages.get(url);
    if (earlier !== undefined) {
      return earlier;
    }
    this.tried.push(bareAddress(url));
    const page = this.#deps.fetchPage(url);
    this.#pages.set(url, page);
    return page;
  }
}

/** Failures that a server which is there gives for one address. */
const answered: ReadonlySet<string> = new Set([
  'feed_not_found',
  'feed_gone',
  'forbidden',
  'challenged',
  'http_error',
  'empty_answer',
  'too_large',
  'redirect_loop',
  'too_many_redirects',
]);
