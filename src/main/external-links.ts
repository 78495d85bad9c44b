/** Which addresses may leave the app for the reader's browser or mail program. */

const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as the system is given it, or undefined when it is none or of another kind: `file:` and the schemes of
 * other programs could start them with what a feed wrote.
 */
export function externalAddress(raw: string): string | undefined {
  if (!URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  return allowedProtocols.has(url.protocol) ? url.href : undefined;
}
