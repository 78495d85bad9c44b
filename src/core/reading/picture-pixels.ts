/** How many pixels a picture says it has. A window holds four bytes for each, whatever the file has. */

// 400 MB in the window; the largest cameras make 100 million
export const mostPixels = 110_000_000;

/** As its header says; 0 where that is not to be had. Reads no pixel. */
export function pixelsIn(bytes: Uint8Array, mimeType: string): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[mimeType]?.(file) ?? 0;
  } catch (error) {
    if (error instanceof RangeError) return 0; // cut off within its header: no browser shows it
    throw error;
  }
}

const readers: Readonly<Record<string, (file: Buffer) => number>> = {
  'image/png': (file) => file.readUInt32BE(16) * file.readUInt32BE(20),
  'image/gif': (file) => file.readUInt16LE(6) * file.readUInt16LE(8),
  'image/webp': webp,
  'image/jpeg': jpeg,
  'image/avif': avif,
  'image/x-icon': icon,
};

function webp(file: Buffer): number {
  const kind = file.toString('latin1', 12, 16);
  if (kind === 'VP8X') return (file.readUIntLE(24, 3) + 1) * (file.readUIntLE(27, 3) + 1);
  if (kind === 'VP8 ') return (file.readUInt16LE(26) & 0x3fff) * (file.readUInt16LE(28) & 0x3fff);
  if (kind !== 'VP8L') return 0;
  const sizes = file.readUInt32LE(21);
  return ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1);
}

/** The frame's own segment (ITU T.81, B.2.2), which others come before. */
function jpeg(file: Buffer): number {
  for (let at = 2; at < file.length; ) {
    const marker = file.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7);
    if (marker === 0xffff) at += 1;
    else if (marker < 0xff00) return 0;
    else at += 2 + file.readUInt16BE(at + 2);
  }
  return 0;
}

/** The largest of its sizes: parts and thumbnails have their own (ISO 23008-12, 6.5.3). */
function avif(file: Buffer): number {
  return largestAfter(file, 'ispe', 8);
}

/** Its pictures have 256 pixels a side at most, but for those that are whole PNGs. */
function icon(file: Buffer): number {
  return largestAfter(file, 'IHDR', 4);
}

function largestAfter(file: Buffer, name: string, offset: number): number {
  let most = 0;
  for (let at = file.indexOf(name); at >= 0 && at + offset + 8 <= file.length; at = file.indexOf(name, at + 4))
    most = Math.max(most, file.readUInt32BE(at + offset) * file.readUInt32BE(at + offset + 4));
  return most;
}
