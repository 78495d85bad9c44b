/** Pictures and sounds come through our own origin only: the shell fetches each once and keeps it. */

let place = '';

/** Where they are, in a browser: a path with the key of this tab's session, for an image can send no other. */
export function servePicturesAt(path: string): void {
  place = path;
}

/** Where the window asks for a publisher's picture; undefined when the address cannot be one. */
export function pictureAddress(url: string | null | undefined): string | undefined {
  return ownAddress('/picture', url);
}

/** Where the window asks for a publisher's sound or film. */
export function soundAddress(url: string | null | undefined): string | undefined {
  return ownAddress('/sound', url);
}

function ownAddress(path: string, url: string | null | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? `${place}${path}?url=${encodeURIComponent(url)}` : undefined;
}
