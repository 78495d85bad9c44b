/** Every element we take from a feed, by our canonical name, and what of it. What is not named here is dropped before rss-parser sees it. */

export interface ElementSpec {
  /** `text`: plain characters. `markup`: may hold or escape HTML. `none`: attributes alone. */
  readonly body: 'text' | 'markup' | 'none';
  readonly attributes?: readonly string[];
  /** Descendants whose text becomes an attribute of this element, by canonical name. */
  readonly parts?: Readonly<Record<string, string>>;
}

const text: ElementSpec = { body: 'text' };
const markup: ElementSpec = { body: 'markup' };
const linkAttributes = ['href', 'rel', 'type', 'length', 'title', 'hreflang', 'thr:count'] as const;

const person: ElementSpec = {
  body: 'text',
  attributes: ['rdf:about'],
  parts: {
    name: 'name',
    'atom:name': 'name',
    email: 'email',
    'atom:email': 'email',
    uri: 'uri',
    url: 'uri',
    'foaf:name': 'name',
    'itunes:name': 'name',
    'itunes:email': 'email',
    'rdf:value': 'name',
  },
};

const mediaParts = {
  'media:title': 'caption',
  'media:description': 'description',
  'media:text': 'description',
  'media:credit': 'credit',
} as const;

const mediaAttributes = [
  ...['url', 'type', 'medium', 'width', 'height', 'duration', 'filesize', 'isdefault', 'expression', 'alt'],
] as const;

/** Elements that stand in an article as well as in the feed. */
const shared: Readonly<Record<string, ElementSpec>> = {
  title: markup,
  'atom:title': markup,
  'dc:title': text,
  link: { body: 'text', attributes: linkAttributes },
  'atom:link': { body: 'text', attributes: linkAttributes },
  description: markup,
  abstract: markup,
  summary: markup,
  subtitle: markup,
  tagline: markup,
  info: markup,
  'dc:description': markup,
  author: person,
  'atom:author': person,
  'dc:creator': person,
  'dc:author': person,
  'itunes:author': text,
  'googleplay:author': text,
  'itunes:owner': person,
  'itunes:image': { body: 'text', attributes: ['href', 'url'] },
  'googleplay:image': { body: 'none', attributes: ['href'] },
  'itunes:explicit': text,
  'itunes:summary': markup,
  'itunes:subtitle': markup,
  'itunes:title': text,
  'itunes:new-feed-url': text,
  'media:thumbnail': { body: 'none', attributes: ['url', 'width', 'height'] },
  category: { body: 'text', attributes: ['term', 'label', 'text'] },
  'atom:category': { body: 'text', attributes: ['term', 'label'] },
  'dc:subject': { body: 'text', parts: { 'rdf:value': 'label' } },
  id: text,
  'atom:id': text,
  'dc:language': text,
  language: text,
  pubdate: text,
  published: text,
  updated: text,
  modified: text,
  issued: text,
  date: text,
  created: text,
  'dc:date': text,
  'atom:published': text,
  'atom:updated': text,
  image: { body: 'text', attributes: ['href', 'url'], parts: { url: 'url', link: 'link', title: 'title' } },
  logo: { body: 'text', attributes: ['href'] },
  icon: text,
};

export const feedElements: ReadonlyMap<string, ElementSpec> = new Map(
  Object.entries({
    ...shared,
    'atom:subtitle': markup,
    'atom:icon': text,
    'atom:logo': text,
    managingeditor: text,
    webmaster: text,
    ttl: text,
    'sy:updateperiod': text,
    'sy:updatefrequency': text,
    skiphours: { body: 'none', parts: { hour: 'hour' } },
    skipdays: { body: 'none', parts: { day: 'day' } },
    'itunes:category': { body: 'none', attributes: ['text'] },
  } satisfies Record<string, ElementSpec>),
);

export const articleElements: ReadonlyMap<string, ElementSpec> = new Map(
  Object.entries({
    ...shared,
    guid: { body: 'text', attributes: ['ispermalink'] },
    'dc:identifier': text,
    content: { body: 'markup', attributes: ['src', 'type'] },
    'content:encoded': markup,
    'atom:content': { body: 'markup', attributes: ['src', 'type'] },
    'atom:summary': markup,
    body: markup,
    'xhtml:body': markup,
    'xhtml:div': markup,
    fullitem: markup,
    'fullitem:fullitem': markup,
    'content:items': { body: 'none', parts: { 'rdf:value': 'value' } },
    comments: text,
    'slash:comments': text,
    'thr:total': text,
    'thr:in-reply-to': { body: 'none', attributes: ['ref', 'href'] },
    enclosure: { body: 'text', attributes: ['url', 'href', 'type', 'length', 'title'] },
    source: { body: 'text', attributes: ['url'], parts: { title: 'title', 'atom:title': 'title', name: 'author' } },
    'dcterms:created': text,
    'dcterms:issued': text,
    'dcterms:modified': text,
    'dcterms:date': text,
    'itunes:duration': text,
    'itunes:season': text,
    'itunes:episode': text,
    'itunes:keywords': text,
    'podcast:season': text,
    'podcast:episode': text,
    'podcast:chapters': { body: 'none', attributes: ['url', 'type'] },
    'podcast:transcript': { body: 'none', attributes: ['url', 'type', 'language'] },
    'media:content': { body: 'none', attributes: mediaAttributes, parts: mediaParts },
    'media:title': markup,
    'media:description': { body: 'markup' },
    'media:credit': { body: 'text', attributes: ['role'] },
    'media:category': { body: 'text', attributes: ['label'] },
    'georss:point': text,
    'georss:where': { body: 'none', parts: { 'gml:pos': 'pos', 'gml:coordinates': 'coordinates' } },
    'geo:point': { body: 'none', parts: { 'geo:lat': 'lat', 'geo:long': 'long', 'geo:lon': 'long' } },
    'geo:lat': text,
    'geo:long': text,
    'geo:lon': text,
  } satisfies Record<string, ElementSpec>),
);

/** Elements whose children count as the parent's own. */
export const transparentElements: ReadonlySet<string> = new Set([
  'media:group',
  'media:peerlink',
  'items',
  'tracklist',
]);

/** An article, in any format. */
export const articleNames: ReadonlySet<string> = new Set(['item', 'entry']);

/** What a feed's outermost element can be called, and the shape we give it. */
export const rootFormats: ReadonlyMap<string, 'rss' | 'rdf' | 'atom'> = new Map([
  ['rss', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['channel', 'rss'],
  ['feed', 'atom'],
  ['atom:feed', 'atom'],
  ['entry', 'atom'],
  ['atom:entry', 'atom'],
]);
