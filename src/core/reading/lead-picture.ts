/** Chooses the picture that stands above an article, with its caption and credit. */

import { absoluteUrl } from './absolute-urls.ts';
import { decodeReferences, plainText } from './plain-text.ts';
import { isTrackingPixel } from './tracking-pixel.ts';

export interface PictureFromFeed {
  readonly url: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly alt?: string | undefined;
}

export interface LeadPicture {
  readonly url: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
  /**
   * The body holds this picture, with exactly this address as the src of its first big image, so that whoever shows
   * it above leaves that one out. The body's address is taken where feed and body have two sizes of one picture.
   */
  readonly inBody: boolean;
}

interface BodyPicture {
  readonly url: string;
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
  readonly caption?: string;
  readonly credit?: string;
}

const longestCaption = 5_000;
const longestThanks = 150; // characters, with the words before a name
const leastSide = 120; // pixels; smaller ones are faces, badges and emoji
const facesAndBadges =
  /emoji|smil(?:ey|ies)|avatar|gravatar|\bicons?\b|\blogo\b|\bbadge|favicon|sprite|share[-_]?button|feedburner|twemoji|\/wp-includes\/images\//i;

/** `html` is sanitised; the feed's picture comes first, then the first big one of the body. */
export function leadPicture(
  fromFeed: PictureFromFeed | undefined,
  html: string,
  base: string | undefined,
): LeadPicture | undefined {
  const inBody = firstBigPicture(html);
  const feedUrl = fromFeed === undefined ? undefined : absoluteUrl(fromFeed.url, base);
  const offered =
    fromFeed !== undefined && feedUrl !== undefined && isWorthShowing(feedUrl, fromFeed.width, fromFeed.height);
  if (!offered) {
    return inBody === undefined ? undefined : { ...inBody, inBody: true };
  }
  const same = inBody !== undefined && samePicture(feedUrl, inBody.url);
  const body = same ? inBody : undefined;
  return compose(body?.url ?? feedUrl, fromFeed, body);
}

function compose(url: string, feed: PictureFromFeed, body: BodyPicture | undefined): LeadPicture {
  const caption = textOrNothing(feed.caption) ?? body?.caption;
  const credit = textOrNothing(feed.credit) ?? body?.credit;
  const alt = textOrNothing(feed.alt) ?? body?.alt;
  const width = body?.width ?? feed.width;
  const height = body?.height ?? feed.height;
  return {
    url,
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
    ...(alt !== undefined && { alt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    inBody: body !== undefined,
  };
}

function textOrNothing(markup: string | undefined): string | undefined {
  const text = markup === undefined ? '' : plainText(markup.slice(0, longestCaption));
  return text === '' ? undefined : text;
}

/** The first picture of a sanitised body that is big enough, or of unknown size and not a face or badge by its address. */
function firstBigPicture(html: string): BodyPicture | undefined {
  for (const match of html.matchAll(/<img ([^<>]*)>/g)) {
    const facts = match[1] ?? '';
    const url = attribute(facts, 'src');
    const width = pixels(attribute(facts, 'width'));
    const height = pixels(attribute(facts, 'height'));
    if (url !== undefined && isWorthShowing(url, width, height)) {
      const alt = attribute(facts, 'alt');
      return {
        url,
        ...(alt !== undefined && alt !== '' && { alt }),
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
        ...captionAround(html, match.index),
      };
    }
  }
  return undefined;
}

function isWorthShowing(url: string, width: number | undefined, height: number | undefined): boolean {
  if ((width ?? leastSide) < leastSide || (height ?? leastSide) < leastSide) {
    return false;
  }
  // A drawing of unknown size is nearly always a sign or a logo; one that says it is large is an illustration.
  const isUnsizedDrawing = width === undefined && /\.svg(?:$|\?)/i.test(url);
  return !isTrackingPixel({ src: url }) && !facesAndBadges.test(url) && !isUnsizedDrawing;
}

/** Two addresses are one picture when host and path agree but for what image servers put there for size and form. */
function samePicture(first: string, second: string): boolean {
  return first === second || pictureKey(first) === pictureKey(second);
}

function pictureKey(url: string): string {
  const path = url.replace(/^https?:\/\/(?:i\d\.wp\.com\/)?/, '').replace(/[?#].*/s, '');
  return path
    .replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, '')
    .replace(
      /\/(?:[whcq]_\d[^/]*|\d{2,4}x\d{2,4}|\d{2,4}|(?:thumb|small|medium|large|standard|original)s?|s\d{2,4}(?:-c)?)(?=\/)/g,
      '',
    )
    .replace(/-(?:scaled|e\d{10,})(?=\.\w+$)/, '')
    .replace(/\.\w{3,4}$/, '');
}

function captionAround(html: string, at: number): { caption?: string; credit?: string } {
  const figureStart = html.lastIndexOf('<figure', at);
  if (figureStart < 0 || html.lastIndexOf('</figure>', at) > figureStart) {
    return {};
  }
  const figureEnd = html.indexOf('</figure>', at);
  const figure = html.slice(at, figureEnd < 0 ? undefined : figureEnd);
  const markup = firstElement(figure, /<(figcaption)[^<>]*>/)?.inside;
  return markup === undefined ? {} : captionAndCredit(markup);
}

const creditLine =
  /^(?:photo(?:graph)?|image|picture|illustration|credit|foto|bild|crédit(?: photo)?|imagen|immagine|写真|图|圖)s?(?:\s+(?:credit|by|von|de|par|di))*\s*[:：]\s*|^(?:photo(?:graph)?|image|illustration)\s+by\s+|^(?:©|\(c\))\s*/i;

/** Parts a caption's markup into what it says and whom it thanks. */
function captionAndCredit(markup: string): { caption?: string; credit?: string } {
  let credit: string | undefined;
  let rest = markup;
  const thanks = firstElement(markup, /<(cite|small)[^<>]*>/);
  if (thanks !== undefined) {
    credit = plainText(thanks.inside).replace(creditLine, '').trim();
    rest = `${markup.slice(0, thanks.from)} ${markup.slice(thanks.to)}`;
  }
  rest = plainText(rest).replace(/\s+/g, ' ');
  if (credit === undefined || credit === '') {
    const tailAt = Math.max(0, rest.length - longestThanks);
    const tail =
      /(?:^|[ .(|[–—-])((?:photo(?:graph)?|image|picture|illustration|credit|foto|bild|crédit photo|imagen|immagine|写真)s?(?: (?:credit|by|von|de|par|di)){0,4} ?[:：]|(?:photo(?:graph)?|illustration) by |©) ?([^|]{2,80})$/i.exec(
        rest.slice(tailAt),
      );
    if (tail !== null) {
      const from = tailAt + tail.index;
      credit = (tail[2] ?? '').replace(/(?<![)\].\s])[)\].\s]+$/, '');
      rest = rest.slice(0, from + (/[.\s]/.test(rest[from] ?? '') ? 1 : 0)).replace(/(?<![\s(|[–—-])[\s(|[–—-]+$/, '');
    }
  }
  const caption = rest.trim();
  return { ...(caption !== '' && { caption }), ...(credit !== undefined && credit !== '' && { credit }) };
}

/** The first element whose start tag that finds, without regard to others of its name inside it. */
function firstElement(
  markup: string,
  startTag: RegExp,
): { readonly from: number; readonly to: number; readonly inside: string } | undefined {
  const start = startTag.exec(markup);
  if (start === null) return undefined;
  const end = `</${start[1]}>`;
  const inside = start.index + start[0].length;
  const at = markup.indexOf(end, inside);
  return at < 0 ? undefined : { from: start.index, to: at + end.length, inside: markup.slice(inside, at) };
}

function attribute(facts: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(facts)?.[1];
  return value?.includes('&') ? decodeReferences(value) : value;
}

function pixels(raw: string | undefined): number | undefined {
  return raw === undefined || raw === '' ? undefined : Number(raw);
}
