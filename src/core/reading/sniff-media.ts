/** What a downloaded file really is, by its first bytes: a server's word for it is not trusted. */

export interface SniffedMedia {
  readonly mimeType: string;
  /** For the file's name, without a dot. */
  readonly extension: string;
  readonly kind: 'picture' | 'sound' | 'film';
}

interface Signature {
  readonly mimeType: string;
  readonly extension: string;
  readonly kind: SniffedMedia['kind'];
  /** Latin-1 text at an offset. */
  readonly at: readonly (readonly [offset: number, text: string])[];
}

const picture = (mimeType: string, extension: string, ...at: Signature['at']): Signature => ({
  mimeType: `image/${mimeType}`,
  extension,
  kind: 'picture',
  at,
});
const sound = (mimeType: string, extension: string, ...at: Signature['at']): Signature => ({
  mimeType: `audio/${mimeType}`,
  extension,
  kind: 'sound',
  at,
});
const film = (mimeType: string, extension: string, ...at: Signature['at']): Signature => ({
  mimeType: `video/${mimeType}`,
  extension,
  kind: 'film',
  at,
});

const signatures: readonly Signature[] = [
  picture('png', 'png', [0, '\x89PNG\r\n\x1a\n']),
  picture('jpeg', 'jpg', [0, '\xff\xd8\xff']),
  picture('gif', 'gif', [0, 'GIF87a']),
  picture('gif', 'gif', [0, 'GIF89a']),
  picture('webp', 'webp', [0, 'RIFF'], [8, 'WEBP']),
  picture('avif', 'avif', [4, 'ftypavif']),
  picture('avif', 'avif', [4, 'ftypavis']),
  picture('x-icon', 'ico', [0, '\0\0\x01\0']),
  sound('mpeg', 'mp3', [0, 'ID3']),
  sound('mpeg', 'mp3', [0, '\xff\xfb']),
  sound('mpeg', 'mp3', [0, '\xff\xf3']),
  sound('mpeg', 'mp3', [0, '\xff\xf2']),
  sound('aac', 'aac', [0, '\xff\xf1']),
  sound('aac', 'aac', [0, '\xff\xf9']),
  sound('ogg', 'ogg', [0, 'OggS']),
  sound('flac', 'flac', [0, 'fLaC']),
  sound('wav', 'wav', [0, 'RIFF'], [8, 'WAVE']),
  sound('mp4', 'm4a', [4, 'ftypM4A']),
  sound('mp4', 'm4a', [4, 'ftypM4B']),
  film('webm', 'webm', [0, '\x1aE\xdf\xa3']),
  film('mp4', 'mp4', [4, 'ftyp']),
];

/** Undefined for whatever is not a picture, sound or film that browsers show: web pages, programs, archives. */
export function sniffMedia(bytes: Uint8Array): SniffedMedia | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const latin = start.toString('latin1');
  for (const { at, mimeType, extension, kind } of signatures) {
    if (at.every(([offset, text]) => latin.startsWith(text, offset))) {
      return { mimeType, extension, kind };
    }
  }
  return isSvg(start.toString('utf8')) ? { mimeType: 'image/svg+xml', extension: 'svg', kind: 'picture' } : undefined;
}

/**
 * An svg element as the first thing after what XML allows before it. A page that holds an svg is a page. One step for each
 * comment: a single pattern for all of them could be read in a number of ways that doubles with each.
 */
function isSvg(start: string): boolean {
  let at = pastSpace(start, start.startsWith('\ufeff') ? 1 : 0);
  if (start.slice(at, at + 5).toLowerCase() === '<?xml') at = past(start, '>', at);
  while (at >= 0) {
    at = pastSpace(start, at);
    if (start.startsWith('<!--', at)) at = past(start, '-->', at + 4);
    else if (start.slice(at, at + 13).toLowerCase() === '<!doctype svg') at = pastDoctype(start, at);
    else return /^<svg[\s>]/i.test(start.slice(at, at + 5));
  }
  return false;
}

/** With the declarations of its own that it may hold in brackets. */
function pastDoctype(text: string, at: number): number {
  const end = past(text, '>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || bracket >= end) return end;
  const closed = past(text, ']', bracket);
  return closed < 0 ? -1 : past(text, '>', closed);
}

/** Where `end` has ended, or -1. */
function past(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}
