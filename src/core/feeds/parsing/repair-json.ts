/** Reads JSON, and JSON with the faults that hand-made feeds have: comments, trailing commas, raw line breaks in strings, an end cut off. */

import { lineAt } from './line-at.ts';
import type { Repair } from './parsed-feed.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly repairs: readonly Repair[] }
  | { readonly ok: false; readonly line: number };

/** Never throws. Linear in the text. */
export function readJson(given: string): ReadJson {
  const text = withWholeNumbers(given);
  const plain = tryJson(text);
  if (plain.ok) return { ...plain, repairs: [] };
  const mended = mendJson(text);
  const again = tryJson(mended.text);
  if (again.ok)
    return {
      ...again,
      repairs: [{ kind: mended.isCut ? 'truncated' : 'json_syntax', line: lineAt(text, mended.firstFault) }],
    };
  return { ok: false, line: lineAt(text, faultPosition(plain.message, text)) };
}

/** Ids of more digits than a number keeps become text: the last ones would all be the same. */
function withWholeNumbers(text: string): string {
  return /"(?:id|guid)"\s*:\s*\d{16}/.test(text)
    ? text.replace(/("(?:id|guid)"\s*:\s*)(\d{16,40})(?=\s*[,}])/g, '$1"$2"')
    : text;
}

function tryJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : '' };
  }
}

/** The engine's message is the only place where it says how far it came. */
function faultPosition(message: string, text: string): number {
  const found = /position (\d+)/.exec(message)?.[1];
  return found === undefined ? text.length : Number(found);
}

const escaped: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Copies the text without its faults. What was cut off is given up from the last thing that was whole. */
function mendJson(text: string): { text: string; firstFault: number; isCut: boolean } {
  const pieces: string[] = [];
  const open: string[] = [];
  let whole: { length: number; closers: string } | undefined;
  let inString = false;
  let firstFault = text.length;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString) {
      if (character < ' ') firstFault = Math.min(firstFault, at);
      if (character === '\\') pieces.push(character, text.charAt(++at));
      else pieces.push(character < ' ' ? (escaped[character] ?? '') : character);
      inString = character !== '"';
    } else if (character === '/' && /[/*]/.test(text.charAt(at + 1))) {
      firstFault = Math.min(firstFault, at);
      at = endOfComment(text, at);
    } else if (character === ',' && endsList(text, at + 1)) {
      firstFault = Math.min(firstFault, at);
    } else {
      pieces.push(character);
      inString = character === '"';
      const closer = closers[character];
      if (closer !== undefined) open.push(closer);
      if (character === '}' || character === ']') {
        open.pop();
        if (open.length === 0) return { text: pieces.join(''), firstFault, isCut: false }; // whatever follows is not the feed's
        if (open.length < 8) whole = { length: pieces.length, closers: open.toReversed().join('') };
      }
    }
  }
  return {
    text: whole === undefined ? '' : pieces.slice(0, whole.length).join('') + whole.closers,
    firstFault,
    isCut: true,
  };
}

/** Position of a comment's last character. */
function endOfComment(text: string, at: number): number {
  const mark = text.charAt(at + 1) === '/' ? '\n' : '*/';
  const end = text.indexOf(mark, at + 2);
  return end === -1 ? text.length : end + mark.length - 1;
}

/** Whether nothing but space and comments stands before the end of the list. */
function endsList(text: string, from: number): boolean {
  const near = text.slice(from, from + 400);
  return /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*[}\]]/.test(near);
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
