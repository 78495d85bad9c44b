/** Pictures and sounds come through our own origin only: the shell fetches each once and keeps it. */

/** Where the window asks for a publisher's picture; undefined when the address cannot be one. */
export function pictureAddress(url: string | null | undefined): string | undefined {
  return ownAddress('/picture', url);
}

/** Where the window asks for a publisher's sound or film. */
export function soundAddress(url: string | null | undefined): string | undefined {
  return ownAddress('/sound', url);
}

function ownAddress(path: string, url: string | null | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? `${path}?url=${encodeURIComponent(url)}` : undefined;
}
