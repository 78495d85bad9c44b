/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), read leniently: any field may be missing or of the wrong type. */

import { withoutControls } from '../../lib/without-controls.ts';
import { absoluteContent } from '../normalising/absolute-content.ts';
import { durationSeconds } from '../normalising/normalise-enclosures.ts';
import { parseDate } from '../normalising/parse-date.ts';
import { FeedAddresses, isWebAddress } from '../normalising/resolve-address.ts';
import { escapeHtml, visibleText } from '../normalising/visible-text.ts';
import type { ParsedArticle, ParsedEnclosure, ParsedFeed } from './parsed-feed.ts';

type Json = Readonly<Record<string, unknown>>;

/** Undefined when the object is no feed. */
export function parseJsonFeed(
  value: unknown,
  documentUrl: string | undefined,
): Omit<ParsedFeed, 'repairs'> | undefined {
  const json = record(Array.isArray(value) ? { items: value } : value);
  if (json === undefined || !looksLikeFeed(json)) return undefined;
  const site = text(json.home_page_url);
  const addresses = new FeedAddresses([undefined], documentUrl ?? text(json.feed_url) ?? site);
  const siteUrl = addresses.web(site);
  const author = authorOf(json);
  return {
    format: 'json',
    title: visibleText(text(json.title) ?? ''),
    ...optional('description', text(json.description)),
    ...optional('siteUrl', siteUrl),
    ...optional('rawSiteLink', site),
    ...optional('selfUrl', addresses.web(text(json.feed_url))),
    ...optional('language', text(json.language)),
    ...optional('author', author),
    ...optional('imageUrl', addresses.web(text(json.icon))),
    ...optional('iconUrl', addresses.web(text(json.favicon))),
    categories: strings(json.tags),
    articles: list(json.items)
      .map(record)
      .filter((item) => item !== undefined)
      .map((item, index) => ({ ...optional('author', author), ...articleOf(item, index, addresses) })),
  };
}

function looksLikeFeed(json: Json): boolean {
  const version = text(json.version) ?? '';
  return /jsonfeed\.org/i.test(version) || Array.isArray(json.items);
}

function articleOf(item: Json, index: number, addresses: FeedAddresses): ParsedArticle {
  const guid = text(item.id) ?? text(item.guid);
  const link = text(item.url) ?? text(item.external_url);
  const isPermalink = guid !== undefined && isWebAddress(guid);
  const published = date(item.date_published) ?? date(item.date_modified);
  return {
    index,
    ...optional('rawGuid', guid),
    ...(guid === undefined ? {} : { guidIsPermalink: isPermalink }),
    ...optional('rawLink', link),
    ...optional('url', addresses.web(link) ?? (link === undefined && isPermalink ? addresses.web(guid) : undefined)),
    title: visibleText(text(item.title) ?? ''),
    ...optional('author', authorOf(item)),
    ...optional('published', published),
    ...optional('updated', date(item.date_modified)),
    ...contentOf(item, addresses),
    categories: strings(item.tags),
    ...optional('language', text(item.language)),
    enclosures: list(item.attachments).flatMap((attachment) => enclosureOf(record(attachment), addresses)),
    ...pictureOf(item, addresses),
  };
}

function contentOf(item: Json, addresses: FeedAddresses): Pick<ParsedArticle, 'html' | 'summaryHtml'> {
  const html = text(item.content_html);
  const plain = text(item.content_text);
  const summary = text(item.summary);
  const base = addresses.web(text(item.url)) ?? addresses.baseOf(undefined);
  const body = html === undefined ? (plain === undefined ? undefined : asHtml(plain)) : absoluteContent(html, base);
  const short = summary === undefined ? undefined : asHtml(summary);
  if (body === undefined) return short === undefined ? {} : { html: short };
  return short === undefined ? { html: body } : { html: body, summaryHtml: short };
}

function asHtml(plain: string): string {
  return escapeHtml(plain).replace(/\r?\n/g, '<br>\n');
}

function pictureOf(item: Json, addresses: FeedAddresses): Pick<ParsedArticle, 'picture'> {
  const url = addresses.web(text(item.image)) ?? addresses.web(text(item.banner_image));
  return url === undefined ? {} : { picture: { url } };
}

function enclosureOf(attachment: Json | undefined, addresses: FeedAddresses): readonly ParsedEnclosure[] {
  const url = addresses.web(text(attachment?.url));
  if (attachment === undefined || url === undefined) return [];
  const size = attachment.size_in_bytes;
  const seconds = attachment.duration_in_seconds;
  return [
    {
      url,
      ...optional('mimeType', text(attachment.mime_type)),
      ...(typeof size === 'number' && size > 0 ? { sizeBytes: size } : {}),
      ...(typeof seconds === 'number' || typeof seconds === 'string' ? durationSeconds(String(seconds)) : {}),
      ...optional('title', text(attachment.title)),
    },
  ];
}

function authorOf(json: Json): string | undefined {
  const people = [...list(json.authors), json.author].map((person) => text(record(person)?.name) ?? text(person));
  const names = people.filter((name) => name !== undefined).map(visibleText);
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}

function date(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseDate(String(value)) : undefined;
}

/** Numbers count as text: some feeds number their articles. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return withoutControls(value.toWellFormed());
}

function strings(value: unknown): readonly string[] {
  return [...new Set(list(value).flatMap((one) => text(one) ?? []))];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
