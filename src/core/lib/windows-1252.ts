/** What Windows-1252 has where ISO 8859-1 and Unicode have controls, 0x80 to 0x9f: what authors of such characters meant. */
const upper =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The character meant by a code from 0x80 to 0x9f; empty for the five codes that mean nothing. */
export function upperWindows1252(code: number): string {
  const found = upper[code - 0x80] ?? '';
  return found.charCodeAt(0) <= 0x9f ? '' : found;
}
