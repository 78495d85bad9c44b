/**
 * Tells a page that shows its article from one that shows a notice in its place: a question for consent, a subscription
 * or a sign-in, a missing page, a check for robots.
 *
 * What decides is how much of the text is notice and how much is not, whatever the words of a single sentence: an
 * article about cookies has sentences about them, and hundreds of words that no notice says.
 */
import { wordCount } from '../reading-time.ts';
import { asksForCookies } from './consent-buttons.ts';
import { endsInOffer, heldBackBy } from './held-back.ts';
import { isNarrated, speaksToReader } from './manner.ts';
import type { NoticeKind } from './notice-phrases.ts';
import { type Notices, noticesIn, shareOfPhrase } from './notices.ts';
import type { PageSigns } from './page-signs.ts';
import { noticeByIdeas } from './told-by-ideas.ts';

export interface Extracted {
  readonly title: string;
  readonly text: string;
}

/** A text of so many words that no notice says is an article, whatever stands around it. */
const wholeWords = 220;
/** The beginning of an article before an offer to go on. */
const teaserWords = 120;
/** Less than any article. */
const fewWords = 40;
/** A text that says no more than its feed did: so many words more are a caption or a line of menus. */
const moreThanFeed = 25;

/**
 * The kind of notice that stands in the place of the article, or undefined. `feedText` is what the feed sent: a page
 * that holds it, and goes on, is the article.
 */
export function noticeOf(
  extracted: Extracted | undefined,
  signs: PageSigns,
  feedText: string | undefined,
): NoticeKind | undefined {
  const text = extracted?.text ?? '';
  const said = noticesIn(text);
  const feedWords = feedText === undefined ? 0 : wordCount(feedText);
  const isOfFeed = feedText !== undefined && holdsBeginning(text, feedText);
  if (isOfFeed && said.ownWords > feedWords * 1.2 + moreThanFeed && said.ownWords > wholeWords / 2) return undefined;
  if (asksForConsentFirst(text === '' ? signs.shown : said) && !isOfFeed) return 'consent';
  if (said.ownWords >= wholeWords) return isCutByGate(said, signs) ? 'subscription' : undefined;
  if (!isOfFeed && said.ownWords + said.noticeWords < teaserWords && signs.hasConsentButtons && asksForCookies(text)) {
    return 'consent';
  }
  return shortNotice(text, said, signs, isOfFeed) ?? unknownNotice(text, said, signs, isOfFeed);
}

/** Notices in words that no list has. */
function unknownNotice(text: string, said: Notices, signs: PageSigns, isOfFeed: boolean): NoticeKind | undefined {
  const mayBeCut = said.ownWords < teaserWords && signs.isFree !== true;
  const held = mayBeCut ? (heldBackBy(text) ?? heldBackBy(signs.text)) : undefined;
  if (held !== undefined || isOfFeed) return held;
  const told = noticeByIdeas(signs.headings, text, signs.hasButtons);
  return told ?? (mayBeCut && endsInOffer(signs.text, signs.calls, signs.headings) ? 'subscription' : undefined);
}

/** Lists of purposes and partners run to thousands of words, but they begin with the question. */
function asksForConsentFirst({ openingConsents, sentencesOf, ownWords }: Notices): boolean {
  const sentences = sentencesOf.get('consent')?.size ?? 0;
  return openingConsents >= 3 && sentences >= (ownWords > wholeWords ? 4 : 3);
}

/** A long beginning of an article that its site declares not to be free, with the offer to go on. */
function isCutByGate(said: Notices, { isFree, hasGate, shown }: PageSigns): boolean {
  return isFree === false && hasGate && said.ownWords < wholeWords * 2 && shown.gates > 0;
}

function shortNotice(text: string, said: Notices, signs: PageSigns, isOfFeed: boolean): NoticeKind | undefined {
  const { shown, headings, hasPasswordField, isFree } = signs;
  if (asksToSubscribe(said, signs)) return 'subscription';
  if (isOfFeed) return undefined;
  const { ownWords, noticeWords } = said;
  const count = (kind: NoticeKind) => shown.sentencesOf.get(kind)?.size ?? 0;
  // A long text under another headline is not an error, though its title may begin with one.
  const errors = ownWords + noticeWords < fewWords || signs.mainHeadings.length === 0 ? headings : signs.mainHeadings;
  if (isErrorPage(text, ownWords, errors, count('missing'))) return 'missing';
  if (hasPasswordField && ownWords < teaserWords && count('sign-in') > 0) return 'sign-in';
  if (hasPasswordField && ownWords < sentenceWords && speaksToReader(text)) return 'sign-in';
  if (ownWords + noticeWords >= leastNews && isNarrated(text)) return undefined;
  // What little there is, is the notice; or there is hardly anything, and the page says one twice.
  const named = ownWords < sentenceWords ? kindOfHeading(signs.mainHeadings) : undefined;
  if (named !== undefined && !(named === 'subscription' && isFree === true)) return named;
  const share = noticeWords / Math.max(1, noticeWords + ownWords);
  const most = mostSaid(said.wordsOf);
  const isTwice = new Set([...shown.sentencesOf.values()].flatMap((sentences) => [...sentences])).size >= 2;
  // One sentence may be of a short post that says what its link asks; an offer says it again on its button.
  const isOffer = most === 'subscription' || most === 'sign-in';
  // An error is told by its heading, above; news of one says the word again and again.
  const isBeside = most === 'missing' || (most === 'sign-in' && isOnlyOffered(ownWords, signs));
  const isNotice = share >= 0.6 ? isTwice || !isOffer : share >= 0.3 && ownWords < fewWords && isTwice && !isBeside;
  if (isNotice && !(most === 'subscription' && isFree === true)) return most;
  return ownWords < fewWords ? loudestOf(ownWords, signs) : undefined;
}

/** The shortest news. */
const leastNews = 10;

/** A sentence or two of news is shorter than the offers around it, which hold nothing back. */
const sentenceWords = 20;

/** An account is for letters or for comments, as long as nothing asks for one to read on. */
function isOnlyOffered(ownWords: number, { shown, hasPasswordField, hasGate }: PageSigns): boolean {
  return ownWords >= sentenceWords && !hasPasswordField && !hasGate && shown.gates === 0;
}

function loudestOf(ownWords: number, signs: PageSigns): NoticeKind | undefined {
  const { shown, isFree } = signs;
  const kind = mostSaid(shown.wordsOf);
  if (kind === undefined || (shown.sentencesOf.get(kind)?.size ?? 0) < 2) return undefined;
  if (ownWords > 0 && shown.ownWords >= 150) return undefined;
  if (kind === 'subscription' && isFree === true) return undefined;
  if (kind === 'missing' && ownWords >= sentenceWords) return undefined;
  return kind === 'sign-in' && isOnlyOffered(ownWords, signs) ? undefined : kind;
}

/** Nothing but the error in a heading, and hardly more below it than the way back. */
function isErrorPage(text: string, ownWords: number, headings: readonly string[], sentences: number): boolean {
  const isNamed = headings.some(
    (heading) =>
      isErrorHeading(heading) && (speaksToReader(text) || text === '' || shareOfPhrase(heading, 'missing') > 0.6),
  );
  return isNamed && (ownWords < fewWords || (ownWords < teaserWords && sentences > 0));
}

function asksToSubscribe(said: Notices, { shown, isFree, hasGate, offers }: PageSigns): boolean {
  if (isFree === true) return false;
  const isPriced = offers.hasPrice && isFree === false && said.ownWords < teaserWords;
  if (isPriced || (offers.isCut && offers.hasPrice)) return true;
  const sentences = shown.sentencesOf.get('subscription')?.size ?? 0;
  if (shown.gates === 0) return isFree === false && sentences > 0 && said.ownWords < teaserWords;
  // "Switch off your ad blocker to continue reading" asks for no money.
  if ((shown.wordsOf.get('check') ?? 0) >= (shown.wordsOf.get('subscription') ?? 0)) return false;
  if (isFree === false || hasGate || offers.isCut) return true;
  return said.ownWords < teaserWords ? sentences >= 2 : sentences >= 3 && shown.gates >= 2;
}

const errorWords = ['not found', '404', '500', '502', '503', '403', '410', '410 gone', '403 forbidden'];

/** "404", "Page not found", "Error 404: not found": nothing but the error. */
function isErrorHeading(heading: string): boolean {
  // After a colon comes what an article is about: "Page not found: the story of an error".
  const { ownWords, sentencesOf } = noticesIn(heading.replaceAll(':', '\n'));
  const words = wordCount(heading);
  if (words === 0 || words > 9) return false;
  const bare = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
  return errorWords.includes(bare) || (sentencesOf.has('missing') && ownWords === 0);
}

/** What a heading says that is a notice from its first word to its last. */
function kindOfHeading(headings: readonly string[]): NoticeKind | undefined {
  for (const heading of headings) {
    const { ownWords, wordsOf } = noticesIn(heading.replaceAll(':', '\n'));
    if (ownWords === 0 && wordsOf.size > 0) return mostSaid(wordsOf);
  }
  return undefined;
}

function mostSaid(wordsOf: ReadonlyMap<NoticeKind, number>): NoticeKind | undefined {
  return [...wordsOf].sort(([, one], [, other]) => other - one)[0]?.[0];
}

const beginningWords = 40;

/** True when the text has most of the words with which the feed's text begins, three in a row at a time. */
function holdsBeginning(text: string, feedText: string): boolean {
  const given = wordsOf(feedText).slice(0, beginningWords);
  const triples = given.slice(2).map((_, at) => given.slice(at, at + 3).join(' '));
  if (triples.length < 4) return false;
  const whole = ` ${wordsOf(text).join(' ')} `;
  return triples.filter((triple) => whole.includes(` ${triple} `)).length >= triples.length * 0.6;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
