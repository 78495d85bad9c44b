/** Character references in feed text: XML's five, numbers, every HTML name, and the simple names a feed declares itself. */

import { Parser } from 'htmlparser2';
import { upperWindows1252 } from '../../lib/windows-1252.ts';

export interface EntityNews {
  /** Called for a name that XML does not know, and with undefined for an ampersand that begins no reference. */
  readonly met: (name: string | undefined) => void;
  /** Names from the feed's own DOCTYPE, see declared-entities.ts. */
  readonly declared?: ReadonlyMap<string, string>;
}

const xmlNames: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const longestName = 33; // HTML's longest is 31

/** Decodes one level. An ampersand that begins no known reference stays as it is. Linear in the length of the text. */
export function decodeEntities(text: string, news?: EntityNews): string {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const reference = referenceAt(text, at, news);
    if (reference !== undefined) {
      decoded += text.slice(from, at) + reference.value;
      from = reference.end;
    }
    at = text.indexOf('&', reference?.end ?? at + 1);
  }
  return from === 0 ? text : decoded + text.slice(from);
}

function referenceAt(text: string, at: number, news?: EntityNews): { value: string; end: number } | undefined {
  const end = endOfName(text, at + 1);
  const isClosed = text.charCodeAt(end) === 0x3b;
  const name = text.slice(at + 1, end);
  if (name.charCodeAt(0) === 0x23) {
    const value = numericReference(name);
    if (value !== undefined) return { value, end: isClosed ? end + 1 : end };
  }
  const known = isClosed ? xmlNames.get(name) : undefined;
  if (known !== undefined) return { value: known, end: end + 1 };
  const named = isClosed && name !== '' ? (news?.declared?.get(name) ?? htmlEntity(name)) : undefined;
  news?.met(named === undefined ? undefined : name);
  return named === undefined ? undefined : { value: named, end: end + 1 };
}

function endOfName(text: string, from: number): number {
  let end = from;
  for (; end < from + longestName; end++) {
    const code = text.charCodeAt(end);
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    const isDigit = code >= 0x30 && code <= 0x39;
    if (!isLetter && !isDigit && !(code === 0x23 && end === from)) break;
  }
  return end;
}

function numericReference(name: string): string | undefined {
  const digits = /^#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code >= 0x80 && code <= 0x9f) return upperWindows1252(code);
  const isControl = code < 0x20 && code !== 9 && code !== 10 && code !== 13;
  const isCharacter =
    !isControl && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && (code & 0xfffe) !== 0xfffe;
  return isCharacter ? String.fromCodePoint(code) : '';
}

const htmlNames = new Map<string, string | undefined>();
const namesKept = 5_000; // there are 2,231; the rest is room for a feed's inventions

/** What HTML calls `&name;`, asked of htmlparser2 once for each name. */
function htmlEntity(name: string): string | undefined {
  if (htmlNames.has(name)) return htmlNames.get(name);
  const value = askHtml(name) ?? (name === name.toLowerCase() ? undefined : askHtml(name.toLowerCase()));
  if (htmlNames.size < namesKept) htmlNames.set(name, value);
  return value;
}

function askHtml(name: string): string | undefined {
  const reference = `&${name};`;
  let text = '';
  const parser = new Parser({
    ontext: (piece) => {
      text += piece;
    },
  });
  parser.end(reference);
  return text.endsWith(';') ? undefined : text;
}
