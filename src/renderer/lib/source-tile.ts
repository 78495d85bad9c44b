/** The letter tile of a source without a favicon: its letter, and one of 12 fixed colours by its host. */

const tileColours = 12;

/** Names that a site and its feed differ in: 'www.' and 'feeds.' of one source have one colour. */
const sameSource = /^(?:www|feeds?|rss|m)\./;

/** 0 to 11, the same for a source on every computer, at every start and wherever it is drawn. A port does not count. */
export function tileColour(host: string): number {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(sameSource, '');
  let hash = 2166136261;
  for (const char of name) {
    // FNV-1a: spreads short names well.
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return hash % tileColours;
}

/** The first letter or digit of a name, in capitals; a dot when it has none. */
export function tileLetter(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name.replace(/^(the|der|die|das|le|la|el)\s+/i, ''));
  return first ? first[0].toLocaleUpperCase() : '·';
}
