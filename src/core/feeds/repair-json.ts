/** Reads JSON, and JSON with the faults that hand-made feeds have: trailing commas, raw line breaks in strings, an end cut off. */

import { lineAt } from './line-at.ts';
import type { Repair } from './parsed-feed.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly repairs: readonly Repair[] }
  | { readonly ok: false; readonly line: number };

/** Never throws. Linear in the text. */
export function readJson(text: string): ReadJson {
  const plain = tryJson(text);
  if (plain.ok) return { ...plain, repairs: [] };
  const mended = mendJson(text);
  const again = tryJson(mended.text);
  if (again.ok) return { ...again, repairs: [{ kind: 'json_syntax', line: lineAt(text, mended.firstFault) }] };
  return { ok: false, line: lineAt(text, faultPosition(plain.message, text)) };
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

function mendJson(text: string): { text: string; firstFault: number } {
  const pieces: string[] = [];
  const open: string[] = [];
  let inString = false;
  let firstFault = text.length;
  const fault = (at: number): void => {
    firstFault = Math.min(firstFault, at);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString) {
      if (character === '\\') pieces.push(character, text.charAt(++at));
      else if (character < ' ') {
        fault(at);
        pieces.push(escaped[character] ?? '');
      } else {
        if (character === '"') inString = false;
        pieces.push(character);
      }
    } else if (character === ',' && /^\s*[}\]]/.test(text.slice(at + 1, at + 200))) fault(at);
    else {
      if (character === '"') inString = true;
      if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']');
      if (character === '}' || character === ']') open.pop();
      pieces.push(character);
      if (open.length === 0 && (character === '}' || character === ']')) break; // whatever follows is not the feed's
    }
  }
  if (inString) pieces.push('"');
  const end = pieces.join('').replace(/[,:]\s*$/, (found) => (found.startsWith(':') ? ':null' : ''));
  return { text: end + open.reverse().join(''), firstFault };
}
