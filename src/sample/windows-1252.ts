/** Bytes of Windows code page 1252, for the parish paper whose machine still writes it. */

/** The characters of 0x80 to 0x9f in order; the five unassigned places hold a space that is never looked up. */
const upperRow = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What the code page lacks is written as a numeric character reference, as a good XML writer does. */
export function encodeWindows1252(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const place = code > 0x7f ? upperRow.indexOf(character) : -1;
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
    else if (place >= 0) bytes.push(0x80 + place);
    else bytes.push(...Buffer.from(`&#${code};`, 'latin1'));
  }
  return Buffer.from(bytes);
}
