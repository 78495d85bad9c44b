/** What a page says about itself in JSON-LD, OpenGraph, meta tags and microdata. */

import { absoluteUrl } from './absolute-urls.ts';
import { type PageDocument, type PageElement, textOf } from './page-dom.ts';
import { decodeReferences } from './plain-text.ts';

export interface PageMetadata {
  /** Titles in the order of trust; they may carry the site's name. */
  readonly titles: readonly string[];
  /** Authors by name; empty when none is named. */
  readonly authors: readonly string[];
  readonly description?: string;
  readonly siteName?: string;
  /** ISO 8601 as the page gives it where it is that, else brought to it. */
  readonly publishedTime?: string;
  readonly language?: string;
  readonly pictureUrl?: string;
  /** What relative addresses stand against. */
  readonly base: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Read before an extractor has changed the page. Never throws. */
export function readMetadata(page: PageDocument, url: string): PageMetadata {
  const base = URL.parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', url)?.href ?? url;
  const linked = linkedData(page);
  const meta = metaValues(page);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)?.[0]).find((value) => value !== undefined);
  const language = (
    page.documentElement?.getAttribute('lang') ??
    page.documentElement?.getAttribute('xml:lang') ??
    first('content-language', 'og:locale', 'language')
  )?.replace('_', '-');
  const description =
    first('og:description', 'description', 'twitter:description', 'dc.description') ?? textIn(linked, 'description');
  const siteName = first('og:site_name', 'application-name') ?? nameIn(linked?.publisher);
  const publishedTime = publishedIn(page, linked, first);
  const picture =
    first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ??
    pictureIn(linked?.image);
  const pictureUrl = picture === undefined ? undefined : absoluteUrl(picture, base);
  return {
    titles: [
      textIn(linked, 'headline'),
      first('og:title', 'dc.title', 'twitter:title', 'title', 'parsely-title', 'sailthru.title'),
      textOf(page.querySelector('title')),
    ].filter((title): title is string => title !== undefined && title !== ''),
    authors: withoutOrganisations(authorsIn(linked, meta), siteName),
    base,
    ...(description !== undefined && { description }),
    ...(siteName !== undefined && { siteName }),
    ...(publishedTime !== undefined && { publishedTime }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(language) && { language }),
    ...(pictureUrl !== undefined && { pictureUrl }),
  };
}

const articleType = /Article|Posting|Report|Review|Recipe|NewsStory|Blog$|CreativeWork/;

/** The article among a page's linked data; scripts that are no JSON are passed over. */
function linkedData(page: PageDocument): Json | undefined {
  const nodes: Json[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const text = (script.textContent ?? '')
      .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>);?\s*$/g, '')
      .replace(/[\n\r\t]+/g, ' ');
    try {
      collect(JSON.parse(text), nodes, 0);
    } catch {
      // Broken JSON says nothing; the meta tags are still there.
    }
  }
  const articles = nodes.filter((node) => articleType.test([node['@type']].flat().join(' ')));
  return articles.find((node) => node.headline !== undefined) ?? articles[0];
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (Array.isArray(value)) {
    for (const part of value) collect(part, nodes, depth + 1);
  } else if (isJson(value) && depth < 6) {
    nodes.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) collect(value[key], nodes, depth + 1);
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(node: Json | undefined, key: string): string | undefined {
  const value = node?.[key];
  return typeof value === 'string' && value.trim() !== '' ? tidy(value) : undefined;
}

function tidy(value: string): string {
  return decodeReferences(decodeReferences(value)).replace(/\s+/g, ' ').trim();
}

function nameIn(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? tidy(one) : isJson(one) ? textIn(one, 'name') : undefined;
}

function pictureIn(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : isJson(one) ? textIn(one, 'url') : undefined;
}

/** Meta values by lower-case name; of space-separated names each counts, dots and colons are one. */
function metaValues(page: PageDocument): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = tidy(meta.getAttribute('content') ?? '');
    const names = `${meta.getAttribute('property') ?? ''} ${meta.getAttribute('name') ?? ''} ${meta.getAttribute('itemprop') ?? ''} ${meta.getAttribute('http-equiv') ?? ''}`;
    if (content === '') {
      continue;
    }
    for (const raw of names.toLowerCase().split(/\s+/).filter(Boolean)) {
      const name = raw.replace(/^(dc|dcterms?|sailthru|parsely|weibo)[:.]/, '$1.').replace(/^dcterms?\./, 'dc.');
      values.set(name, [...(values.get(name) ?? []), content]);
    }
  }
  return values;
}

const authorNames = [
  'dc.creator',
  'author',
  'article:author',
  'og:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
];

function authorsIn(linked: Json | undefined, meta: ReadonlyMap<string, readonly string[]>): string[] {
  const people = [linked?.author ?? linked?.creator].flat();
  const persons = people.filter((person) => isJson(person) && /Person/.test(String(person['@type'])));
  const named = (persons.length > 0 ? persons : people)
    .map(nameIn)
    .filter((name): name is string => name !== undefined && isName(name));
  if (named.length > 0) {
    return [...new Set(named)];
  }
  for (const name of authorNames) {
    const found = (meta.get(name) ?? []).filter(isName);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** A publisher named beside its author is not a second author. */
function withoutOrganisations(authors: readonly string[], siteName: string | undefined): readonly string[] {
  const people = authors.filter(
    (name) => name !== siteName && !/\b(?:inc|llc|ltd|corp|gmbh|co|media|staff)\.?$/i.test(name),
  );
  return people.length > 0 ? people : authors;
}

function isName(value: string): boolean {
  return value !== '' && value.length < 120 && !/^https?:|^www\.|^[\d\s]+$|\.(?:com|net|org)\//i.test(value);
}

const dateNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.created',
  'dc.date.issued',
  'dc.issued',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
  'article.published',
  'published-date',
  'originalpublicationdate',
  'citation_publication_date',
  'rnews:datepublished',
];

function publishedIn(
  page: PageDocument,
  linked: Json | undefined,
  first: (...names: readonly string[]) => string | undefined,
): string | undefined {
  const candidates = [
    textIn(linked, 'datePublished'),
    ...dateNames.map((name) => first(name)),
    textIn(linked, 'dateCreated'),
  ];
  for (const element of page.querySelectorAll(
    '[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date, abbr.published, article time[datetime], header time[datetime], time[datetime]',
  )) {
    candidates.push(dateOf(element));
    if (candidates.length > 40) break;
  }
  for (const candidate of candidates) {
    const date = candidate === undefined ? undefined : isoDate(candidate);
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateOf(element: PageElement): string {
  return (
    element.getAttribute('datetime') ??
    element.getAttribute('content') ??
    element.getAttribute('title') ??
    textOf(element)
  );
}

/** A date with a year, month and day, as given when it is ISO 8601 already; undefined for anything less. */
function isoDate(raw: string): string | undefined {
  const text = raw.trim();
  if (/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i.test(text)) {
    return text.replace(' ', 'T').replace(/\s+/g, '');
  }
  if (!/\d{4}/.test(text) || text.length > 60 || !/\d{1,2}/.test(text.replace(/\d{4}/, ''))) {
    return undefined;
  }
  const time = Date.parse(text.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1'));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
