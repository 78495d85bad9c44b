/** Tells a text that is only how its article begins from one that is whole. */
import { plainText } from './plain-text.ts';
import { wordCount } from './reading-time.ts';

/** A text of so many words is an article. */
const wholeWords = 250;
/** A picture with fewer words beside it is what the article is about. */
const captionWords = 40;
/** More markup than any summary has: not read. */
const longestSummary = 20_000;
const cutOff = /(?:…|\.{3}|\[…\]|\[\.{3}\])$/u;
const leadsOn = /(?:read more|continue reading|weiterlesen|lire la suite|leer más|続きを読む)\W{0,4}$/iu;
const ending = 40;

interface FeedText {
  readonly html: string;
  /** A post without a headline is whole: its text is all there is. */
  readonly title: string;
  readonly hasAudio: boolean;
}

/** Under 1 ms: long texts are not looked at. */
export function isSummary({ html, title, hasAudio }: FeedText): boolean {
  if (html.length > longestSummary || title === '' || hasAudio) return false;
  const text = plainText(html).trim();
  const end = text.slice(-ending);
  if (cutOff.test(end) || leadsOn.test(end)) return true;
  const words = wordCount(text);
  const isOfPicture = words < captionWords && /<(?:img|video|audio)\b|data-embed/.test(html);
  return words < wholeWords && !isOfPicture;
}
