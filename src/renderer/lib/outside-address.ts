const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * Whether an address may be opened outside the window. Kept addresses have been looked at before; this is for a library that
 * somebody else filled: `javascript:` would run here.
 */
export function mayOpenOutside(address: string): boolean {
  return schemes.has(URL.parse(address)?.protocol ?? '');
}
