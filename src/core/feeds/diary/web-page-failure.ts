/** When what came is a web page: which one. A wall, a login form, or simply the site. */
import type { Failure } from '../../../contract/errors.ts';
import { hostOf, parseAddress } from '../fetching/address-guard.ts';
import type { Headers } from '../fetching/exchange.ts';
import { feedCandidates } from '../finding/discover-feeds-in-page.ts';
import { challengeIn } from './classify-answer.ts';
import { fetchFailure } from './explain-failure.ts';

export interface WebPage {
  readonly bytes: Buffer;
  readonly headers: Headers;
  readonly finalUrl: string;
}

/** Far enough to find a form; pages can be megabytes. */
const searchedBytes = 256 * 1024;
const feedsNamedAtMost = 3;

/** challenged, needs_login or web_page_not_feed; undefined when the bytes are no web page. */
export function webPageFailure(page: WebPage): Failure | undefined {
  const start = page.bytes.toString('latin1', 0, searchedBytes);
  if (!looksLikeWebPage(start)) return undefined;
  const url = parseAddress(page.finalUrl);
  const facts = { url: page.finalUrl, ...(url === undefined ? {} : { host: hostOf(url) }) };
  const wall = challengeIn({ ...page.headers, 'content-type': 'text/html' }, page.bytes);
  if (wall !== undefined) return fetchFailure('challenged', { ...facts, challengedBy: wall });
  if (asksForLogin(start, page.finalUrl)) return fetchFailure('needs_login', facts);
  const feeds = feedsNamedBy(page);
  return fetchFailure('web_page_not_feed', { ...facts, feeds });
}

/** The feeds on the page: where this one has gone, as likely as not. */
function feedsNamedBy({ bytes, finalUrl }: WebPage): readonly string[] {
  const { candidates } = feedCandidates(bytes.toString('utf8', 0, searchedBytes), finalUrl);
  const linked = candidates.filter(({ because, url }) => because === 'linked' && url !== finalUrl);
  return [...new Set(linked.map(({ url }) => url))].slice(0, feedsNamedAtMost);
}

function looksLikeWebPage(start: string): boolean {
  const opening = start.slice(0, 2048).toLowerCase();
  if (/<(?:rss|feed|rdf:rdf|[a-z0-9]+:feed)[\s>]/.test(opening)) return false;
  return /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/.test(opening);
}

/** A password field alone stands on many front pages: the address or the title must speak of a login too. */
function asksForLogin(start: string, finalUrl: string): boolean {
  if (!/<input[^<>]+type\s*=\s*["']?password/i.test(start)) return false;
  const title = /<title[^<>]*>([^<]*)/i.exec(start)?.[1] ?? '';
  return /log-?in|sign-?in|\bsso\b|\bauth\b|account/i.test(
    `${parseAddress(finalUrl)?.pathname ?? ''} ${title.replace(/\s+/g, '')}`,
  );
}
