/**
 * The quick way through the sanitizer, for the plain markup that nearly all articles have.
 *
 * It takes only what every HTML parser reads alike: text, comments without angle brackets, and tags in their plain
 * spelling of elements without a grammar of their own. No raw text (script, style, title…), no foreign names (svg,
 * math), no bracket inside a value, no crossed nesting. The output is written anew from the table in clean-tag.ts and
 * is balanced. At the first thing that is not so it gives up, and the library does the whole article.
 */

import {
  type Attributes,
  type CleaningPlace,
  cleanTag,
  plainElements,
  renamedElements,
  voidElements,
} from './clean-tag.ts';

const tagPattern =
  /<(?:!--[^<>]*-->|(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z_:@][\w:.-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))?)*)\s*\/?>)/y;
const attributePattern = /([a-zA-Z_:@][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const emptyFrame = /\s*<\/iframe\s*>/iy;
/** A start tag of one of these closes an open one of the same name, as HTML has it (13.2.6.4.7). */
const closesItsLike = new Set(['p', 'li', 'dt', 'dd']);
const deepestNesting = 60;

const noAttributes: Attributes = {};

/** Sanitised HTML, or undefined when the text is not plain enough. About 20 MB a second. */
export function sanitizeSimple(html: string, place: CleaningPlace): string | undefined {
  if (html.includes('\0')) {
    return undefined;
  }
  const writer = new BalancedWriter();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const textEnd = next < 0 ? html.length : next;
    if (textEnd > at) {
      writer.text(html.slice(at, textEnd));
    }
    if (next < 0) {
      break;
    }
    tagPattern.lastIndex = next;
    const match = tagPattern.exec(html);
    if (match === null) {
      return undefined;
    }
    at = tagPattern.lastIndex;
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      continue;
    }
    if (name === 'iframe') {
      // Between the tags of a frame is raw text; only an empty frame is plain.
      emptyFrame.lastIndex = at;
      if (match[1] === '/' || !emptyFrame.test(html)) {
        return undefined;
      }
      at = emptyFrame.lastIndex;
    } else if (!plainElements.has(name) && !renamedElements.has(name)) {
      return undefined;
    }
    const done = match[1] === '/' ? writer.end(name) : startTag(writer, name, match[3] ?? '', place);
    if (!done) {
      return undefined;
    }
  }
  return writer.finish();
}

function startTag(writer: BalancedWriter, name: string, rawAttributes: string, place: CleaningPlace): boolean {
  const given = rawAttributes === '' ? noAttributes : readAttributes(rawAttributes);
  if (given === undefined) {
    return false;
  }
  const tag = cleanTag(name, given, place);
  if (name === 'iframe') {
    if (tag !== undefined) {
      writer.whole(tag.name, tag.attributes, tag.text ?? '');
    }
    return true;
  }
  return writer.start(name, tag?.name ?? '', tag?.attributes ?? {});
}

function readAttributes(raw: string): Attributes | undefined {
  const attributes: Record<string, string> = {};
  for (const match of raw.matchAll(attributePattern)) {
    const name = (match[1] ?? '').toLowerCase();
    const value = decodeValue(match[2] ?? match[3] ?? '');
    if (value === undefined) {
      return undefined;
    }
    // Of two attributes with one name the first counts (HTML 13.2.5.33).
    attributes[name] ??= value;
  }
  return attributes;
}

const commonReferences: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};

/** Decodes the references that every parser agrees on; undefined when there is one beyond these. */
function decodeValue(raw: string): string | undefined {
  if (!raw.includes('&')) {
    return raw;
  }
  let plain = true;
  const decoded = raw.replace(
    /&(?:#(\d{2,6});|#[xX]([0-9a-fA-F]{2,5});|([a-z]{2,4});|(?=[#a-zA-Z]))/g,
    (_, decimal, hex, name) => {
      if (name !== undefined && commonReferences[name] !== undefined) {
        return commonReferences[name];
      }
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
      // C0 and C1 references are mapped in ways of their own, surrogates are errors: not plain.
      if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) {
        plain = false;
        return '';
      }
      return String.fromCodePoint(code);
    },
  );
  return plain ? decoded : undefined;
}

function escapeAttribute(value: string): string {
  return /[&"<>]/.test(value)
    ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : value;
}

/** Writes tags so that each is closed, in the right order. A name of '' is an element whose tags are left out. */
class BalancedWriter {
  #output = '';
  readonly #sourceNames: string[] = [];
  readonly #writtenNames: string[] = [];

  text(raw: string): void {
    // A bare > is text to every parser, but tools that search for tags like it better spelt out.
    this.#output += raw.includes('>') ? raw.replaceAll('>', '&gt;') : raw;
  }

  whole(name: string, attributes: Attributes, text: string): void {
    this.#open(name, attributes);
    this.#output += `${escapeAttribute(text)}</${name}>`;
  }

  start(sourceName: string, name: string, attributes: Attributes): boolean {
    if (voidElements.has(sourceName) || sourceName === 'amp-img') {
      if (name !== '') this.#open(name, attributes);
      return true;
    }
    if (closesItsLike.has(sourceName) && this.#sourceNames.at(-1) === sourceName) {
      this.#close();
    }
    if (this.#sourceNames.length >= deepestNesting || (sourceName === 'a' && this.#sourceNames.includes('a'))) {
      return false;
    }
    this.#sourceNames.push(sourceName);
    this.#writtenNames.push(name);
    if (name !== '') this.#open(name, attributes);
    return true;
  }

  /** False when the tag closes across others. An end without a start is left out. */
  end(sourceName: string): boolean {
    if (this.#sourceNames.at(-1) === sourceName) {
      this.#close();
      return true;
    }
    if (sourceName === 'br' || sourceName === 'p' || this.#sourceNames.includes(sourceName)) {
      return false;
    }
    return true;
  }

  finish(): string {
    while (this.#sourceNames.length > 0) this.#close();
    return this.#output;
  }

  #open(name: string, attributes: Attributes): void {
    let tag = `<${name}`;
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      tag += value === '' && key !== 'alt' ? ` ${key}` : ` ${key}="${escapeAttribute(value)}"`;
    }
    this.#output += `${tag}>`;
  }

  #close(): void {
    this.#sourceNames.pop();
    const name = this.#writtenNames.pop();
    if (name !== '') this.#output += `</${name}>`;
  }
}
