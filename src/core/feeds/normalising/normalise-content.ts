/** Which element is an article's body and which its summary, as HTML with absolute addresses. */

import { absoluteContent } from './absolute-content.ts';
import type { RawElement, RawFields } from './raw-fields.ts';
import type { FeedAddresses } from './resolve-address.ts';
import { escapeHtml } from './visible-text.ts';

const bodies = [
  'content:encoded',
  'content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'fullitem:fullitem',
  'atom:content',
];
const summaries = [
  ...['description', 'summary', 'atom:summary', 'abstract', 'dc:description', 'itunes:summary', 'media:description'],
  ...['itunes:subtitle', 'subtitle'],
];

export interface NormalContent {
  readonly html?: string;
  readonly summaryHtml?: string;
}

export function normaliseContent(raw: RawFields, addresses: FeedAddresses, isTitled: boolean): NormalContent {
  const content = bodyAndSummary(raw, addresses);
  const isNote = !isTitled && content.html !== undefined && !/<[a-z!/?]/i.test(content.html);
  return isNote && content.html !== undefined ? { ...content, html: withLines(content.html) } : content;
}

/** Short posts without title and markup mean their line breaks. */
function withLines(text: string): string {
  return text.replace(/\r?\n/g, '<br>\n');
}

function bodyAndSummary(raw: RawFields, addresses: FeedAddresses): NormalContent {
  const body = firstHtml(raw, bodies, addresses) ?? inContentItems(raw, addresses);
  const summary = firstHtml(raw, summaries, addresses);
  if (body === undefined) return onlySummaries(raw, addresses);
  return summary === undefined || summary === body ? { html: body } : { html: body, summaryHtml: summary };
}

/** Without a body, the first summary is it; another one stays the summary. */
function onlySummaries(raw: RawFields, addresses: FeedAddresses): NormalContent {
  const found = new Set(
    summaries.map((name) => firstHtml(raw, [name], addresses)).filter((html) => html !== undefined),
  );
  const [html, summaryHtml] = found;
  return { ...(html === undefined ? {} : { html }), ...(summaryHtml === undefined ? {} : { summaryHtml }) };
}

function firstHtml(raw: RawFields, names: readonly string[], addresses: FeedAddresses): string | undefined {
  for (const name of names) {
    const elements = raw.all(name).filter((element) => element.text !== '');
    // Of several renderings, the marked-up one reads better.
    const chosen = elements.find(({ attributes }) => attributes.t !== 'text') ?? elements[0];
    if (chosen === undefined) continue;
    // Media RSS: plain text unless it says otherwise; YouTube never does.
    const isPlain = name === 'media:description' && chosen.attributes.t === undefined;
    return elementHtml(isPlain ? { ...chosen, attributes: { ...chosen.attributes, t: 'text' } } : chosen, addresses);
  }
  return undefined;
}

function inContentItems(raw: RawFields, addresses: FeedAddresses): string | undefined {
  const value = raw.first('content:items')?.attributes.value;
  return value === undefined ? undefined : elementHtml({ text: value, attributes: {} }, addresses);
}

/** An element's value as HTML; plain text is escaped and its lines kept. */
function elementHtml({ text, attributes }: RawElement, addresses: FeedAddresses): string {
  const isPlain = attributes.t === 'text' && !looksLikeHtml(text);
  if (isPlain) return withLines(escapeHtml(text));
  return absoluteContent(text, addresses.baseOf(attributes.b));
}

/** Publishers label HTML as text: whole paragraphs, links and pictures are not meant to be read as characters. */
function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|img|ul|ol|blockquote|table)\b[^<>]*>|<a\s[^<>]*href/i.test(text);
}
