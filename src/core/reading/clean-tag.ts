/** The one table of what an article's markup may hold. Both ways through the sanitizer ask it for every tag they meet. */

import { absoluteLink, absoluteSrcset, absoluteUrl } from './absolute-urls.ts';
import { embedCard, isPlayer } from './embed-card.ts';
import type { PrivacyRules } from './privacy-rules.ts';
import { isTrackingPixel } from './tracking-pixel.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface CleanTag {
  readonly name: string;
  readonly attributes: Record<string, string>;
  /** Text to stand inside instead of what the source had there. */
  readonly text?: string;
}

const plainNames =
  'h2 h3 h4 h5 h6 p br hr wbr div ul ol li dl dt dd blockquote q cite figure figcaption pre code kbd samp var ' +
  'table caption colgroup col thead tbody tfoot tr th td sup sub b strong i em s del ins u small mark abbr dfn time ' +
  'a img picture source audio video track span bdo bdi ruby rb rt rp rtc details summary';
const mathNames =
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover mmultiscripts ' +
  'mprescripts mtable mtr mtd mpadded mphantom menclose semantics';

/** Elements whose start and end mean the same to every HTML parser: no raw text, no foreign names, nothing of its own grammar. */
export const plainElements: ReadonlySet<string> = new Set(plainNames.split(' '));
export const allowedElements: readonly string[] = [...plainNames.split(' '), ...mathNames.split(' ')];
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'wbr', 'col', 'img', 'source', 'track']);

/** Names that are kept under another, and names whose tag goes while its content stays ('' stands for that). */
export const renamedElements: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'], // the page has its own h1: the headline
  ...['section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'center', 'address', 'hgroup', 'fieldset'].map(
    (name): [string, string] => [name, 'div'],
  ),
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['amp-img', 'img'],
  ...['font', 'big', 'label', 'body', 'html', 'nobr', 'blink', 'marquee', 'o:p'].map((name): [string, string] => [
    name,
    '',
  ]),
]);

/** Elements that go with all they hold. */
export const discardedElements: readonly string[] =
  'script style textarea option select optgroup datalist button xmp noscript template title head svg canvas noembed noframes plaintext annotation annotation-xml'.split(
    ' ',
  );

export interface CleaningPlace {
  /** What relative addresses are resolved against. */
  readonly base: string | undefined;
  /** It says that it was cleaned before, as what an archive holds does: where that is true, nothing in it changes. */
  readonly isOurs?: boolean;
  /** What the reader lets through; without it, neither. */
  readonly privacy?: PrivacyRules | undefined;
  /** Told of each tracking pixel that is left out. */
  readonly onPixel?: () => void;
}

/** The prefix keeps ids of an article apart from those of the window around it. */
const idPrefix = 'article-';
const copiedEverywhere = ['dir', 'lang'];
const copiedAttributes: Readonly<Record<string, readonly string[]>> = {
  td: ['colspan', 'rowspan', 'headers', 'scope'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  del: ['datetime'],
  ins: ['datetime'],
  details: ['open'],
  abbr: ['title'],
  dfn: ['title'],
  math: ['display'],
  mo: ['stretchy', 'fence', 'separator'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mtable: ['columnalign', 'rowspacing', 'columnspacing'],
  mtd: ['columnspan', 'rowspan'],
  mspace: ['width'],
  menclose: ['notation'],
  mover: ['accent'],
  munder: ['accentunder'],
};

/** Whose text a publisher sets to one side: the columns of a table. */
const sidedElements: ReadonlySet<string> = new Set(['td', 'th', 'col', 'colgroup', 'tr', 'thead', 'tbody', 'tfoot']);

export const allowedAttributes: readonly string[] = [
  ...new Set([
    ...copiedEverywhere,
    ...Object.values(copiedAttributes).flat(),
    ...'id href class align data-embed src srcset sizes alt width height title type media kind srclang label controls preload poster cite'.split(
      ' ',
    ),
  ]),
];

/**
 * What becomes of a tag: its clean form, or undefined when the tag goes and its content stays.
 * `name` is lower case; attribute names are lower case and values decoded. Costs about a microsecond for each address.
 */
export function cleanTag(name: string, given: Attributes, place: CleaningPlace): CleanTag | undefined {
  if (name === 'iframe' || name === 'embed') {
    return cardTag(given, place);
  }
  const kept = keptName(name, given);
  if (kept === '') {
    return undefined;
  }
  const attributes: Record<string, string> = {};
  copyCommon(kept, given, { attributes, place });
  switch (kept) {
    case 'a':
      if (!keepCard(given, attributes, place)) cleanAnchor(given, attributes, place);
      return { name: kept, attributes };
    case 'img':
      return cleanPicture(given, attributes, place) ? { name: kept, attributes } : undefined;
    case 'source':
    case 'track':
      return cleanSource(kept, given, attributes, place) ? { name: kept, attributes } : undefined;
    case 'audio':
    case 'video':
      cleanPlayer(given, attributes, place);
      return { name: kept, attributes };
    case 'blockquote':
    case 'q':
    case 'del':
    case 'ins':
      setAddress(attributes, 'cite', given.cite, place);
      return { name: kept, attributes };
    case 'span':
      return Object.keys(attributes).length > 0 ? { name: kept, attributes } : undefined;
    default:
      return { name: kept, attributes };
  }
}

function keptName(name: string, given: Attributes): string {
  const kept = renamedElements.get(name) ?? name;
  // A credit line loses its class; as <cite> its meaning stays.
  if (
    kept === 'span' &&
    given.class !== undefined &&
    /\b(?:credits?|copyright)\b|image-source|photo(?:graph)?er/i.test(given.class)
  ) {
    return 'cite';
  }
  return kept;
}

function copyCommon(
  name: string,
  given: Attributes,
  { attributes, place }: { readonly attributes: Record<string, string>; readonly place: CleaningPlace },
): void {
  for (const key in given) {
    const value = given[key] ?? '';
    if (key === 'dir') {
      if (/^(?:ltr|rtl|auto)$/i.test(value)) attributes.dir = value.toLowerCase();
    } else if (key === 'lang' || key === 'xml:lang') {
      if (/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value)) attributes.lang = value;
    } else if (key === 'id' || (key === 'name' && name === 'a')) {
      if (/^[\w:.\-\u0080-\uffff]{1,200}$/.test(value)) attributes.id = prefixed(value, place);
    } else if (key === 'class' && (name === 'code' || name === 'pre')) {
      const language = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#.-]{1,30})/i.exec(value);
      if (language !== null) attributes.class = `language-${language[1]?.toLowerCase()}`;
    } else if (sidedElements.has(name) && (key === 'align' || key === 'style')) {
      const side = sideOf(key, value);
      if (side !== undefined) attributes.align = side;
    } else if (copiedAttributes[name]?.includes(key)) {
      attributes[key] = value.slice(0, 200);
    }
  }
}

/** The side that `align` names, or the `text-align` of a style: all that is kept of a style. */
function sideOf(key: string, value: string): string | undefined {
  const side = key === 'align' ? value : /(?:^|;)\s*text-align\s*:\s*(\w+)/i.exec(value.slice(0, 500))?.[1];
  const word = side?.trim().toLowerCase().replace('end', 'right');
  return word !== undefined && /^(?:left|right|center)$/.test(word) ? word : undefined;
}

function cleanAnchor(given: Attributes, attributes: Record<string, string>, place: CleaningPlace): void {
  const raw = given.href?.trim();
  if (raw === undefined || raw === '') {
    return;
  }
  const anchor = /^#(.{1,200})$/.exec(
    place.base !== undefined && raw.startsWith(`${place.base}#`) ? raw.slice(place.base.length) : raw,
  );
  if (anchor !== null) {
    attributes.href = `#${prefixed(anchor[1] ?? '', place)}`;
    return;
  }
  const href = raw === '#' ? undefined : absoluteLink(raw, place.base, place.privacy);
  if (href !== undefined) attributes.href = href;
  if (given.title !== undefined) attributes.title = given.title.slice(0, 500);
}

/** A card that we made of a player: it stays one where its address is on the web and its player is known. */
function keepCard(given: Attributes, attributes: Record<string, string>, place: CleaningPlace): boolean {
  const player = given['data-embed'];
  const href = absoluteUrl(given.href ?? '', place.base);
  if (place.isOurs !== true || given.class !== 'embed' || player === undefined || href === undefined) return false;
  if (!isPlayer(player)) return false;
  Object.assign(attributes, { class: 'embed', 'data-embed': player, href });
  return true;
}

/** Of markup that had been cleaned the ids have it already. */
function prefixed(id: string, { isOurs }: CleaningPlace): string {
  return isOurs === true && id.startsWith(idPrefix) ? id : idPrefix + id;
}

const placeholder =
  /^data:|\.(?:gif|png|svg|jpe?g|webp)(?<=(?:placeholder|blank|spacer|lazy|transparent|1x1|grey|loading)[\w-]*\.\w+)/i;

function cleanPicture(given: Attributes, attributes: Record<string, string>, place: CleaningPlace): boolean {
  const own = given.src;
  const lazy =
    given['data-src'] ??
    given['data-original'] ??
    given['data-lazy-src'] ??
    given['data-original-src'] ??
    given['data-hi-res-src'];
  const src = absoluteUrl(
    lazy !== undefined && (own === undefined || placeholder.test(own)) ? lazy : (own ?? ''),
    place.base,
  );
  const srcset = absoluteSrcset(given.srcset ?? given['data-srcset'] ?? given['data-lazy-srcset'] ?? '', place.base);
  const shown = src ?? srcset?.split(' ', 1)[0];
  if (shown === undefined) return false;
  const removesPixels = place.privacy?.removePixels !== false;
  if (removesPixels && isTrackingPixel({ src: shown, width: given.width, height: given.height, style: given.style })) {
    place.onPixel?.();
    return false;
  }
  attributes.src = shown;
  if (srcset !== undefined) {
    attributes.srcset = srcset;
    if (given.sizes !== undefined) attributes.sizes = given.sizes.slice(0, 500);
  }
  attributes.alt = (given.alt ?? '').slice(0, 2000);
  for (const side of ['width', 'height']) {
    const pixels = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(given[side] ?? '')?.[1];
    if (pixels !== undefined) attributes[side] = pixels;
  }
  if (given.title !== undefined && given.title !== given.alt) attributes.title = given.title.slice(0, 1000);
  return true;
}

function cleanSource(
  name: string,
  given: Attributes,
  attributes: Record<string, string>,
  place: CleaningPlace,
): boolean {
  setAddress(attributes, 'src', given.src, place);
  const srcset = name === 'source' ? absoluteSrcset(given.srcset ?? given['data-srcset'] ?? '', place.base) : undefined;
  if (srcset !== undefined) attributes.srcset = srcset;
  for (const key of name === 'source' ? ['type', 'media', 'sizes'] : ['kind', 'srclang', 'label']) {
    const value = given[key];
    if (value !== undefined && value !== '') attributes[key] = value.slice(0, 300);
  }
  return attributes.src !== undefined || srcset !== undefined;
}

/** Sound and film wait for a click: never autoplay, nothing loaded ahead. */
function cleanPlayer(given: Attributes, attributes: Record<string, string>, place: CleaningPlace): void {
  setAddress(attributes, 'src', given.src ?? given['data-src'], place);
  setAddress(attributes, 'poster', given.poster, place);
  attributes.controls = '';
  attributes.preload = 'none';
}

function cardTag(given: Attributes, place: CleaningPlace): CleanTag | undefined {
  const raw = [given['data-src'], given.src, given['data-lazy-src']].find(
    (src) => src !== undefined && !/^(?:about:|data:|$)/i.test(src.trim()),
  );
  const frameUrl = raw === undefined ? undefined : absoluteUrl(raw, place.base);
  const card = frameUrl === undefined ? undefined : embedCard(frameUrl);
  return card === undefined
    ? undefined
    : { name: 'a', attributes: { class: 'embed', 'data-embed': card.player, href: card.href }, text: card.label };
}

function setAddress(
  attributes: Record<string, string>,
  key: string,
  raw: string | undefined,
  place: CleaningPlace,
): void {
  const url = raw === undefined ? undefined : absoluteUrl(raw, place.base);
  if (url !== undefined) attributes[key] = url;
}
