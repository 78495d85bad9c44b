/**
 * The one thing taken from a DOCTYPE: names with a short literal value, as old feeds declare for HTML's characters.
 * Nothing external is read, a value holds no further reference, and all values together stay short: nothing can grow.
 */

const longestValue = 32;
const mostNames = 300; // HTML 4 has 252
const oneEntity = /<!ENTITY\s+([A-Za-z][A-Za-z0-9]{0,31})\s+(?:"([^"<%]*)"|'([^'<%]*)')\s*>/g;
const scannedCharacters = 65_536;

export function declaredEntities(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const start = text.slice(0, 4096).search(/<!DOCTYPE/i);
  if (start === -1) return found;
  for (const [, name, double, single] of text.slice(start, start + scannedCharacters).matchAll(oneEntity)) {
    const value = simpleValue(double ?? single ?? '');
    if (name !== undefined && value !== undefined && found.size < mostNames) found.set(name, value);
  }
  return found;
}

function simpleValue(raw: string): string | undefined {
  if (raw.length > longestValue) return undefined;
  const numeric = /^&(?:#38;|amp;)?#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(raw);
  if (numeric === null) return raw.includes('&') ? undefined : raw;
  const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
