/** Turns the bytes of a feed into text: byte order mark, shape of the first bytes, HTTP header, XML declaration, strict UTF-8, then a guess. */

import iconv from 'iconv-lite';
import { decodeMixed, guessEncoding } from '../../lib/sniff-encoding.ts';
import { upperWindows1252 } from '../../lib/windows-1252.ts';
import { lineAt } from '../parsing/line-at.ts';
import type { Repair } from '../parsing/parsed-feed.ts';

export interface DecodedText {
  readonly text: string;
  /** The encoding used, in lower case. */
  readonly encoding: string;
  readonly repairs: readonly Repair[];
}

// Labels that publishers use for a subset of what they really send.
const widened: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso-latin-1': 'windows-1252',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  'x-euc-jp': 'euc-jp',
  'unicode-1-1-utf-8': 'utf-8',
  utf8: 'utf-8',
  utf16: 'utf-16',
  'ucs-2': 'utf-16',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
};

/**
 * Decodes a whole feed. Never throws and never refuses: bytes that fit nothing are read as Windows-1252.
 * Costs one pass for UTF-8; `repairs` names a wrong or missing label and control characters that were removed.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const repairs: Repair[] = [];
  const { text, encoding } = decodeOnly(bytes, contentType, repairs);
  return { text: withoutControls(text, repairs), encoding, repairs };
}

function decodeOnly(
  bytes: Uint8Array,
  contentType: string | undefined,
  repairs: Repair[],
): { text: string; encoding: string } {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeMarked(bytes, marked, repairs);
  const shaped = shapeOfFirstBytes(bytes);
  if (shaped !== undefined) return { text: decodeAs(bytes, shaped), encoding: shaped };
  const declared = declaredEncoding(bytes) ?? escapedEncoding(bytes);
  const header = headerEncoding(contentType);
  const strict = strictUtf8(bytes);
  const label = trustedLabel({ declared, header, bytes, isUtf8: strict !== undefined });
  if (label !== undefined && label !== 'utf-8') return { text: decodeAs(bytes, label), encoding: label };
  if (strict !== undefined) {
    const named = header ?? declared;
    if (named !== undefined && named !== 'utf-8' && named !== 'windows-1252') {
      repairs.push({ kind: 'encoding', note: `labelled ${named}, read as utf-8` });
    }
    return { text: strict, encoding: 'utf-8' };
  }
  const guess = guessEncoding(bytes);
  repairs.push({ kind: 'encoding', note: `not ${label ?? 'utf-8'} throughout, read as ${guess}` });
  return { text: guess === 'utf-8' ? decodeMixed(bytes) : decodeAs(bytes, guess), encoding: guess };
}

function decodeMarked(bytes: Uint8Array, encoding: string, repairs: Repair[]): { text: string; encoding: string } {
  if (encoding !== 'utf-8') return { text: decodeAs(bytes, encoding), encoding };
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: strict, encoding };
  repairs.push({ kind: 'encoding', note: 'marked as utf-8 but not utf-8 throughout' });
  return { text: decodeMixed(bytes.subarray(3)), encoding };
}

/** Which label to follow; undefined when none can be trusted. */
function trustedLabel(facts: {
  declared: string | undefined;
  header: string | undefined;
  bytes: Uint8Array;
  isUtf8: boolean;
}): string | undefined {
  const { declared, header, bytes, isUtf8 } = facts;
  // Servers put a default charset on everything: where the document is sound UTF-8 and does not itself say otherwise, the header is wrong.
  if (isUtf8 && (declared === undefined || declared === 'utf-8')) return 'utf-8';
  // Sound multi-byte sequences do not happen by chance: one is proof against a single-byte label, a dozen against any.
  const named = header ?? declared ?? '';
  const enough = twoByteLabels.has(named) ? 12 : 1;
  if (isUtf8 && multiByteSequences(bytes, enough) >= enough) return 'utf-8';
  const candidates = [header === 'windows-1252' && declared !== undefined ? undefined : header, declared, header];
  return candidates.find((label) => label !== undefined && (label !== 'utf-8' || isUtf8));
}

const twoByteLabels: ReadonlySet<string> = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5', 'iso-2022-jp']);

function multiByteSequences(bytes: Uint8Array, enough: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length && count < enough; at++) if ((bytes[at] ?? 0) >= 0xc2) count++;
  return count;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : undefined;
}

/** XML 1.0 appendix F: the place of the zero bytes around the first `<` tells the width and order. */
function shapeOfFirstBytes(bytes: Uint8Array): string | undefined {
  const zeros = [0, 1, 2, 3].map((at) => (bytes[at] === 0 ? '0' : 'x')).join('');
  if (bytes.length < 4) return undefined;
  const shapes: Readonly<Record<string, string>> = {
    '000x': 'utf-32be',
    x000: 'utf-32le',
    '0x0x': 'utf-16be',
    x0x0: 'utf-16le',
  };
  return shapes[zeros];
}

/** The encoding in `<?xml … encoding="…"?>`, also where junk stands before it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const found = /<\?xml[^<>]*?encoding\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9._:-]{1,40})/i.exec(head);
  const label = usableLabel(found?.[1]);
  // A document that was read as single bytes so far cannot be UTF-16 or UTF-32, whatever it says.
  return label?.startsWith('utf-16') || label?.startsWith('utf-32') ? undefined : label;
}

/** ISO-2022-JP needs no label: nothing else changes its alphabet by escape sequences. */
function escapedEncoding(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('\x1b$B') || buffer.includes('\x1b$@') ? 'iso-2022-jp' : undefined;
}

function headerEncoding(contentType: string | undefined): string | undefined {
  const found = /charset\s{0,9}[=:]\s{0,9}["']?\s{0,9}([A-Za-z0-9._:-]{1,40})/i.exec(contentType ?? '');
  const label = usableLabel(found?.[1]);
  return label?.startsWith('utf-16') || label?.startsWith('utf-32') ? undefined : label;
}

function usableLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const lower = label.toLowerCase();
  const known = widened[lower] ?? lower;
  return iconv.encodingExists(known) || platformOnly.has(known) ? known : undefined;
}

/** Known to the platform and not to iconv-lite. */
const platformOnly: ReadonlySet<string> = new Set(['iso-2022-jp']);

const utf8 = new TextDecoder('utf-8', { fatal: true });

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined; // the only way the platform says "not UTF-8"
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (platformOnly.has(encoding)) return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

const forbidden = /[\p{Cc}--[\t\n\r]]|[\ufeff\ufffe\uffff]/gv;

/** Removes what XML 1.0 forbids and gives C1 controls the meaning their author intended. */
function withoutControls(text: string, repairs: Repair[]): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const first = body.search(forbidden);
  if (first === -1) return body;
  repairs.push({ kind: 'control_characters', line: lineAt(body, first) });
  return body.replace(forbidden, (found) => {
    const code = found.charCodeAt(0);
    return code >= 0x80 && code <= 0x9f ? upperWindows1252(code) : '';
  });
}
