/**
 * A row of an archive as it may enter a library: what is fetched is cleaned before it is stored, and what an archive brings
 * is cleaned the same way. What another library's reader allowed or did is not taken over. A row that is as Broadsheet
 * writes it stays as it is, to the letter.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { feedSettings } from '../../../contract/feeds.ts';
import { settings } from '../../../contract/settings.ts';
import { hashInMediaPath, isMediaType } from '../../lib/own-files/media-path.ts';
import { webAddress } from '../../lib/web-address.ts';
import { withoutControls } from '../../lib/without-controls.ts';
import { sanitizeHtml } from '../../reading/sanitize-html.ts';
import type { TableLine } from '../../store/archive/archive-tables.ts';
import { ArchiveTroubleError } from './check-archive.ts';
import { cleanExtras } from './clean-extras.ts';

export type Row = Record<string, TableLine[number]>;

/** What was done in the other library, and how hosts answered it there. */
const leftBehind = new Set(['operation', 'operation_slice', 'host_state']);
const mostHtmlBytes = 32 * 1024 * 1024;
// ids are never given twice: one at the end of the numbers would leave none to give
const highestCounter = 2 ** 45;

export const isTaken = (table: string): boolean => !leftBehind.has(table);

/** The row to be stored, or undefined when it is not taken. Throws ArchiveTroubleError for what no library holds. */
export function cleanRow(table: string, row: Row): Row | undefined {
  const clean = cleaners[table];
  return clean === undefined ? row : clean(row);
}

const cleaners: Readonly<Record<string, (row: Row) => Row | undefined>> = {
  article: (row) => ({
    ...row,
    ...texts(row, ['title', 'author', 'publisher', 'lead', 'deck']),
    ...addresses(row, ['url', 'picture_url']),
  }),
  article_body: (row) => ({
    ...row,
    ...texts(row, ['deck']),
    html: cleanMarkup(row.html),
    page_html: row.page_html === null ? null : cleanMarkup(row.page_html),
    extras: cleanExtras(stringOf(row.extras)),
    ...(row.page_facts !== undefined && { page_facts: jsonOr(row.page_facts, pageFacts, null) }),
    ...(row.text_choice !== undefined && {
      text_choice: row.text_choice === 'feed' || row.text_choice === 'page' ? row.text_choice : null,
    }),
  }),
  article_revision: (row) => ({ ...row, ...texts(row, ['title']), text: cleanDeflated(row.text) }),
  feed: cleanFeed,
  feed_state: (row) => ({
    ...row,
    ...texts(row, ['etag', 'last_modified', 'message']),
    ...addresses(row, ['moved_to']),
    wishes: jsonOr(row.wishes, anyObject, '{}'),
  }),
  fetch: (row) => ({ ...row, ...texts(row, ['message']), headers: jsonOr(row.headers, anyObject, null) }),
  folder: (row) => ({ ...row, ...texts(row, ['name']), attributes: jsonOr(row.attributes, namesAndWords, '{}') }),
  saved_search: (row) => ({ ...row, ...texts(row, ['name', 'query']) }),
  mute: (row) => ({ ...row, ...texts(row, ['label']) }),
  media: (row) => (isOwnMedia(row) ? row : undefined),
  setting: (row) => (isSetting(row) ? row : undefined),
  sqlite_sequence: (row) => (typeof row.seq === 'number' && row.seq <= highestCounter ? row : undefined),
  // worked out anew where they are missing
  edition: (row) => rowWith(row, row.plan, anyObject),
  window_state: (row) => rowWith(row, row.value, z.json()),
  story_member: (row) => ({ ...row, shares: jsonOr(row.shares, z.array(z.string()), '[]') }),
  taste_lesson: (row) => rowWith(row, row.lesson, anyObject),
  taste_state: (row) => rowWith(row, row.state, anyObject),
  event: (row) => ({ ...row, data: jsonOr(row.data, anyObject, null) }),
};

const anyObject = z.record(z.string(), z.json());
const namesAndWords = z.record(z.string(), z.string());

/** Earlier versions knew of whole texts only yes and no. */
const storedFeedSettings = feedSettings
  .partial()
  .extend({ fullText: z.union([feedSettings.shape.fullText, z.boolean()]).optional() });

const words = z.string().nullable();
const pixels = z.int().nullable();
const pageFacts = z.object({
  byline: words,
  deck: words,
  publishedAt: z.number().nullable(),
  picture: z
    .object({
      url: z.string().refine((url) => webAddress(url) !== undefined),
      caption: words,
      credit: words,
      alt: words,
      width: pixels,
      height: pixels,
    })
    .nullable(),
});

function cleanFeed(row: Row): Row {
  const url = webAddress(stringOf(row.url));
  const address = url === undefined ? null : URL.parse(url);
  if (url === undefined || address === null)
    throw new ArchiveTroubleError('It holds a feed whose address is not one of the web.');
  return {
    ...row,
    ...texts(row, ['own_title', 'feed_title']),
    ...addresses(row, ['site_url', 'image_url', 'icon_url']),
    // whom this computer may reach, and with which login, its own reader says
    url: withoutLogin(url, address),
    allow_private: null,
    login_id: null,
    settings: jsonOr(row.settings, storedFeedSettings, '{}'),
    attributes: jsonOr(row.attributes, namesAndWords, '{}'),
  };
}

function withoutLogin(url: string, address: URL): string {
  if (address.username === '' && address.password === '') return url;
  address.username = '';
  address.password = '';
  return address.href;
}

function texts(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, plain(row[name] ?? null)]));
}

function plain(value: TableLine[number]): TableLine[number] {
  return typeof value === 'string' ? withoutControls(value) : value;
}

function addresses(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(
    names.map((name) => {
      const value = row[name];
      return [name, typeof value === 'string' && webAddress(value) !== undefined ? value : null];
    }),
  );
}

function cleanMarkup(value: TableLine[number] | undefined): string {
  return sanitizeHtml(stringOf(value), { base: undefined, isOurs: true });
}

/** An earlier text. One that does not unpack, or to more than any article has, is empty. */
function cleanDeflated(value: TableLine[number] | undefined): TableLine[number] {
  const packed = typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : Buffer.alloc(0);
  let html = '';
  try {
    html = inflateRawSync(packed, { maxOutputLength: mostHtmlBytes }).toString('utf8');
  } catch {
    // shown as an empty text: the article itself is not the worse for it
  }
  const clean = cleanMarkup(html);
  if (clean === html && html !== '' && value !== undefined) return value;
  return { base64: deflateRawSync(Buffer.from(clean)).toString('base64') };
}

function isOwnMedia({ url, path, hash, mime_type: mimeType }: Row): boolean {
  if (typeof url !== 'string' || webAddress(url) === undefined) return false;
  if (path === null) return true;
  return (
    typeof path === 'string' && hashInMediaPath(path) === hash && typeof mimeType === 'string' && isMediaType(mimeType)
  );
}

function isSetting({ name, value }: Row): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(settings.shape, name)) return false;
  return isJson(value ?? null, settings.shape[name as keyof typeof settings.shape]);
}

function rowWith(row: Row, value: TableLine[number] | undefined, schema: z.ZodType): Row | undefined {
  return isJson(value ?? null, schema) ? row : undefined;
}

function jsonOr(value: TableLine[number] | undefined, schema: z.ZodType, otherwise: string | null): string | null {
  return typeof value === 'string' && isJson(value, schema) ? value : otherwise;
}

function isJson(value: TableLine[number], schema: z.ZodType): boolean {
  if (typeof value !== 'string') return false;
  try {
    return schema.safeParse(JSON.parse(value)).success;
  } catch {
    return false; // no JSON: of no use to anybody who reads it
  }
}

function stringOf(value: TableLine[number] | undefined): string {
  return typeof value === 'string' ? value : '';
}
