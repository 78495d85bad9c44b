const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * Whether an address may be opened outside the window. Kept addresses have been looked at before; this is for a library that
 * somebody else filled: `javascript:` would run here.
 */
export function mayOpenOutside(address: string): boolean {
  return schemes.has(URL.parse(address)?.protocol ?? '');
}

let openUnseen = (address: string): void => void window.open(address, '_blank', 'noopener,noreferrer');

/** Both shells pass a new window on to the person's own browser; a window that is none of theirs has another way. */
export function openThrough(way: (address: string) => void): void {
  openUnseen = way;
}

/** Opens what may be opened outside; false for what may not. */
export function openOutside(address: string): boolean {
  if (!mayOpenOutside(address)) return false;
  openUnseen(address);
  return true;
}
