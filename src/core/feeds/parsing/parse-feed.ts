/** The door of the parsing pipeline: bytes as a server sent them in, one shape for every format out. */

import { gunzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { decodeBytes } from '../decoding/decode-bytes.ts';
import { isWebAddress, resolveAddress } from '../normalising/resolve-address.ts';
import { lineAt } from './line-at.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { parseXmlFeed } from './parse-xml-feed.ts';
import type { ParsedFeed, Repair } from './parsed-feed.ts';
import { readJson } from './repair-json.ts';
import { RepairNotes } from './repair-notes.ts';
import { repairXml } from './repair-xml.ts';

export interface FeedDocument {
  /** Where the bytes came from in the end, after redirects. */
  readonly url?: string;
  /** The `Content-Type` header. */
  readonly contentType?: string;
  /** The `Content-Location` header: what relative addresses are relative to, when it is a web address. */
  readonly contentLocation?: string;
  readonly now: EpochMs;
}

const mostUnpackedBytes = 64 * 1024 * 1024;

/**
 * Parses a feed. Expected failures: `empty_answer`, `web_page_not_feed`, `not_a_feed`, `malformed_feed` (with `line`).
 * Everything that can be mended is, and stands in `repairs`. Time and memory are linear in the bytes; nothing outside them is read.
 */
export async function parseFeed(bytes: Uint8Array, about: FeedDocument): Promise<Result<ParsedFeed>> {
  const { text, repairs } = decodeBytes(unpacked(bytes), about.contentType);
  const start = text.search(/\S/);
  if (start === -1) return fail('empty_answer', 'The address answered with nothing at all. Try again later.');
  const documentUrl = documentAddress(about);
  const first = text.charAt(start);
  if (first === '{' || first === '[') return parseJson(text, { documentUrl, repairs });
  return parseXml(text, { documentUrl, repairs, now: about.now });
}

/** Some servers send a packed file without saying so. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
  } catch {
    return bytes; // damaged or far too large: then it is no feed, and is reported as that
  }
}

function documentAddress({ url, contentLocation }: FeedDocument): string | undefined {
  const located = contentLocation === undefined ? undefined : resolveAddress(contentLocation, url);
  return located !== undefined && isWebAddress(located) ? located : url;
}

function parseJson(
  text: string,
  about: { documentUrl: string | undefined; repairs: readonly Repair[] },
): Result<ParsedFeed> {
  const json = readJson(text);
  if (!json.ok) {
    return fail(
      'malformed_feed',
      `This JSON feed is broken at line ${json.line} and could not be repaired. Its publisher has to mend it.`,
      {
        line: json.line,
      },
    );
  }
  const feed = parseJsonFeed(json.value, about.documentUrl);
  if (feed === undefined)
    return fail('not_a_feed', 'This is a JSON document, but not a feed. Look for the feed on the site itself.');
  return ok({ ...feed, repairs: [...about.repairs, ...json.repairs] });
}

async function parseXml(
  text: string,
  about: { documentUrl: string | undefined; repairs: readonly Repair[]; now: EpochMs },
): Promise<Result<ParsedFeed>> {
  const start = startOfFeed(text);
  if (start === undefined) return refused(text);
  const notes = new RepairNotes(text);
  if (hasWords(text.slice(0, start))) notes.add('junk_before_start', 0);
  const canonical = repairXml(text, notes);
  if (canonical === undefined) return refused(text);
  const feed = await parseXmlFeed(canonical, about);
  if (feed.articles.length === 0 && feed.title === '' && !canonical.isComplete) {
    const line = lineAt(text, text.length);
    return fail('malformed_feed', `This feed breaks off at line ${line}, before its first article. Try again later.`, {
      line,
    });
  }
  return ok({ ...feed, repairs: [...about.repairs, ...notes.list()] });
}

/** Whether anything but comments and white space stands there. */
function hasWords(text: string): boolean {
  for (let at = 0; ; ) {
    const comment = text.indexOf('<!--', at);
    if (/\S/.test(text.slice(at, comment === -1 ? text.length : comment))) return true;
    const end = comment === -1 ? -1 : text.indexOf('-->', comment);
    if (end === -1) return comment !== -1;
    at = end + 3;
  }
}

const feedRoot = /<(?:[a-z][\w.-]*:)?(?:rss|rdf|feed|channel|entry)[\s>/]/i;

/** Where the XML declaration, the DOCTYPE or the root of a feed begins; undefined for a web page. */
function startOfFeed(text: string): number | undefined {
  const root = text.search(feedRoot);
  if (root === -1) return undefined;
  const before = text.slice(0, root);
  // A page may show a feed's tags; a server may wrap a whole feed into a page.
  const isPage = /<(?:html|head|body)[\s>]/i.test(before);
  if (isPage && !/<(?:rss\s[^<>]*version|feed\s[^<>]*xmlns|rdf:rdf\s)/i.test(text)) return undefined;
  if (isPage) return root;
  const prolog = before.search(/<\?xml|<!doctype/i);
  return prolog === -1 ? root : prolog;
}

function refused(text: string): Result<ParsedFeed> {
  if (/<opml[\s>]/i.test(text.slice(0, 65_536)))
    return fail(
      'not_a_feed',
      'This is a list of subscriptions (OPML), not a feed. Import it instead of subscribing to it.',
    );
  if (/<(?:html|head|body|!doctype\s+html)[\s>]/i.test(text.slice(0, 65_536))) {
    return fail('web_page_not_feed', 'This is a web page, not a feed. Look for the feeds that the page names.');
  }
  return fail('not_a_feed', 'This is neither RSS, Atom nor JSON Feed. Look for the feed on the site itself.');
}
