/** The letter tile of a source without a favicon: its letter, and one of 12 fixed colours by its host. */

const tileColours = 12;

/** 0 to 11, the same for a host on every computer and at every start. */
export function tileColour(host: string): number {
  let hash = 2166136261;
  for (const char of host.toLowerCase()) {
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
