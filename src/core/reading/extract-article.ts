/** Takes the article out of a web page: its text without what stands around it, its headline, author and date. */

import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { type ErrorCode, fail, ok, type Result } from '../../contract/errors.ts';
import { withoutElements } from '../lib/without-elements.ts';
import { isNestedDeeper } from './cut-nesting.ts';
import { decodePage } from './decode-page.ts';
import { type LeadPicture, leadPicture } from './lead-picture.ts';
import { bylinesInPage, cleanByline, joinNames } from './page-byline.ts';
import { withoutOpeningClutter } from './page-clutter.ts';
import { type PageDocument, parsePage, readyForExtraction, textOf } from './page-dom.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { chooseTitle, headingsOf } from './page-title.ts';
import { plainText } from './plain-text.ts';
import type { PrivacyRules } from './privacy-rules.ts';
import { wordCount } from './reading-time.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { removeNoticeBoxes } from './walls/notice-boxes.ts';
import type { NoticeKind } from './walls/notice-phrases.ts';
import { noticeOf } from './walls/page-notice.ts';
import { signsOf } from './walls/page-signs.ts';

export interface ExtractedArticle {
  readonly title: string;
  readonly byline?: string;
  readonly excerpt?: string;
  readonly siteName?: string;
  /** ISO 8601. */
  readonly publishedTime?: string;
  readonly lang?: string;
  /** Sanitised, addresses absolute. */
  readonly html: string;
  readonly text: string;
  readonly wordCount: number;
  readonly picture?: LeadPicture;
}

export interface PageSource {
  /** Where the page came from. */
  readonly url: string;
  /** The header, for a page given as bytes. */
  readonly contentType?: string | undefined;
  /** What the feed sent of the article, as plain text: it tells the article from a notice in its place. */
  readonly feedText?: string | undefined;
  readonly privacy?: PrivacyRules | undefined;
}

/** What a body is taken out of its page by. */
type Ground = PageMetadata & Pick<PageSource, 'privacy'>;

interface Body {
  readonly html: string;
  readonly text: string;
  readonly words: number;
}

const shortBody = 140; // words; below it the first extractor has often taken a caption or a notice for the article
const deepestPage = 400;
const mostTags = 60_000; // a page with more is a table or a trap, and would hold a worker as long
const mostPictures = 300; // the second extractor compares each with each
const longestPage = 8_000_000; // characters; a page of that size is no article and would hold a worker for a minute

/**
 * Extracts by Readability, and by Defuddle too where that leaves little. About 30 ms for a usual page, a second for
 * one of several MB, in the thread that calls. Fails with article_not_extracted, and with page_asks_consent and the
 * like where the page shows a notice in the article's place. Never throws.
 */
export async function extractArticle(
  source: string | Uint8Array,
  { url, contentType, feedText, privacy }: PageSource,
): Promise<Result<ExtractedArticle>> {
  const given = typeof source === 'string' ? source : decodePage(source, contentType);
  const html = given.replace(longGap, ' ');
  if (html.length > longestPage || hasMoreTags(html, mostTags) || !/<[a-z]/i.test(html) || isTooDeep(html)) {
    return notExtracted(url);
  }
  const page = readyForExtraction(parsePage(html));
  removeNoticeBoxes(page);
  const signs = signsOf(page);
  const metadata: Ground = { ...readMetadata(page, url), privacy };
  const headings = headingsOf(page);
  const inPage = bylinesInPage(page);
  const short = shortArticle(page);
  const frame = frameText(page);
  const read = byReadability(page);
  const title = chooseTitle(headings, {
    titles: [read?.title ?? '', ...metadata.titles].filter(Boolean),
    siteName: metadata.siteName,
    url,
  });
  const found = await bestBody(html, read?.content ?? '', metadata, title);
  const isFrame = found.words < shortBody && frame.includes(lettersOf(found.text));
  const body = isFrame ? bodyOf(short, metadata, title) : found;
  const notice = noticeOf(body.words === 0 ? undefined : { title, text: body.text }, signs, feedText);
  if (notice !== undefined) return showsNotice(notice, url);
  if (body.words === 0) return notExtracted(url);
  const byline = bylineOf(metadata, inPage, read?.byline ?? undefined);
  const excerpt = read?.excerpt?.replace(/\s+/g, ' ').trim() || metadata.description;
  const siteName = read?.siteName || metadata.siteName;
  const publishedTime = metadata.publishedTime;
  const picture = leadPicture(
    metadata.pictureUrl === undefined ? undefined : { url: metadata.pictureUrl },
    body.html,
    metadata.base,
  );
  return ok({
    title,
    ...(byline !== undefined && { byline }),
    ...(excerpt !== undefined && { excerpt }),
    ...(siteName !== undefined && { siteName }),
    ...(publishedTime !== undefined && { publishedTime }),
    ...(metadata.language !== undefined && { lang: metadata.language }),
    html: body.html,
    text: body.text,
    wordCount: body.words,
    ...(picture !== undefined && { picture }),
  });
}

/** Extractors search such a run from each of its characters. */
const longGap = /\s{200,}/g;

function hasMoreTags(html: string, most: number): boolean {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && tags <= most; at = html.indexOf('<', at + 1)) tags += 1;
  return tags > most;
}

/** Elements in one another beyond what any page needs: extractors look at all ancestors of all elements, for minutes. */
function isTooDeep(html: string): boolean {
  // Programs compare: `i<a` opens nothing.
  const markup = withoutElements(html, { start: /<(script)\b/gi, instead: '', unclosed: 'goes' });
  return isNestedDeeper(markup, deepestPage);
}

/** What stands on the page instead of the article. */
const noticeFailures = {
  consent: ['page_asks_consent', 'The site asks for consent before it shows this article. Answer it in your browser.'],
  subscription: ['page_asks_subscription', 'The site keeps this article for its subscribers.'],
  'sign-in': ['page_asks_sign_in', 'The site shows this article to those who have signed in.'],
  missing: ['page_not_found', 'The page is no longer at its address.'],
  check: ['challenged', 'The site wants to see first that a person is reading.'],
} as const satisfies Readonly<Record<NoticeKind, readonly [ErrorCode, string]>>;

function showsNotice(notice: NoticeKind, url: string): Result<never> {
  const [code, message] = noticeFailures[notice];
  return fail(code, message, { url });
}

function notExtracted(url: string): Result<never> {
  return fail(
    'article_not_extracted',
    'No article text was found on this page. Open the original in your browser instead.',
    { url },
  );
}

type Read = NonNullable<ReturnType<Readability['parse']>>;

function byReadability(page: PageDocument): Read | undefined {
  try {
    return new Readability(page as never, { keepClasses: true }).parse() ?? undefined;
  } catch {
    return undefined; // it stumbles over some broken pages; the second extractor and the metadata are left
  }
}

/** What stands on every page of a site: an extractor that finds no article takes the notice at the foot for one. */
function frameText(page: PageDocument): string {
  const outside = [...page.querySelectorAll('footer, nav')].filter((element) => element.closest('article') === null);
  return outside.map((element) => lettersOf(textOf(element))).join('\n');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The article that the page itself marks, which may be too short for an extractor to see. */
function shortArticle(page: PageDocument): string {
  const article = page.querySelector('article');
  return article === null || textOf(article).length > 2_000 ? '' : article.innerHTML;
}

async function bestBody(html: string, content: string, metadata: Ground, title: string): Promise<Body> {
  const first = bodyOf(content, metadata, title);
  if (first.words >= shortBody) {
    return first;
  }
  const second = bodyOf(await byDefuddle(html, metadata.base), metadata, title);
  // A longer one may be the whole page with its menus; it has to be much longer to be believed.
  return second.words > first.words * 1.5 ? second : first;
}

async function byDefuddle(html: string, url: string): Promise<string> {
  try {
    const page = readyForExtraction(parsePage(html));
    for (const picture of [...page.querySelectorAll('img')].slice(mostPictures)) picture.remove();
    const result = await Defuddle(page as never, url, { useAsync: false });
    return result.content;
  } catch {
    return ''; // then there is only what the first extractor found
  }
}

function bodyOf(content: string, { base, pictureUrl, privacy }: Ground, title: string): Body {
  const html = sanitizeHtml(
    withoutOpeningClutter(content.replace(' id="readability-page-1" class="page"', ''), { title, pictureUrl }),
    { base, privacy },
  );
  const text = plainText(html);
  return { html, text, words: wordCount(text) };
}

/** What the metadata say, unless the page names more people in the same breath. */
function bylineOf(
  { authors }: PageMetadata,
  inPage: readonly (readonly string[])[],
  fromReader: string | undefined,
): string | undefined {
  const stated = authors.map((author) => cleanByline(author)).filter((name) => name !== undefined);
  const [firstStated] = stated;
  if (firstStated !== undefined) {
    const fuller = inPage.find((names) => names.length > stated.length && names[0] === firstStated);
    return joinNames(fuller ?? stated);
  }
  const [found] = inPage;
  return found !== undefined ? joinNames(found) : fromReader === undefined ? undefined : cleanByline(fromReader);
}
