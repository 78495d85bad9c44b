/** One element of a feed while it is being read: its text, its inline markup, and what its type says they are. */

import type { CanonicalLeaf } from './canonical-writer.ts';
import { decodeEntities, type EntityNews } from './decode-entities.ts';
import type { ElementSpec } from './feed-vocabulary.ts';

export interface LeafPlace {
  readonly name: string;
  readonly spec: ElementSpec;
  /** As given; references not yet decoded. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of the base address in force, 0 for the document's own. */
  readonly base: number;
  readonly language: string | undefined;
  readonly news: EntityNews;
}

/** HTML elements that have no end tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** One CDATA section within another ends too early and leaves its marks. Two sections may have the same characters between them. */
function withoutMarks(value: string): string {
  return value.includes(']]>') || value.includes('<![CDATA[') ? value.replace(/<!\[CDATA\[|\]\]>/g, '') : value;
}

interface Segment {
  readonly kind: 'text' | 'cdata' | 'tag';
  readonly value: string;
}

export class OpenLeaf {
  readonly place: LeafPlace;
  base: number;
  private readonly segments: Segment[] = [];
  private readonly parts: Record<string, string> = {};
  private hasMarkup = false;

  constructor(place: LeafPlace) {
    this.place = place;
    this.base = place.base;
  }

  get isEmpty(): boolean {
    return this.segments.every(({ kind, value }) => kind !== 'tag' && value.trim() === '');
  }

  addText(value: string, isCdata: boolean): void {
    this.segments.push({ kind: isCdata ? 'cdata' : 'text', value });
  }

  openInline(name: string, attributes: Readonly<Record<string, string>>): void {
    let tag = `<${name}`;
    for (const key in attributes) {
      if (!key.startsWith('xmlns') && key !== 'xml:base')
        tag += ` ${key}="${(attributes[key] ?? '').replaceAll('"', '&quot;')}"`;
    }
    this.hasMarkup = true;
    this.segments.push({ kind: 'tag', value: `${tag}>` });
  }

  closeInline(name: string): void {
    if (!voidElements.has(name)) this.segments.push({ kind: 'tag', value: `</${name}>` });
  }

  /** Adds to one of the values that `spec.parts` names; several are kept apart by a line feed. */
  addPart(key: string, raw: string, isCdata: boolean): void {
    const value = (isCdata ? raw : decodeEntities(raw, this.place.news)).trim();
    if (value !== '') this.parts[key] = this.parts[key] === undefined ? value : `${this.parts[key]}\n${value}`;
  }

  /** The finished element, or undefined where it says nothing. */
  finish(): CanonicalLeaf | undefined {
    const { name, spec, attributes: given, language, news } = this.place;
    const attributes: Record<string, string> = {};
    for (const key of spec.attributes ?? []) {
      const value = given[key];
      if (value !== undefined && value.trim() !== '')
        attributes[attributeName(key)] = decodeEntities(value, news).trim();
    }
    for (const key in this.parts) attributes[key] = this.parts[key] ?? '';
    const body = spec.body === 'none' ? { text: '' } : this.body();
    if (body.text === '' && Object.keys(attributes).length === 0) return undefined;
    if (body.type !== undefined) attributes.t = body.type;
    if (this.base !== 0) attributes.b = String(this.base);
    if (language !== undefined && spec.body === 'markup') attributes.l = language;
    return { name, text: body.text, attributes };
  }

  private body(): { text: string; type?: 'html' | 'text' | 'xhtml' } {
    const { spec, attributes } = this.place;
    const type = (attributes.type ?? '').trim().toLowerCase();
    const mode = (attributes.mode ?? '').trim().toLowerCase();
    if (spec.body === 'text') return { text: this.hasMarkup ? stripTags(this.markup(false)) : this.characters() };
    if (isBase64(type, mode, attributes.encoding)) return fromBase64(this.characters(), type);
    const isInline = type === 'xhtml' || type === 'application/xhtml+xml' || (this.hasMarkup && mode !== 'escaped');
    if (isInline) return { text: this.markup(type === 'xhtml' || mode === 'xml'), type: 'xhtml' };
    const text = this.hasMarkup ? this.markup(false) : this.characters();
    if (type === 'html' || type === 'text/html' || type === 'xml') return { text, type: 'html' };
    return type === '' ? { text } : { text, type: type === 'text' || type === 'text/plain' ? 'text' : 'html' };
  }

  /** Text as XML means it: references decoded once, CDATA as it stands. */
  private characters(): string {
    let text = '';
    for (const { kind, value } of this.segments)
      text += kind === 'text' ? decodeEntities(withoutMarks(value), this.place.news) : withoutMarks(value);
    return text.trim();
  }

  /** Markup as HTML: text keeps its references; CDATA is text in XHTML and HTML everywhere else. */
  private markup(cdataIsText: boolean): string {
    let html = '';
    for (const { kind, value } of this.segments) {
      const bare = withoutMarks(value);
      html += kind === 'cdata' && cdataIsText ? bare.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : bare;
    }
    return html.trim();
  }
}

function attributeName(key: string): string {
  return key === 'rdf:about' ? 'about' : key;
}

function stripTags(html: string): string {
  return decodeEntities(html.replace(/<[^<>]*>/g, '')).trim();
}

function isBase64(type: string, mode: string, encoding: string | undefined): boolean {
  if (mode === 'base64' || encoding?.toLowerCase() === 'base64') return true;
  if (mode !== '' || !type.includes('/')) return false;
  return !type.startsWith('text/') && !/[+/]xml$/.test(type);
}

/** RFC 4287 4.1.3.3: any other media type is Base64. What is not text after that has no place in a reader. */
function fromBase64(text: string, type: string): { text: string; type?: 'html' | 'text' } {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact)) return { text, type: 'html' };
  const decoded = Buffer.from(compact, 'base64').toString('utf8');
  if (/\p{Cc}|\ufffd/u.test(decoded.replace(/\s/g, ''))) return { text: '' };
  return { text: decoded.trim(), type: type === 'text/plain' || type === 'text' ? 'text' : 'html' };
}
